import type * as glassEasel from 'glass-easel';
import { Component } from 'glass-easel';
import type { PageHandle, PhoneContext } from '../phone/parts';
import type { Params } from './params';
import { queryAll, queryPage } from './query';
import { tagNameOf } from './tag-name';
import { asAppComponent, ownerOf, type Element } from './tree';

/** How the client knows an element. `nodeId` tells it that the element is a component of the app. */
export interface ElementHandle {
  readonly elementId: string;
  readonly tagName: string;
  readonly nodeId?: string;
}

/** Not used twice, also not after a cold start: miniprogram-automator keeps what it knows of an element by its id. */
let lastElementId = 0;

/** Pages and elements by the ids that the client holds. */
export class Elements {
  private readonly ids = new WeakMap<Element, string>();
  private readonly elements = new Map<string, WeakRef<Element>>();

  constructor(private readonly context: PhoneContext) {}

  page(params: Params): PageHandle {
    const pageId = params.number('pageId');
    const page = this.context.stack.pages.find((candidate) => candidate.pageId === pageId);
    if (page) return page;
    throw new Error(`page ${pageId} is not on the page stack (any more)`);
  }

  element(params: Params): Element {
    const elementId = params.string('elementId');
    const element = this.elements.get(elementId)?.deref();
    if (element && Component.isAttached(element)) return element;
    throw new Error(`element ${elementId} is not on the page (any more): look it up again after the page has changed`);
  }

  /** A component of the app, whose data and methods a test may read. */
  component(params: Params): glassEasel.GeneralComponent {
    const element = this.element(params);
    const component = asAppComponent(element);
    if (component) return component;
    throw new Error(`<${tagNameOf(element)}> is not a component of the app`);
  }

  /** The page itself, by the tag `page`, and what its template holds. */
  inPage(params: Params, selector: string): Iterable<Element> {
    return queryPage(this.page(params).component, selector);
  }

  /** In a component of the app: what its template holds. Else what is in the element. */
  inElement(params: Params, selector: string): Iterable<Element> {
    const element = this.element(params);
    return queryAll(element, this.scopeInside(element), selector);
  }

  /** The component whose template is looked at when a client looks inside `element`. */
  scopeInside(element: Element): glassEasel.GeneralComponent {
    const scope = asAppComponent(element) ?? ownerOf(element);
    if (scope) return scope;
    throw new Error(`<${tagNameOf(element)}> belongs to no component`);
  }

  handle(element: Element): ElementHandle {
    const id = this.ids.get(element) ?? this.remember(element);
    const nodeId = element.ownerShadowRoot && asAppComponent(element) ? { nodeId: id } : {};
    return { elementId: id, tagName: tagNameOf(element), ...nodeId };
  }

  private remember(element: Element): string {
    const id = `e${++lastElementId}`;
    this.ids.set(element, id);
    this.elements.set(id, new WeakRef(element));
    return id;
  }
}
