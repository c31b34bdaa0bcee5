import type { ComponentSpace } from 'glass-easel';
import type { PhoneContext } from '../parts';
import { button } from './button';
import { checkbox, checkboxGroup, radio, radioGroup } from './choice';
import { coverImage, coverView } from './cover';
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

/** Makes WeChat's components known to all templates of a space. Once a space, before its first page is created. */
export function registerBuiltIns(space: ComponentSpace, context: PhoneContext): void {
  const content = [view, text, image, coverView, coverImage, icon, progress, richText, openData];
  const fields = [button, form, label, input, textarea, switchComponent, slider, picker];
  const choices = [checkbox, checkboxGroup, radio, radioGroup];
  const containers = [scrollView, swiper, swiperItem, navigator, rootPortal, pageMeta, navigationBar];
  for (const register of [...content, ...fields, ...choices, ...containers, ...notOffered]) register(space, context);
}
