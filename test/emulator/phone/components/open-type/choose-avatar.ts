import { fail, toFailure } from '../../api/failure';
import { loadPicture } from '../../files/picture';
import type { PhoneContext } from '../../parts';
import type { OpenType } from '.';

const API = 'chooseAvatar';

/**
 * The user's WeChat avatar or a picture of theirs, as a temporary file (framework/open-ability/userProfile.md). A sheet
 * that is closed fires the event without `avatarUrl`.
 */
export const chooseAvatar: OpenType = async (button) => {
  let detail: object;
  try {
    detail = { errMsg: `${API}:ok`, avatarUrl: await avatarOf(button.context) };
  } catch (thrown) {
    detail = toFailure(API, thrown);
  }
  button.emit('chooseavatar', detail);
};

async function avatarOf({ consent, native, files, user }: PhoneContext): Promise<string> {
  await consent.ensure(API, undefined, `button.${API}`);
  const { accepted, picture = user.avatarUrl } = await native.ask({ kind: 'avatar', avatarUrl: user.avatarUrl });
  if (!accepted) throw fail(API, 'cancel');
  return files.add(await loadPicture(picture));
}
