/**
 * A person with a phone, as the end-to-end tests see one: looks, taps, types, answers WeChat's dialogs. Everything goes
 * through the official client, so the same tests run in DevTools (`AUTOMATOR_ENDPOINT=ws://127.0.0.1:9420 npm run e2e`).
 */
import automator from 'miniprogram-automator';
import { eventually } from '../eventually';

type MiniProgram = Awaited<ReturnType<typeof automator.connect>>;
type Page = NonNullable<Awaited<ReturnType<MiniProgram['currentPage']>>>;
type PageElement = NonNullable<Awaited<ReturnType<Page['$']>>>;

export class Person {
  private constructor(private readonly miniProgram: MiniProgram) {}

  /** Takes the phone at `endpoint`, by default the one that `npm run emulator:exec` or DevTools offers. */
  static async withPhone(endpoint = process.env.AUTOMATOR_ENDPOINT): Promise<Person> {
    if (endpoint === undefined) {
      throw new Error(
        'AUTOMATOR_ENDPOINT is not set: run `npm run emulator:exec -- -- npm run e2e`, or point it at DevTools',
      );
    }
    return new Person(await automator.connect({ wsEndpoint: endpoint }));
  }

  leave(): void {
    this.miniProgram.disconnect();
  }

  async page(): Promise<Page> {
    const page = await this.miniProgram.currentPage();
    if (page === undefined) throw new Error('no page is open');
    return page;
  }

  /** Waits until `selector` is on the page. */
  async find(selector: string): Promise<PageElement> {
    return eventually(async () => (await this.page()).$(selector), `${selector} on the page`);
  }

  /** Nobody taps what is still busy: waits until it can be tapped. */
  async tap(selector: string): Promise<void> {
    const element = await eventually(async () => {
      const found = await (await this.page()).$(selector);
      return found !== null && (await found.attribute('disabled')) === 'true' ? undefined : found;
    }, `${selector} to tap on the page`);
    await element.tap();
  }

  /** The first of several that says `name`. */
  async tapNamed(selector: string, name: string): Promise<void> {
    const element = await eventually(async () => {
      const all = (await (await this.page()).$$(selector)) as PageElement[];
      for (const found of all) if ((await found.text()) === name) return found;
      return undefined;
    }, `${selector} called ${name}`);
    await element.tap();
  }

  async longPress(selector: string): Promise<void> {
    await (await this.find(selector)).longpress();
  }

  async pullDown(): Promise<void> {
    await this.miniProgram.callWxMethod('startPullDownRefresh');
  }

  async read(selector: string): Promise<string> {
    return (await this.find(selector)).text();
  }

  /** Reads once it is `expected`; what it was in the end, if it never is. */
  async reads(selector: string, expected: string): Promise<string> {
    let seen = '';
    const isThere = async () => (seen = await this.read(selector)) === expected;
    await eventually(isThere, expected).catch((reason: unknown) => {
      if (seen === '') throw reason;
    });
    return seen;
  }

  /** Types into the first element, or into the one at `index`. */
  async type(selector: string, text: string, index = 0): Promise<void> {
    await this.find(selector);
    const element = ((await (await this.page()).$$(selector)) as PageElement[])[index];
    if (element === undefined || !('input' in element) || typeof element.input !== 'function')
      throw new Error(`${selector} takes no text`);
    await (element as unknown as { input(value: string): Promise<void> }).input(text);
  }

  /** An attribute of all elements, in their order; empty where one has none. */
  async attributes(selector: string, name: string): Promise<readonly string[]> {
    const elements = (await (await this.page()).$$(selector)) as PageElement[];
    return Promise.all(elements.map(async (element) => String((await element.attribute(name)) ?? '')));
  }

  async count(selector: string): Promise<number> {
    const elements = (await (await this.page()).$$(selector)) as unknown[];
    return elements.length;
  }

  /** Waits until the page's text matches. */
  async sees(text: string | RegExp): Promise<string> {
    let seen = '';
    const pattern = typeof text === 'string' ? new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')) : text;
    return eventually(
      async () => {
        seen = (await (await (await this.page()).$('page'))?.text()) ?? '';
        return pattern.test(seen) ? seen : undefined;
      },
      () => `${String(text)} in "${seen}"`,
    );
  }

  async isAt(path: string): Promise<void> {
    let seen = '';
    await eventually(
      async () => ((seen = (await this.page()).path) === path ? true : undefined),
      () => `page ${path}, at ${seen}`,
    );
  }

  /** Allows what the dialog on top asks. */
  async allow(): Promise<void> {
    await this.native('authorizeAllow');
  }

  /**
   * Allows whatever is asked until `selector` is there: how much is asked depends on earlier visits.
   * `agree` is the button of a question that the page itself asks.
   */
  async allowUntil(selector: string, agree: string): Promise<void> {
    await eventually(async () => {
      if ((await this.count(selector)) > 0) return true;
      if ((await this.count(agree)) > 0) await this.tap(agree);
      try {
        await this.miniProgram.native().authorizeAllow();
      } catch {
        // Nothing is asked at this moment.
      }
      return undefined;
    }, `${selector} behind the questions`);
  }

  /** Says yes to a modal. */
  async confirm(): Promise<void> {
    await this.native('confirmModal');
  }

  async refuse(): Promise<void> {
    await this.native('authorizeCancel');
  }

  /** Picks a chat on WeChat's share sheet and sends; the first one if none is named. */
  async shareTo(chatId?: string): Promise<void> {
    await eventually(async () => {
      try {
        // The client's shareConfirm() names no chat.
        const native = this.miniProgram.native() as unknown as {
          sendNative(method: string, data: object): Promise<void>;
        };
        await native.sendNative('shareConfirm', { ...(chatId !== undefined && { chatId }) });
        return true;
      } catch {
        return undefined;
      }
    }, 'the share sheet');
  }

  /** Scrolls the page to so many px from its top, in steps as a finger does. */
  async scrollTo(top: number): Promise<void> {
    await this.miniProgram.pageScrollTo(top);
  }

  async goHome(): Promise<void> {
    await this.miniProgram.native().goHome();
  }

  async goBack(): Promise<void> {
    await this.miniProgram.native().navigateLeft();
  }

  /** The dialog may need a moment to come up. */
  private async native(method: 'authorizeAllow' | 'authorizeCancel' | 'confirmModal'): Promise<void> {
    let reason: unknown;
    await eventually(
      async () => {
        try {
          await this.miniProgram.native()[method]();
          return true;
        } catch (error) {
          reason = error;
          return undefined;
        }
      },
      () => `a dialog for ${method} (${String(reason)})`,
    );
  }
}
