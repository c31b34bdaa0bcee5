import type { Bridge } from '../bridge';
import type { NativeUI } from '../parts';

/**
 * What a page of WeChat's own (`native/pages/<name>/index`) gets beside `Page`: the parameter `wechat` of its module.
 * `stack.openNative(name, data)` opens it at the route `wechat/<name>`.
 */
export interface NativePageHost {
  /** What `openNative` was given. */
  readonly data: Readonly<Record<string, unknown>>;
  /** What WeChat calls the mini program. */
  readonly appName: string;
  readonly request: Bridge['request'];
  readonly native: NativeUI;
  /** What `openNative` resolves to when the page has been left; the last call counts. */
  answer(value: unknown): void;
}
