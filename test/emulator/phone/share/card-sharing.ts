import { toFailure } from '../api/failure';
import { warnOnce } from '../components/warn';
import type { PageHandle, PhoneContext, ShareMenu, ShareSource, Sharing } from '../parts';
import { appName } from '../view/app-name';
import { readShareContent, type ShareContent } from './share-content';
import { sharePicture } from './share-picture';

const AT_FIRST: ShareMenu = { visible: true, withShareTicket: false };

/** WeChat: framework/open-ability/share.md, reference/api/Page.html#onShareAppMessage. */
export class CardSharing implements Sharing {
  readonly #menus = new WeakMap<PageHandle, ShareMenu>();
  #underWay = false;

  /** `away` hides the mini program while WeChat's list of chats is in front of it. */
  constructor(
    private readonly context: PhoneContext,
    private readonly away: <T>(work: () => Promise<T>) => Promise<T>,
  ) {}

  menuOf(page: PageHandle): ShareMenu {
    return this.#menus.get(page) ?? AT_FIRST;
  }

  change(page: PageHandle, patch: Partial<ShareMenu>): void {
    this.#menus.set(page, { ...this.menuOf(page), ...patch });
  }

  offeredBy(page: PageHandle): boolean {
    return answers(page) && this.menuOf(page).visible;
  }

  async share(source: ShareSource): Promise<void> {
    if (this.#underWay) return;
    this.#underWay = true;
    try {
      await this.#share(source);
    } catch (thrown) {
      this.#say('error', `the card was not sent: ${toFailure('shareAppMessage', thrown).errMsg}`);
    } finally {
      this.#underWay = false;
    }
  }

  async #share(source: ShareSource): Promise<void> {
    // As an event that crosses the layers: after what the tap itself started.
    await new Promise((later) => setTimeout(later, 0));
    const page = this.context.stack.pages.at(-1);
    if (!page) return;
    if (!answers(page)) {
      return warnOnce(this.context, `${page.path} has no onShareAppMessage: <button open-type="share"> does nothing`);
    }
    // What holds when the page is asked: an updateShareMenu that is still on its way is too late.
    const { withShareTicket, updatable } = this.menuOf(page);
    const content = await this.#contentOf(page, source);
    if (!content || !this.context.stack.pages.includes(page)) return;
    const { imageUrl, shownUrl } = await sharePicture(this.context, content.imageUrl, page);
    const { title, path } = content;
    const card = { title, path, imageUrl, withShareTicket, ...(updatable ? { updatable } : {}) };
    await this.away(async () => {
      const chatId = await this.#chooseChat({ title, imageUrl: shownUrl });
      // Before the mini program is shown again: what it asks its cloud for from then on finds the card in the chat.
      if (chatId !== undefined) await this.context.bridge.request('sendCard', { chatId, card });
    });
  }

  async #contentOf(page: PageHandle, source: ShareSource): Promise<ShareContent | undefined> {
    const usual = { title: appName(this.context), path: pathOf(page) };
    const content = await readShareContent(page.call('onShareAppMessage', source), usual, (message) =>
      this.#say('warn', message),
    );
    const [path = ''] = content?.path.split('?') ?? [];
    if (content && !this.context.package.pages.includes(path)) {
      this.#say('warn', `onShareAppMessage: app.json has no page "${path}": who opens the card will not find it`);
    }
    return content;
  }

  async #chooseChat(card: { readonly title: string; readonly imageUrl: string }): Promise<string | undefined> {
    const { chats } = await this.context.bridge.request('shareTargets', {});
    const { accepted, chatId = chats[0]?.id } = await this.context.native.ask({ kind: 'share', chats, card });
    return accepted ? chatId : undefined;
  }

  #say(level: 'warn' | 'error', message: string): void {
    this.context.bridge.emit({ event: 'console', level, args: [message], at: this.context.now() });
  }
}

const answers = (page: PageHandle): boolean => typeof page.caller['onShareAppMessage'] === 'function';

function pathOf({ path, query }: PageHandle): string {
  const search = Object.entries(query).map(([name, value]) => `${name}=${value}`);
  return search.length === 0 ? path : `${path}?${search.join('&')}`;
}
