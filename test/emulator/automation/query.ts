import type * as glassEasel from 'glass-easel';
import { attributeOf } from './attribute';
import { parseSelector, type AttributeTest, type Compound, type Step } from './selector';
import { tagNameOf } from './tag-name';
import { visibleDescendants, visibleParent, type Element } from './tree';

/** All visible elements under `root` that match, in the order of the page. */
export function* queryAll(root: Element, scope: glassEasel.GeneralComponent, selector: string): Generator<Element> {
  const alternatives = parseSelector(selector);
  for (const element of visibleDescendants(root, scope)) {
    if (alternatives.some((steps) => matches(element, steps, scope))) yield element;
  }
}

/** The same in a page, whose root `page` matches too. */
export function* queryPage(page: glassEasel.GeneralComponent, selector: string): Generator<Element> {
  if (parseSelector(selector).some((steps) => matches(page, steps, page))) yield page;
  yield* queryAll(page, page, selector);
}

/** Reads the steps from the last compound towards the first, looking outwards from the element. */
function matches(element: Element, steps: readonly Step[], scope: glassEasel.GeneralComponent): boolean {
  const [step, ...rest] = steps;
  if (!step || !matchesCompound(element, step.compound)) return false;
  if (rest.length === 0) return true;
  for (let parent = visibleParent(element, scope); parent; parent = visibleParent(parent, scope)) {
    if (matches(parent, rest, scope)) return true;
    if (step.combinator === 'child') return false;
  }
  return false;
}

function matchesCompound(element: Element, { tag, id, classes, attributes }: Compound): boolean {
  if (tag !== undefined && tagNameOf(element) !== tag) return false;
  if (id !== undefined && element.id !== id) return false;
  if (!classes.every((name) => element.classList?.contains(name))) return false;
  return attributes.every((test) => matchesAttribute(attributeOf(element, test.name), test));
}

function matchesAttribute(actual: string | undefined, { operator, value }: AttributeTest): boolean {
  if (actual === undefined) return false;
  if (operator === '=') return actual === value;
  if (operator === '^=') return actual.startsWith(value);
  if (operator === '$=') return actual.endsWith(value);
  if (operator === '*=') return actual.includes(value);
  if (operator === '~=') return actual.split(/\s+/).includes(value);
  return true;
}
