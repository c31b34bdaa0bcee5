import { BuiltIn } from './built-in';
import { builtIn } from './define';
import { string, unheeded } from './properties';

const properties = {
  type: string(),
  openGid: string(),
  lang: unheeded(string('en')),
  defaultText: string(),
  defaultAvatar: string(),
  useEmptyValue: unheeded(string()),
};

const GREY_AVATAR =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="#d8d8d8"/><circle cx="32" cy="25" r="11" fill="#fff"/><path d="M10 60c0-13 10-20 22-20s22 7 22 20z" fill="#fff"/></svg>',
  );

/** What is shown for users since 2022: nothing of theirs (WeChat: component/open-data.md). */
const TEXTS: Readonly<Record<string, string>> = { userNickName: '微信用户' };

class OpenData extends BuiltIn<typeof properties> {
  /** Who is asked for now: `type` and `open-gid`. */
  #asked = '';
  #groupName = '';

  override changed(): void {
    this.#askForGroup();
    this.#show();
  }

  /** Never part of what app code can read: automation reads it as a person does. */
  override get shownText(): string {
    const type = this.prop('type');
    return (type === 'groupName' ? this.#groupName : '') || this.prop('defaultText') || (TEXTS[type] ?? '');
  }

  /** Only members of the group see its name: whether this user is one is the platform's to say. */
  #askForGroup(): void {
    const openGid = this.prop('type') === 'groupName' ? this.prop('openGid') : '';
    if (openGid === this.#asked) return;
    this.#asked = openGid;
    this.#groupName = '';
    if (openGid === '') return;
    const answered = (name: string | null): void => {
      if (this.#asked !== openGid) return;
      this.#groupName = name ?? '';
      this.#show();
      if (!name) this.emit('error', { errMsg: 'open-data:fail the name of the group is empty' });
    };
    this.context.bridge.request('groupName', { openGid }).then(
      ({ name }) => answered(name),
      () => answered(null),
    );
  }

  #show(): void {
    const host = this.dom;
    if (!host) return;
    if (this.prop('type') !== 'userAvatarUrl') {
      host.textContent = this.shownText;
      return;
    }
    const image = host.ownerDocument.createElement('img');
    image.src = this.prop('defaultAvatar') || GREY_AVATAR;
    image.alt = '';
    host.replaceChildren(image);
  }
}

/** WeChat: component/open-data.md. */
export const openData = builtIn({ tag: 'open-data', properties, part: OpenData });
