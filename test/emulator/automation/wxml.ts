import type * as glassEasel from 'glass-easel';
import { builtInOf } from '../phone/components';
import { attributeOf, propertyNames } from './attribute';
import { tagNameOf } from './tag-name';
import { ownerOf, visibleChildren, type Element } from './tree';

const INDENT = '  ';

/** The element and what is in it as WXML, one element a line. */
export function outerWxml(element: Element): string {
  const scope = ownerOf(element) ?? element.asGeneralComponent();
  return scope ? print(element, scope, '') : '';
}

/** What is in the element; of a component of the app, its own template. */
export function innerWxml(element: Element, scope: glassEasel.GeneralComponent): string {
  return printChildren(element, scope, '').join('\n');
}

function print(element: Element, scope: glassEasel.GeneralComponent, indent: string): string {
  const tag = tagNameOf(element);
  const open = `${indent}<${tag}${attributes(element)}>`;
  const children = printChildren(element, scope, indent + INDENT);
  if (children.length === 0) return `${open}</${tag}>`;
  const [only = ''] = children;
  if (children.length === 1 && !only.trimStart().startsWith('<')) return `${open}${only.trim()}</${tag}>`;
  return [open, ...children, `${indent}</${tag}>`].join('\n');
}

function printChildren(element: Element, scope: glassEasel.GeneralComponent, indent: string): string[] {
  const printed: string[] = [];
  for (const child of visibleChildren(element, scope)) {
    const inner = child.asElement();
    const text = inner ? '' : (child.asTextNode()?.textContent.trim() ?? '');
    if (inner) printed.push(print(inner, scope, indent));
    else if (text) printed.push(`${indent}${escape(text)}`);
  }
  return printed;
}

/** Identity, data and the properties that are not at their resting value. */
function attributes(element: Element): string {
  const changed = propertyNames(element).filter((name) => !isAtRest(element, name));
  const names = ['id', 'class', 'style', ...Object.keys(element.dataset).map(dataAttribute), ...changed];
  return names
    .map((name) => [name, attributeOf(element, name)] as const)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => ` ${dashed(name)}="${escape(String(value))}"`)
    .join('');
}

/** Of WeChat's own components: the value that they have where the template says nothing. */
function isAtRest(element: Element, name: string): boolean {
  const builtIn = builtInOf(element);
  return builtIn !== undefined && builtIn.prop(name) === builtIn.properties[name]?.value;
}

const dashed = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const dataAttribute = (name: string): string => `data-${dashed(name)}`;

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
