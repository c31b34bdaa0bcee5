import * as glassEasel from 'glass-easel';
import { builtInOf } from '../phone/components';
import type { Element } from './tree';

/** What the template gave as an attribute, as text; undefined where it is absent or false. */
export function attributeOf(element: Element, name: string): string | undefined {
  if (name === 'id') return element.id || undefined;
  if (name === 'class') return element.class || undefined;
  if (name === 'style') return element.style || undefined;
  const value = name.startsWith('data-') ? element.dataset[camelCase(name.slice(5))] : propertyOf(element, name);
  if (value === undefined || value === null || value === false) return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A property of the component by either spelling (`scroll-y`, `scrollY`), else an attribute of the node. */
export function propertyOf(element: Element, name: string): unknown {
  const property = camelCase(name);
  const builtIn = builtInOf(element);
  if (builtIn && property in builtIn.properties) return builtIn.prop(property);
  if (glassEasel.Component.isComponent(element) && glassEasel.Component.hasProperty(element, property)) {
    const data: Readonly<Record<string, unknown>> = element.data;
    return data[property];
  }
  return element.getAttribute(name);
}

/** Names of the properties that can be read of an element. */
export function propertyNames(element: Element): readonly string[] {
  const builtIn = builtInOf(element);
  if (builtIn) return Object.keys(builtIn.properties);
  const component = element.asGeneralComponent();
  if (!component) return [];
  return Object.keys(component.data).filter((name) => glassEasel.Component.hasProperty(component, name));
}

function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
