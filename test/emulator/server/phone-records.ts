import type { ConsoleRecord, ExceptionRecord, PhoneRecords, SetDataRecord } from '../control/types';
import type { PhoneEvent } from '../phone/bridge';

const KEPT = 500;

/** What one phone did: bounded lists of the newest, counts of all. */
export class RecordKeeper {
  #console: ConsoleRecord[] = [];
  #exceptions: ExceptionRecord[] = [];
  #setData: SetDataRecord[] = [];
  #count = 0;
  #bytes = 0;
  #largest = 0;

  add(event: PhoneEvent): void {
    if (event.event === 'console') keep(this.#console, event);
    if (event.event === 'exception') keep(this.#exceptions, event);
    if (event.event !== 'setData') return;
    keep(this.#setData, event);
    this.#count += 1;
    this.#bytes += event.bytes;
    this.#largest = Math.max(this.#largest, event.bytes);
  }

  read(): PhoneRecords {
    return {
      console: [...this.#console],
      exceptions: [...this.#exceptions],
      setData: { count: this.#count, bytes: this.#bytes, largest: this.#largest, recent: [...this.#setData] },
    };
  }

  clear(): void {
    this.#console = [];
    this.#exceptions = [];
    this.#setData = [];
    this.#count = this.#bytes = this.#largest = 0;
  }
}

function keep<T>(list: T[], item: T): void {
  list.push(item);
  if (list.length > KEPT) list.shift();
}
