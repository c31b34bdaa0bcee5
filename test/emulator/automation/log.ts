import type { PhoneEvent } from '../phone/bridge';
import type { PhoneContext } from '../phone/parts';
import type { AutomationHooks } from './hooks';
import type { Methods } from './method';

/** The app's console and exceptions as events of the protocol, the console from when the client asks for it. */
export function logMethods(context: PhoneContext, hooks: AutomationHooks): Methods {
  const { session } = hooks;
  const send = (method: string, params: unknown): void =>
    context.bridge.emit({ event: 'automation', message: { method, params } });
  const tell = (event: PhoneEvent): void => {
    if (event.event === 'exception') {
      send('App.exceptionThrown', { exception: { message: event.message, stack: event.stack } });
    } else if (session.logEnabled && event.event === 'console') {
      send('App.logAdded', { type: event.level, args: event.args });
    }
  };
  hooks.onPhoneEvent(tell);
  return {
    'App.enableLog': () => {
      session.logEnabled = true;
      return {};
    },
  };
}
