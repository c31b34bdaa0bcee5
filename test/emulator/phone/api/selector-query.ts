import type * as glassEasel from 'glass-easel';
import type { PhoneContext } from '../parts';
import { componentOf } from './component-of';
import { jsonCopy } from './json';
import { NodesRef } from './nodes-ref';
import { readNode, readViewport } from './node-fields';
import type { ApiPart } from './part';

type Callback = (result: never) => void;

interface Query {
  readonly component: glassEasel.GeneralComponent;
  /** Undefined = the viewport. */
  readonly selector: string | undefined;
  readonly single: boolean;
  readonly fields: WechatMiniprogram.Fields;
  readonly callback: Callback | undefined;
}

/** WeChat: developers.weixin.qq.com/miniprogram/dev/api/wxml/SelectorQuery.html, over glass-easel's own selectors. */
export class SelectorQuery implements WechatMiniprogram.SelectorQuery {
  private instance: unknown;
  private readonly queries: Query[] = [];

  constructor(private readonly context: PhoneContext) {}

  in(component: unknown): this {
    this.instance = component;
    return this;
  }

  select(selector: string): NodesRef {
    return new NodesRef(this, (fields, callback) => this.push(selector, true, fields, callback));
  }

  selectAll(selector: string): NodesRef {
    return new NodesRef(this, (fields, callback) => this.push(selector, false, fields, callback));
  }

  selectViewport(): NodesRef {
    return new NodesRef(this, (fields, callback) => this.push(undefined, true, fields, callback));
  }

  /** Answers of all queries in their order; an element that is not there is null. */
  exec(callback?: (results: unknown[]) => void): NodesRef {
    setTimeout(() => {
      try {
        const results = this.queries.map((query) => this.run(query));
        this.queries.forEach((query, index) => query.callback?.(results[index] as never));
        callback?.(results);
      } catch (error) {
        this.context.reportError(error);
      }
    }, 0);
    return this.select('');
  }

  private push(
    selector: string | undefined,
    single: boolean,
    fields: WechatMiniprogram.Fields,
    callback: Callback | undefined,
  ): void {
    const component = componentOf(this.context, 'createSelectorQuery', this.instance);
    this.queries.push({ component, selector, single, fields, callback });
  }

  private run({ component, selector, single, fields }: Query): unknown {
    if (selector === undefined) return readViewport(this.context, fields);
    const root = component.getShadowRoot();
    const nodes = root?.querySelectorAll(selector) ?? [];
    const results = (single ? nodes.slice(0, 1) : nodes).map((node) => jsonCopy(readNode(this.context, node, fields)));
    return single ? (results[0] ?? null) : results;
  }
}

export function createSelectorQueryApi({ context }: ApiPart) {
  return {
    createSelectorQuery: () => new SelectorQuery(context),
  } satisfies Partial<WechatMiniprogram.Wx>;
}
