import { dialogStyles } from './dialogs';
import { frameStyles } from './frame';
import { sharingStyles } from './sharing';

const own = frameStyles + dialogStyles + sharingStyles;

/**
 * What the view draws itself. None of it reaches into a page, as apps have classes of the same names; in a browser
 * without `@scope` it would.
 */
export const viewStyles = `
html, body { height: 100%; margin: 0; }
${'CSSScopeRule' in globalThis ? `@scope (:root) to (wx-page) {${own}}` : own}
`;
