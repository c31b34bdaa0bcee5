import type * as glassEasel from 'glass-easel';
import { toAppEvent, elementOf } from './app-event';
import { WxsInstance } from './wxs-instance';

/** glass-easel names where a handler comes from: 1 = a WXS file, 2 = a <wxs> block (tmpl/proc_gen_wrapper.ts). */
export const isWxs = (path: readonly unknown[] | null | undefined): boolean => path?.[0] === 1 || path?.[0] === 2;

/** WeChat: framework/view/interactive-animation.md. */
export function callWxsHandler(
  handler: (...args: unknown[]) => unknown,
  caller: unknown,
  event: glassEasel.ShadowedEvent<unknown>,
): boolean | undefined {
  const owner = elementOf(caller);
  const plain = toAppEvent(event);
  const withInstances = {
    ...plain,
    target: { ...plain.target, instance: instance(event.target) },
    currentTarget: { ...plain.currentTarget, instance: instance(event.currentTarget) },
    instance: instance(event.currentTarget),
  };
  const answer = handler(withInstances, owner ? new WxsInstance(owner) : undefined);
  return answer === false ? false : undefined;
}

/** `change:prop` handlers of WXS get descriptors, too. */
export function wrapPropertyHandler(handler: (...args: unknown[]) => unknown) {
  return (value: unknown, before: unknown, owner: unknown, target: unknown): unknown =>
    handler(value, before, instance(owner), instance(target));
}

const instance = (target: unknown): WxsInstance | undefined => {
  const element = elementOf(target);
  return element ? new WxsInstance(element) : undefined;
};
