import type * as glassEasel from 'glass-easel';
import { isFromApp, toAppEvent } from './app-event';
import type { AppThread } from './app-thread';
import { callWxsHandler, isWxs } from './wxs-handler';

export type TemplateEventHandler = NonNullable<
  Parameters<
    InstanceType<NonNullable<glassEasel.template.ComponentTemplate['procGenWrapperType']>>['setEventListenerWrapper']
  >[0]
>;

/**
 * Stands between templates and handlers. A handler of the app gets plain JSON, later; what it returns goes to who asked
 * for it (an input). WXS runs in the view: at once, and its `false` stops the event.
 */
export function createEventHandler(thread: AppThread): TemplateEventHandler {
  return (caller, event, listener, path) => {
    const handler = listener as (this: unknown, ...args: unknown[]) => unknown;
    if (isWxs(path)) return callWxsHandler(handler, caller, event);
    const appEvent = toAppEvent(event);
    if (isFromApp(event)) {
      thread.run(() => handler.call(caller, appEvent));
      return undefined;
    }
    const answer = event.listenerReturnHandler();
    thread.post(() => {
      const returned = thread.run(() => handler.call(caller, appEvent));
      answer?.(returned);
    });
    return undefined;
  };
}
