import type { ComponentSpace } from 'glass-easel';
import type { PhoneContext } from '../parts';
import { button } from './button';
import { checkbox, checkboxGroup, radio, radioGroup } from './choice';
import { coverImage, coverView } from './cover';
import { attributeName, type Registration } from './define';
import { form } from './form';
import { icon } from './icon';
import { image } from './image';
import { input } from './input';
import { label } from './label';
import { navigator } from './navigator';
import { notOffered } from './not-offered';
import { openData } from './open-data';
import { navigationBar, pageMeta } from './page-meta';
import { picker } from './picker';
import { progress } from './progress';
import { richText } from './rich-text';
import { rootPortal } from './root-portal';
import { scrollView } from './scroll-view';
import { slider } from './slider';
import { swiper, swiperItem } from './swiper';
import { switchComponent } from './switch';
import { text } from './text';
import { textarea } from './textarea';
import { view } from './view';

export { builtInOf } from './built-in';

/** Every component that the local WeChat offers. */
export const components: readonly Registration[] = [
  ...[view, text, image, coverView, coverImage, icon, progress, richText, openData],
  ...[button, form, label, input, textarea, switchComponent, slider, picker],
  ...[checkbox, checkboxGroup, radio, radioGroup],
  ...[scrollView, swiper, swiperItem, navigator, rootPortal, pageMeta, navigationBar],
];

/** Tag -> attributes, with hyphens, that the component acts on. */
export const attributes: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  components.map(({ tag, properties }) => {
    const heeded = Object.keys(properties).filter((name) => !properties[name]?.unheeded);
    return [tag, new Set(heeded.map(attributeName))];
  }),
);

/** Makes WeChat's components known to all templates of a space. Once a space, before its first page is created. */
export function registerBuiltIns(space: ComponentSpace, context: PhoneContext): void {
  for (const component of [...components, ...notOffered]) component.register(space, context);
}
