import { builtIn } from './define';
import { any, boolean, string } from './properties';

const properties = {
  selectable: boolean(),
  userSelect: boolean(),
  space: string(),
  decode: boolean(),
  overflow: string('visible'),
  maxLines: any(),
};

/** WeChat: component/text.md. Inline; keeps line breaks; not selectable unless it says so. */
export const text = builtIn({
  tag: 'text',
  properties,
  reflect: ['selectable', 'userSelect', 'space', 'overflow'],
});
