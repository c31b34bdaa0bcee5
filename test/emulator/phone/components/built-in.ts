import type * as glassEasel from 'glass-easel';
import type { PhoneContext } from '../parts';
import { convert, type Properties, type ValueOf } from './properties';

/** One element of a built-in component (`<button>` in a page): its state, its events, and its DOM where there is one. */
export class BuiltIn<P extends Properties = Properties> {
  constructor(
    readonly element: glassEasel.GeneralComponent,
    readonly context: PhoneContext,
    readonly properties: P,
  ) {}

  /** Once, before the template sets properties. */
  created(): void {}
  /** A property has another value than before. */
  changed(_name: string): void {}
  /** The element is on a page. */
  attached(): void {}
  detached(): void {}

  /** Text that the component draws itself, where it is not in the tree. */
  get shownText(): string | undefined {
    return undefined;
  }

  /** The host's DOM element; undefined in Node. */
  get dom(): HTMLElement | undefined {
    if (!this.context.view) return undefined;
    return this.element.getBackendElement() as unknown as HTMLElement;
  }

  prop<K extends keyof P & string>(name: K): ValueOf<P[K]> {
    const property = this.properties[name];
    const data: Readonly<Record<string, unknown>> = this.element.data;
    return (property ? convert(property, data[name]) : undefined) as ValueOf<P[K]>;
  }

  /** Writes the component's own property, as a switch does when it is tapped; `model:` bindings follow. */
  set<K extends keyof P & string>(name: K, value: ValueOf<P[K]>): void {
    this.element.setData({ [name]: value });
  }

  /** Fires an event of the component; WeChat's component events do not bubble. */
  emit(name: string, detail: unknown = {}, options: glassEasel.EventOptions = {}): void {
    this.element.triggerEvent(name, detail, options);
  }

  listen(
    name: string,
    listener: (event: glassEasel.ShadowedEvent<unknown>) => void,
    options?: glassEasel.EventListenerOptions,
  ): void {
    // What a listener returns must not reach the engine: false would stop the event.
    this.element.addListener(name, (event) => void listener(event), options);
  }

  /** Attribute of the host, for the default styles and for automation; false removes it. */
  attribute(name: string, value: string | boolean): void {
    this.element.updateAttribute(name, value);
  }
}

const parts = new WeakMap<object, BuiltIn>();

export function registerPart(element: object, part: BuiltIn): void {
  parts.set(element, part);
}

/** The built-in component behind an element of glass-easel's tree; undefined for components of the app. */
export function builtInOf(element: object): BuiltIn | undefined {
  return parts.get(element);
}
