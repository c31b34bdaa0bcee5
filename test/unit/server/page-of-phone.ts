import WebSocket from 'ws';
import type { Control } from '../../emulator/control/types';
import type { Boot, EnterOptions, PhoneCommand, PhoneRequests } from '../../emulator/phone/bridge';

type Answer = { readonly id: number; readonly result?: unknown; readonly error?: unknown };

/** What stands in a browser at the end of a phone's line, without the phone: asks, and is ready whenever it is told to start. */
export class PageOfPhone {
  #line: WebSocket;
  #asked = 0;
  #life: string | undefined;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  /** Of the last cold start. */
  boot!: Boot;
  /** How the mini program was entered last. */
  enter!: EnterOptions;

  private constructor(
    readonly address: string,
    readonly id: string,
    line: WebSocket,
  ) {
    this.#line = line;
  }

  static async open(url: string, id: string): Promise<PageOfPhone> {
    const address = `${url.replace(/^http/, 'ws')}/bridge/${id}`;
    const page = new PageOfPhone(address, id, new WebSocket(address));
    await page.#start();
    return page;
  }

  /** Loads the page again. */
  async reconnect(): Promise<void> {
    this.close();
    this.#line = new WebSocket(this.address);
    await this.#start();
  }

  /** Gives the phone to somebody, if it is not theirs already. */
  async hold(control: Control, openid: string): Promise<void> {
    if (this.boot.user.openid !== openid) await control.phones.switchUser(this.id, openid);
  }

  /** Rejects with what the phone would get. `life`: by default that of the last cold start. */
  ask<M extends keyof PhoneRequests>(
    method: M,
    params: PhoneRequests[M][0],
    life = this.#life,
  ): Promise<PhoneRequests[M][1]> {
    const id = (this.#asked += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, ({ result, error }) => {
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
        if (error !== undefined) reject(error);
        else resolve(result as PhoneRequests[M][1]);
      });
      this.#line.send(JSON.stringify({ id, method, params, life }));
    });
  }

  close(): void {
    this.#line.terminate();
  }

  async #start(): Promise<void> {
    this.#line.on('message', (data: Buffer) => this.#hear(JSON.parse(data.toString()) as Answer | PhoneCommand));
    await new Promise((resolve) => this.#line.once('open', resolve));
    this.#begin(await this.ask('boot', {}));
  }

  #hear(message: Answer | PhoneCommand): void {
    if ('id' in message) {
      this.#waiting.get(message.id)?.(message);
      this.#waiting.delete(message.id);
    } else if (message.command === 'restart') this.#begin(message.boot);
    else if (message.command === 'enter') this.enter = message.enter;
  }

  #begin(boot: Boot): void {
    this.boot = boot;
    this.#life = boot.life;
    this.enter = boot.enter;
    this.#line.send(JSON.stringify({ event: 'ready', life: boot.life, at: Date.now() }));
  }
}
