import type * as glassEasel from 'glass-easel';
import type { PhoneContext } from '../parts';
import { warnOnce } from './warn';

const isEvent = (name: string): boolean => /^(on|bind|catch|capture-?bind|capture-?catch|mut-?bind)/i.test(name);
const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === false || value === '';

/**
 * Reports once what a template sets on a built-in component that does not have it. A template sets what is not a
 * property as an external class (glass-easel, `ProcGenWrapper.r`), so that is where it is seen with its value.
 * Taro's base.wxml sets every attribute that it knows; empty values are therefore passed over.
 */
export function watchUnknownProperties(
  element: glassEasel.GeneralComponent,
  context: PhoneContext,
  { tag, anyAttribute = false }: { readonly tag: string; readonly anyAttribute?: boolean },
): void {
  const prototype = Object.getPrototypeOf(element) as object;
  if (Object.hasOwn(prototype, 'setExternalClass')) return;
  Object.defineProperties(prototype, {
    hasExternalClass: { value: (name: string) => name !== 'class' && !isEvent(name) },
    setExternalClass: {
      value(this: glassEasel.GeneralComponent, name: string, value: unknown) {
        if (/^(aria-|role$)/.test(name)) this.updateAttribute(name === 'aria-role' ? 'role' : name, value);
        else if (!anyAttribute && !isEmpty(value)) {
          const owner = this.ownerShadowRoot?.getHostNode().is ?? 'a page';
          warnOnce(context, `<${tag}> has no property "${name}" (set to ${JSON.stringify(value)} in ${owner})`);
        }
      },
    },
  });
}
