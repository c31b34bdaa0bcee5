import type { Phone } from '../host';

const phones = new Set<Phone>();

/**
 * Node ends a process for a promise that nobody handles. Where it came from app code it is the phone's business: its
 * stack names the phone's scripts; WeChat's failures (`{ errMsg }`) have no stack and go to the phone that started last.
 */
export function attributeRejections(phone: Phone): () => void {
  if (phones.size === 0) process.on('unhandledRejection', attribute);
  phones.add(phone);
  return () => {
    phones.delete(phone);
    if (phones.size === 0) process.off('unhandledRejection', attribute);
  };
}

function attribute(reason: unknown, promise: unknown): void {
  const phone = ownerOf(reason);
  if (phone) phone.reportRejection(reason, promise);
  // Ours: as if nobody had listened.
  else
    setImmediate(() => {
      throw reason;
    });
}

function ownerOf(reason: unknown): Phone | undefined {
  const all = [...phones];
  if (reason instanceof Error) return all.find(({ origin }) => reason.stack?.includes(origin));
  return typeof reason === 'object' && reason !== null && 'errMsg' in reason ? all.at(-1) : undefined;
}
