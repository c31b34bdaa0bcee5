import * as glassEasel from 'glass-easel';
import type { PhoneContext } from '../parts';
import { BuiltIn, builtInOf, registerPart } from './built-in';
import { any, asText, boolean, unheeded, type Properties } from './properties';
import { watchUnknownProperties } from './unknown-property';
import { warnOnce } from './warn';

export interface BuiltInDefinition<P extends Properties = Properties> {
  readonly tag: string;
  readonly properties: P;
  /** Properties that the default styles look at, written to the host as attributes. */
  readonly reflect?: readonly (keyof P & string)[];
  /** Takes whatever a template sets without reporting it. */
  readonly anyAttribute?: boolean;
  readonly part?: new (element: glassEasel.GeneralComponent, context: PhoneContext, properties: P) => BuiltIn<P>;
}

/** Every component has these (WeChat: framework/view/wxml/component.md, 公共属性). */
const common = { hidden: boolean(), animation: unheeded(any()) };

export const attributeName = (property: string): string =>
  property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** One component, not yet known to anybody. */
export interface Registration {
  readonly tag: string;
  /** By WeChat's names, without hyphens; those that every component has as well. */
  readonly properties: Properties;
  /** Those that the default styles look at. */
  readonly reflected: ReadonlySet<string>;
  /** Makes it known to the templates of a space. */
  register(space: glassEasel.ComponentSpace, context: PhoneContext): void;
}

/** A built-in component, to be registered under its tag. */
export function builtIn<P extends Properties>(definition: BuiltInDefinition<P>): Registration {
  const { tag } = definition;
  const properties = { ...common, ...definition.properties };
  const reflected = new Set(['hidden', ...(definition.reflect ?? [])]);
  const register: Registration['register'] = (space, context) =>
    defineBuiltIn(space, context, { ...definition, properties }, reflected);
  return { tag, properties, reflected, register };
}

function defineBuiltIn<P extends Properties>(
  space: glassEasel.ComponentSpace,
  context: PhoneContext,
  definition: BuiltInDefinition<P>,
  reflect: ReadonlySet<string>,
): void {
  const { properties } = definition;
  const Part = definition.part ?? BuiltIn<P>;

  const reflectProperty = (part: BuiltIn, name: string): void => {
    const value = part.prop(name);
    part.attribute(attributeName(name), typeof value === 'boolean' ? value : String(value));
  };

  const sayUnheeded = (part: BuiltIn, name: string, usual: unknown): void => {
    const now = asText(part.prop(name));
    if (now === '' || now === asText(usual)) return;
    warnOnce(context, `<${definition.tag}> ${attributeName(name)}="${now}" has no effect in the local WeChat`);
  };

  const component = space.defineComponent({
    is: `wechat-component/${definition.tag}`,
    options: {
      writeFieldsToNode: false,
      dataDeepCopy: glassEasel.DeepCopyKind.None,
      propertyPassingDeepCopy: glassEasel.DeepCopyKind.None,
    },
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, { kind, value, unheeded: isUnheeded }]) => [
        name,
        {
          type: kind === 'boolean' ? Boolean : null,
          value,
          observer(this: object) {
            const part = builtInOf(this);
            if (!part) return;
            if (reflect.has(name)) reflectProperty(part, name);
            if (isUnheeded) sayUnheeded(part, name, value);
            part.changed(name);
          },
        },
      ]),
    ),
    lifetimes: {
      created(this: glassEasel.GeneralComponent) {
        const part = new Part(this, context, properties);
        registerPart(this, part);
        watchUnknownProperties(this, context, definition);
        for (const name of definition.reflect ?? []) reflectProperty(part, name);
        part.created();
      },
      attached(this: object) {
        builtInOf(this)?.attached();
      },
      detached(this: object) {
        builtInOf(this)?.detached();
      },
    },
  });
  space.setGlobalUsingComponent(definition.tag, component.general());
}
