import type * as glassEasel from 'glass-easel';
import { type BuiltIn, builtInOf } from './built-in';

/** What a form asks of the fields in it. */
export interface FormField {
  readonly fieldName: string;
  readonly fieldValue: unknown;
  resetField(): void;
}

export interface FormPart {
  submit(): void;
  reset(): void;
}

const isForm = (part: BuiltIn): part is BuiltIn & FormPart => part.element.tagName === 'form';

/** The nearest ancestor in the same component that fits: WeChat's forms and groups do not see into other components. */
export function closestPart<T extends BuiltIn>(
  element: glassEasel.Element,
  fits: (part: BuiltIn) => part is T,
): T | undefined {
  for (let node = element.parentNode; node; node = node.parentNode) {
    const part = builtInOf(node);
    if (part && fits(part)) return part;
  }
  return undefined;
}

export function formOf(element: glassEasel.Element): FormPart | undefined {
  return closestPart(element, isForm);
}

/** Built-in components below an element, in the same component, in the order of the template. */
export function partsBelow(element: glassEasel.Element): BuiltIn[] {
  const found: BuiltIn[] = [];
  for (const child of element.childNodes) {
    const below = child.asElement();
    if (!below) continue;
    const part = builtInOf(below);
    if (part) found.push(part);
    found.push(...partsBelow(below));
  }
  return found;
}
