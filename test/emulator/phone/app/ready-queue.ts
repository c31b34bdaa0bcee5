import type * as glassEasel from 'glass-easel';
import type { AppThread } from '../engine/app-thread';

/** glass-easel has no `ready`: it comes once a component is on the page and the view has been told. */
export class ReadyQueue {
  #waiting: glassEasel.GeneralComponent[] = [];

  constructor(readonly thread: AppThread) {}

  add(component: glassEasel.GeneralComponent): void {
    this.#waiting.push(component);
    if (this.#waiting.length === 1) this.thread.post(() => this.#flush());
  }

  #flush(): void {
    const components = this.#waiting;
    this.#waiting = [];
    for (const component of components) component.triggerLifetime('ready', []);
  }
}
