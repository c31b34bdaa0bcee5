import type { PhoneHost } from '../control/types';
import type { AutomationEvent, AutomationReply, Client, EnterOptions, PhoneCommand, PhoneEvent } from '../phone/bridge';
import { maskPhones, maskText } from '../mask-phone';
import type { Life } from '../wechat/chats/types';
import { Holders, newLife, type Holder } from './holders';
import { RecordKeeper } from './phone-records';

/** What is at the phone's end of the line: a socket of a page, or a host in this process. */
export interface Connection {
  send(command: PhoneCommand): void;
  /** The server hangs up: another page shows this phone now, or all of it stops. */
  close(reason: string): void;
}

type AutomationMessage = AutomationReply | AutomationEvent;
type PhoneRecord = Exclude<PhoneEvent, { event: 'automation' }>;

/** One phone, as the server knows it: who holds it, who is on its line, what it does. */
export class PhoneLine {
  readonly records = new RecordKeeper();
  online = true;
  theme: 'light' | 'dark' = 'light';
  client: Client = { platform: 'devtools' };
  /** PNG of the phone, base64, where a window of ours shows it. */
  screenshot?: () => Promise<string>;
  readonly #holders: Holders;
  #connection: Connection | undefined;
  #ready = false;
  #stack: readonly string[] = [];
  readonly #waiting = new Set<() => void>();
  readonly #events = new Set<(event: PhoneRecord) => void>();
  readonly #automation = new Set<(message: AutomationMessage) => void>();
  readonly #leavers = new Set<() => void>();

  constructor(
    readonly id: string,
    readonly host: PhoneHost,
    openid: string,
    public enter: EnterOptions,
  ) {
    this.#holders = new Holders(openid);
  }

  /** Who holds the phone now. */
  get openid(): string {
    return this.#holders.now.openid;
  }
  /** Of the mini program that runs there, or will. Loading the phone's page again does not end it. */
  get life(): Life {
    return this.#holders.now.life;
  }
  /** Who asks what `life` asks; undefined where that life is over. */
  holderOf(life: unknown): Holder | undefined {
    return this.#holders.of(life);
  }

  get connected(): boolean {
    return this.#connection !== undefined;
  }
  get ready(): boolean {
    return this.#ready;
  }
  /** Routes, bottom first. */
  get stack(): readonly string[] {
    return this.#stack;
  }

  /** The newest page has the phone; one that had it before is told to go. */
  connect(connection: Connection): void {
    const before = this.#connection;
    this.#connection = connection;
    this.#holders.forgetOthers();
    this.#leave();
    before?.close('this phone is shown elsewhere now');
  }

  disconnect(connection: Connection): void {
    if (this.#connection !== connection) return;
    this.#connection = undefined;
    this.#holders.forgetOthers();
    this.#leave();
  }

  hangUp(reason: string): void {
    const connection = this.#connection;
    if (connection === undefined) return;
    this.disconnect(connection);
    connection.close(reason);
  }

  /** The next life begins; what the one before says while it ends still counts, where it runs. */
  begin(holder: Holder): void {
    this.#holders.add(holder);
    if (!this.connected) this.#holders.forgetOthers();
  }

  /** What the app that runs there asks from now on is refused, until the next start. */
  cutOff(): void {
    this.begin({ openid: this.openid, life: newLife() });
    this.#holders.forgetOthers();
  }

  /** False where nobody is on the line. */
  send(command: PhoneCommand): boolean {
    if (this.#connection === undefined) return false;
    if (command.command === 'restart') this.#leave();
    this.#connection.send(command);
    return true;
  }

  receive(told: PhoneEvent): void {
    if (told.event === 'automation') {
      for (const listener of this.#automation) listener(told.message);
      return;
    }
    const event = withoutPhones(told);
    this.records.add(event);
    if (event.event === 'page') this.#stack = event.stack;
    if (event.event === 'ready') this.#started(event.life);
    for (const listener of this.#events) listener(event);
  }

  /** Resolves when the first page can be used; rejects after `timeoutMs` with what is missing. */
  async whenReady(timeoutMs: number): Promise<void> {
    if (this.#ready) return;
    await new Promise<void>((resolve, reject) => {
      const settle = (finish: () => void) => {
        clearTimeout(timer);
        this.#waiting.delete(resume);
        finish();
      };
      const resume = () => settle(resolve);
      const timer = setTimeout(() => settle(() => reject(new Error(this.#whyNotReady(timeoutMs)))), timeoutMs);
      this.#waiting.add(resume);
    });
  }

  onEvent(listener: (event: PhoneRecord) => void): () => void {
    this.#events.add(listener);
    return () => this.#events.delete(listener);
  }

  onAutomation(listener: (message: AutomationMessage) => void): () => void {
    this.#automation.add(listener);
    return () => this.#automation.delete(listener);
  }

  /** The phone went away or starts anew: what it was asked stays unanswered. */
  onLeave(listener: () => void): () => void {
    this.#leavers.add(listener);
    return () => this.#leavers.delete(listener);
  }

  /** A life that another one has followed meanwhile is nothing to wait for. */
  #started(life: Life): void {
    this.#holders.started(life);
    if (life !== this.life) return;
    this.#ready = true;
    for (const resume of [...this.#waiting]) resume();
  }

  #leave(): void {
    this.#ready = false;
    this.#stack = [];
    for (const listener of this.#leavers) listener();
  }

  #whyNotReady(timeoutMs: number): string {
    const waited = `phone ${this.id} was not ready within ${timeoutMs} ms`;
    if (!this.connected) return `${waited}: nobody shows it; open /phone/${this.id} in a browser`;
    const [exception] = this.records.read().exceptions.slice(-1);
    return `${waited}: ${exception === undefined ? 'its first page did not appear' : exception.message}`;
  }
}

/** Phone numbers are masked before anything is recorded or shown. */
function withoutPhones(event: PhoneRecord): PhoneRecord {
  if (event.event === 'console') return { ...event, args: event.args.map(maskPhones) };
  if (event.event === 'exception') {
    return { ...event, message: maskText(event.message), stack: maskText(event.stack) };
  }
  return event;
}
