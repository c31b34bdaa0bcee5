import type { CallContext } from './context';

/**
 * Whether the function's own timer calls, as WeChat says: `SOURCE` is `wx_trigger` and nothing else, and there is no
 * openid (developers.weixin.qq.com: Cloud.getWXContext.md). The event of a timer has `Type: 'Timer'`, which anybody can
 * write into theirs: it decides nothing alone.
 */
export function isTimer(event: unknown, { openid, sources }: CallContext): boolean {
  const type = typeof event === 'object' && event !== null ? (event as { readonly Type?: unknown }).Type : undefined;
  return type === 'Timer' && openid === undefined && sources.join() === 'wx_trigger';
}
