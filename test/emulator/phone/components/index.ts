import type { ComponentSpace } from 'glass-easel';
import type { PhoneContext } from '../parts';
import { button } from './button';
import { defineBuiltIn } from './define';
import { form } from './form';
import { image } from './image';
import { input } from './input';
import { scrollView } from './scroll-view';
import { switchComponent } from './switch';
import { text } from './text';
import { view } from './view';

export { builtInOf } from './built-in';

/** Makes WeChat's components known to all templates of a space. Once a space, before its first page is created. */
export function registerBuiltIns(space: ComponentSpace, context: PhoneContext): void {
  defineBuiltIn(space, context, view);
  defineBuiltIn(space, context, text);
  defineBuiltIn(space, context, image);
  defineBuiltIn(space, context, button);
  defineBuiltIn(space, context, form);
  defineBuiltIn(space, context, input);
  defineBuiltIn(space, context, scrollView);
  defineBuiltIn(space, context, switchComponent);
}
