import type { Change, PhoneRecords } from '../control/types';
import { useWorkbench } from './store';

type PhoneRecord = Extract<Change, { topic: 'phone' }>['event'];

const KEPT = 500;
const NOTHING: PhoneRecords = {
  console: [],
  exceptions: [],
  setData: { count: 0, bytes: 0, largest: 0, recent: [] },
};

/** Adds what a phone just did to its records, as the server keeps them; false where its state changed instead. */
export function addPhoneEvent(phoneId: string, event: PhoneRecord): boolean {
  if (event.event === 'page' || event.event === 'ready') return false;
  useWorkbench.setState(({ phone, records }) =>
    phone?.id === phoneId ? { records: addTo(records ?? NOTHING, event) } : {},
  );
  return true;
}

export function addTo(records: PhoneRecords, event: PhoneRecord): PhoneRecords {
  if (event.event === 'console') return { ...records, console: keep(records.console, event) };
  if (event.event === 'exception') return { ...records, exceptions: keep(records.exceptions, event) };
  if (event.event !== 'setData') return records;
  const { count, bytes, largest, recent } = records.setData;
  return {
    ...records,
    setData: {
      count: count + 1,
      bytes: bytes + event.bytes,
      largest: Math.max(largest, event.bytes),
      recent: keep(recent, event),
    },
  };
}

function keep<T>(list: readonly T[], item: T): readonly T[] {
  return [...list, item].slice(-KEPT);
}
