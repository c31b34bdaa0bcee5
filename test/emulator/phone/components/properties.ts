/** A property of a built-in component, as WeChat documents it. */
export interface Property<T> {
  readonly kind: 'string' | 'number' | 'boolean' | 'any';
  readonly value: T;
  /** WeChat acts on it and the local WeChat does not: that is said once it has another value than the default. */
  readonly unheeded?: true;
}

export type Properties = Readonly<Record<string, Property<unknown>>>;
export type ValueOf<T> = T extends Property<infer V> ? V : never;

export const string = (value = ''): Property<string> => ({ kind: 'string', value });
export const number = (value = 0): Property<number> => ({ kind: 'number', value });
export const boolean = (value = false): Property<boolean> => ({ kind: 'boolean', value });
/** A value that the component parses itself where it uses it. */
export const any = (value: unknown = undefined): Property<unknown> => ({ kind: 'any', value });

/** Marks a property that is known here and has no effect. */
export const unheeded = <T>(property: Property<T>): Property<T> => ({ ...property, unheeded: true });

/** A value of a template as text; undefined and null are ''. */
export function asText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/**
 * The value that the component sees for what a template sets, by WeChat's rules: undefined, null and what cannot be
 * converted fall back to the default; any non-empty string is true, 'false' as well.
 */
export function convert(property: Property<unknown>, value: unknown): unknown {
  if (property.kind === 'boolean') return Boolean(value);
  if (value === undefined || value === null) return property.value;
  if (property.kind === 'string') return asText(value);
  if (property.kind === 'number')
    return value === '' || !Number.isFinite(Number(value)) ? property.value : Number(value);
  return value;
}
