import type { PhoneContext } from '../parts';

const said = new WeakMap<PhoneContext['bridge'], Set<string>>();

/** Says something once a phone, in its console record. */
export function warnOnce(context: PhoneContext, message: string): void {
  const messages = said.get(context.bridge) ?? new Set<string>();
  said.set(context.bridge, messages);
  if (messages.has(message)) return;
  messages.add(message);
  context.bridge.emit({ event: 'console', level: 'warn', args: [message], at: context.now() });
}
