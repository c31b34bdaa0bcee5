import * as glassEasel from 'glass-easel';
import type { PhoneContext } from '../parts';
import { currentPage } from './current-page';
import { typeName } from './json';

/**
 * The component of glass-easel's tree behind what app code passes to `in(this)`: a page's or a component's instance
 * (glass-easel-miniprogram-adapter keeps it as `_$`). Undefined = the page on top.
 */
export function componentOf(context: PhoneContext, api: string, instance: unknown): glassEasel.GeneralComponent {
  if (instance === undefined || instance === null) return currentPage(context, api).component;
  if (glassEasel.Component.isComponent(instance)) return instance;
  const page = context.stack.pages.find(({ caller }) => caller === instance);
  if (page) return page.component;
  const { _$: component } = Object(instance) as { _$?: unknown };
  if (glassEasel.Component.isComponent(component)) return component;
  throw new TypeError(`${api}: expected a page or a component (usually \`this\`), got ${typeName(instance)}`);
}
