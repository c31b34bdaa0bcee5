import { BuiltIn } from './built-in';
import { builtIn } from './define';
import { string, unheeded } from './properties';
import { warnOnce } from './warn';

const properties = {
  type: string(),
  openGid: unheeded(string()),
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
  override changed(): void {
    const host = this.dom;
    const type = this.prop('type');
    if (type === 'groupName')
      warnOnce(this.context, '<open-data type="groupName">: the local WeChat has no groups yet');
    if (!host) return;
    if (type === 'userAvatarUrl') {
      const image = host.ownerDocument.createElement('img');
      image.src = this.prop('defaultAvatar') || GREY_AVATAR;
      image.alt = '';
      host.replaceChildren(image);
    } else {
      host.textContent = this.prop('defaultText') || (TEXTS[type] ?? '');
    }
  }
}

/** WeChat: component/open-data.md. */
export const openData = builtIn({ tag: 'open-data', properties, part: OpenData });
