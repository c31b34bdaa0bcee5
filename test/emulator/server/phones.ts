import type { NewPhone, PhoneHost, PhoneInfo } from '../control/types';
import type { Client, EnterOptions, PhoneEvent } from '../phone/bridge';
import type { Life } from '../wechat/chats/types';
import { createMemoryBridge } from './memory-bridge';
import { newLife } from './holders';
import { PhoneLine } from './phone-line';
import { bootOf, createPhoneService, type ServiceParts } from './phone-service';

/** How long a cold start may take until the first page can be used, ms. */
const START_TIMEOUT_MS = 30_000;

/** A phone told something, or (no event) the list of phones or one of their states changed. */
type PhonesListener = (phoneId: string, event: Exclude<PhoneEvent, { event: 'automation' }> | undefined) => void;

/** What is other than before. */
export interface ColdStart {
  readonly openid?: string | undefined;
  readonly client?: Client | undefined;
  readonly enter?: Partial<EnterOptions> | undefined;
  /** Where `enter` has a ticket: the life for which it was made. */
  readonly life?: Life;
}

interface Held {
  readonly line: PhoneLine;
  readonly stop: () => void;
}

/** Every phone of this local WeChat. */
export class Phones {
  readonly #parts: ServiceParts;
  readonly #host: PhoneHost;
  readonly #held = new Map<string, Held>();
  readonly #listeners = new Set<PhonesListener>();
  #made = 0;

  constructor(parts: ServiceParts, host: PhoneHost) {
    this.#parts = parts;
    this.#host = host;
  }

  get all(): readonly PhoneLine[] {
    return [...this.#held.values()].map(({ line }) => line);
  }

  /** `undefined` asks for the first phone. */
  find(id: string | undefined): PhoneLine {
    const line = id === undefined ? this.all[0] : this.#held.get(id)?.line;
    if (line === undefined) {
      const there = this.all.map((phone) => phone.id).join(', ');
      throw new RangeError(`there is no phone ${id ?? ''}; there is ${there === '' ? 'none' : there}`);
    }
    return line;
  }

  /** A new phone. One in Node starts at once, and is ready when this resolves; one in a browser when a page opens it. */
  async open({ openid, host = this.#host, client }: NewPhone = {}): Promise<PhoneLine> {
    const [first] = this.#parts.platform.users;
    const owner = openid ?? first?.openid;
    if (owner === undefined) throw new RangeError('there is no user who could hold a phone');
    const holder = this.#parts.platform.user(owner).openid;
    const line = new PhoneLine(`p${(this.#made += 1)}`, host, holder, this.#enterOptions());
    if (client !== undefined) line.client = checkedClient(client);
    this.#held.set(line.id, { line, stop: () => line.hangUp('the phone was closed') });
    line.onEvent((event) => this.#tell(line, event));
    line.onLeave(() => this.#tell(line));
    this.#tell(line);
    if (host === 'node') await this.#startInNode(line);
    return line;
  }

  close(id: string): void {
    const line = this.find(id);
    this.#held.get(id)?.stop();
    this.#held.delete(id);
    this.#parts.platform.chats.endLife(line.life);
    this.#tell(line);
  }

  closeAll(): void {
    for (const { id } of this.all) this.close(id);
  }

  /** A cold start, of another person's phone if `openid` is given. Waits for the first page if the phone is shown. */
  async restart(line: PhoneLine, change: ColdStart = {}): Promise<void> {
    const openid = change.openid === undefined ? line.openid : this.#parts.platform.user(change.openid).openid;
    const client = change.client === undefined ? line.client : checkedClient(change.client);
    this.#parts.platform.chats.endLife(line.life);
    line.begin({ openid, life: change.life ?? newLife() });
    Object.assign(line, { client, enter: this.#enterOptions(change.enter) });
    if (line.send({ command: 'restart', boot: bootOf(this.#parts, line) })) await line.whenReady(START_TIMEOUT_MS);
  }

  /** A warm start. */
  enter(line: PhoneLine, enter: Partial<EnterOptions>): void {
    line.enter = this.#enterOptions(enter);
    line.send({ command: 'enter', enter: line.enter });
  }

  reload(): void {
    for (const line of this.all) line.send({ command: 'reload', package: this.#parts.currentPackage() });
  }

  setNetwork(line: PhoneLine, online: boolean): void {
    line.online = online;
    line.send({ command: 'network', online });
    this.#tell(line);
  }

  setTheme(line: PhoneLine, theme: 'light' | 'dark'): void {
    line.theme = theme;
    line.send({ command: 'theme', theme });
    this.#tell(line);
  }

  onChange(listener: PhonesListener): void {
    this.#listeners.add(listener);
  }

  info(line: PhoneLine, origin: string): PhoneInfo {
    const { id, host, openid, connected, ready, online, theme, client, stack } = line;
    const url = `${origin}/phone/${id}`;
    const automator = `${origin.replace(/^http/, 'ws')}/automator/${id}`;
    return { id, host, openid, connected, ready, online, theme, client, stack, url, automator };
  }

  #tell(line: PhoneLine, event?: Parameters<PhonesListener>[1]): void {
    for (const listener of this.#listeners) listener(line.id, event);
  }

  async #startInNode(line: PhoneLine): Promise<void> {
    const { startNodePhone } = await import('../phone/node');
    const { bridge, connection } = createMemoryBridge(line, createPhoneService(this.#parts, line));
    line.connect(connection);
    const phone = await startNodePhone(bridge);
    this.#held.set(line.id, {
      line,
      stop: () => {
        phone.stop();
        line.hangUp('the phone was closed');
      },
    });
    await line.whenReady(START_TIMEOUT_MS);
  }

  /** From WeChat's list of mini programs, at the first page. Source: framework/app-service/scene.md */
  #enterOptions(enter: Partial<EnterOptions> = {}): EnterOptions {
    const { app, pages } = this.#parts.currentPackage();
    const entry = typeof app.entryPagePath === 'string' ? app.entryPagePath : pages[0];
    return { path: entry ?? '', query: {}, scene: 1001, referrerInfo: {}, ...enter };
  }
}

const PLATFORMS: readonly string[] = ['ios', 'android', 'devtools'] satisfies readonly Client['platform'][];

function checkedClient({ platform, libraryVersion }: Client): Client {
  if (!PLATFORMS.includes(platform)) throw new RangeError(`a platform is ${PLATFORMS.join(', ')}, got '${platform}'`);
  if (libraryVersion === undefined) return { platform };
  if (!/^\d+\.\d+\.\d+$/.test(libraryVersion))
    throw new RangeError(`a library version is like 2.16.0, got '${libraryVersion}'`);
  return { platform, libraryVersion };
}
