import type { CloudBase } from '../cloud/types';
import type { Storage } from '../storage';

/** The function that prepares a new environment (makes collections): called once as the console. */
export class SetUp {
  readonly #marks;
  readonly #cloud: CloudBase;
  readonly #name: string | undefined;

  constructor(storage: Storage, cloud: CloudBase, name: string | undefined) {
    this.#marks = storage.sublevel<string, string>('emulator-setup', {});
    this.#cloud = cloud;
    this.#name = name;
  }

  /** Nothing where the environment was set up before by the same function. Rejects with what the function said. */
  async run(): Promise<void> {
    if (this.#name === undefined || (await this.#marks.get('done')) === this.#name) return;
    try {
      await this.#cloud.callFunction({ source: '' }, { name: this.#name, data: '{}' });
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : JSON.stringify(cause);
      throw new Error(`the setup function '${this.#name}' failed: ${reason}`, { cause });
    }
    await this.#marks.put('done', this.#name);
  }

  /** The environment was emptied: it is new again. */
  async again(): Promise<void> {
    await this.#marks.del('done');
    await this.run();
  }
}
