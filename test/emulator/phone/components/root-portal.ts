import { builtIn } from './define';
import { boolean, unheeded } from './properties';

const properties = { enable: unheeded(boolean(true)) };

/** WeChat: component/root-portal.md. Its content stays where it is; what is `fixed` in it covers the page as there. */
export const rootPortal = builtIn({ tag: 'root-portal', properties });
