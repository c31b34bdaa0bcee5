import type { SelectorQuery } from './selector-query';

type Callback = (result: never) => void;
type Push = (fields: WechatMiniprogram.Fields, callback: Callback | undefined) => void;

/** WeChat: developers.weixin.qq.com/miniprogram/dev/api/wxml/NodesRef.html */
export class NodesRef implements WechatMiniprogram.NodesRef {
  constructor(
    private readonly query: SelectorQuery,
    private readonly push: Push,
  ) {}

  boundingClientRect(callback?: Callback): SelectorQuery {
    return this.fields({ id: true, dataset: true, rect: true, size: true }, callback);
  }

  scrollOffset(callback?: Callback): SelectorQuery {
    return this.fields({ id: true, dataset: true, scrollOffset: true }, callback);
  }

  fields(fields: WechatMiniprogram.Fields, callback?: Callback): SelectorQuery {
    for (const name of ['node', 'context', 'ref'] as const) if (fields[name]) return absent(name);
    this.push(fields, callback);
    return this.query;
  }

  node(): SelectorQuery {
    return absent('node');
  }

  context(): SelectorQuery {
    return absent('context');
  }

  ref(): SelectorQuery {
    return absent('ref');
  }
}

function absent(name: string): never {
  throw new Error(`NodesRef.${name} is not in the local WeChat: there is no canvas, video or map here yet`);
}
