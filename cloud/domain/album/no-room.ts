import { maxPending } from '../../contract/album';
import { CallError } from '../../contract/call-error';
import { maxPhotos } from './limits';
import type { PhotosStore } from './photos-store';

/**
 * Why an album takes no more of this person: `photos-pending` while too many wait for WeChat's verdict, `album-full` when
 * too many are kept; undefined where there is room. Calls at the same time may all find the last place free: a bound
 * against abuse, no promise.
 */
export async function noRoom(
  photos: Pick<PhotosStore, 'count'>,
  openid: string,
  group: string,
): Promise<CallError | undefined> {
  const [pending, all] = await Promise.all([photos.count(openid, group, 'pending'), photos.count(openid, group)]);
  if (all >= maxPhotos) return new CallError('album-full', `A person keeps at most ${maxPhotos} photos in an album.`);
  if (pending >= maxPending) {
    return new CallError('photos-pending', `At most ${maxPending} photos of a person wait for WeChat's verdict.`);
  }
  return undefined;
}
