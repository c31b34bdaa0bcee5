import { maxPendingAPage, maxPhotosAPage, type Photo } from '../../contract/album';
import { membershipOf } from '../groups/membership';
import { askAgain } from '../pictures/begin-check';
import { thumbnailOf } from '../pictures/kept-at';
import type { AlbumParts, CheckedAlbumParts } from './album-parts';
import type { KeptPhoto } from './photos-store';

export interface AlbumPage {
  readonly photos: readonly Photo[];
  /** `cursor` of the next page; null at the end. */
  readonly next: string | null;
}

/**
 * A page of a group's album, newest first; the first one begins with the reader's own pending photos, whose overdue
 * verdicts are asked for again. One is left out whose file is gone, or whose author has left: a leave that died halfway
 * may never be finished. Throws a CallError: `not-a-member`, `cloud-error`.
 */
export async function pageOf(
  parts: CheckedAlbumParts,
  openid: string,
  group: string,
  cursor: string | null,
): Promise<AlbumPage> {
  await membershipOf(parts.memberships, openid, group);
  const waiting = cursor === null ? await parts.photos.pendingOf(openid, group, maxPendingAPage) : [];
  // After that: one that WeChat passes in between is found by both, not by neither, which would look refused.
  // One more than is answered: whether there is a next page.
  const found = await parts.photos.passed(group, cursor, maxPhotosAPage + 1);
  const passed = found.slice(0, maxPhotosAPage);
  const pending = waiting.filter(({ id }) => !passed.some((photo) => photo.id === id));
  const [photos] = await Promise.all([
    shown(parts, openid, group, [...pending, ...passed]),
    ...pending.map((photo) => askPhotoAgain(parts, photo)),
  ]);
  return { photos, next: found.length > maxPhotosAPage ? (passed.at(-1)?.order ?? null) : null };
}

/** Photos of one group as `openid` sees them; without those whose thumbnail is gone, or whose author has left. */
export async function shown(
  { files, memberships }: AlbumParts,
  openid: string,
  group: string,
  photos: readonly KeptPhoto[],
): Promise<readonly Photo[]> {
  if (photos.length === 0) return [];
  const [urls, authors] = await Promise.all([
    files.urls(photos.map(({ fileID }) => thumbnailOf(fileID))),
    memberships.namedIn(group, [...new Set(photos.map(({ member }) => member))]),
  ]);
  const nicknames = new Map(authors.map(({ member, nickname }) => [member, nickname]));
  return photos.flatMap(({ id, width, height, addedAt, state, member, openid: author }, index) => {
    const thumbnail = urls[index];
    const nickname = nicknames.get(member);
    if (thumbnail === undefined || nickname === undefined) return [];
    return [{ photo: id, thumbnail, width, height, addedAt, state, mine: author === openid, nickname: nickname ?? '' }];
  });
}

/** URLs of photos, in the order asked; null for what this reader does not see. Throws a CallError as {@link pageOf}. */
export async function openPhotos(
  { photos, memberships, files }: AlbumParts,
  openid: string,
  group: string,
  ids: readonly string[],
): Promise<readonly (string | null)[]> {
  await membershipOf(memberships, openid, group);
  const found = await photos.among(group, [...new Set(ids)]);
  const seen = found.filter((photo) => photo.state === 'passed' || photo.openid === openid);
  if (seen.length === 0) return ids.map(() => null);
  const [urls, authors] = await Promise.all([
    files.urls(seen.map(({ fileID }) => fileID)),
    memberships.namedIn(group, [...new Set(seen.map(({ member }) => member))]),
  ]);
  const here = new Set(authors.map(({ member }) => member));
  const urlOf = new Map(seen.map(({ id, member }, index) => [id, here.has(member) ? urls[index] : undefined]));
  return ids.map((id) => urlOf.get(id) ?? null);
}

function askPhotoAgain(parts: CheckedAlbumParts, photo: KeptPhoto): Promise<KeptPhoto> {
  const check = { openid: photo.openid, fileID: photo.fileID, kind: 'photo' } as const;
  return askAgain(parts, check, photo, (again) => parts.photos.replaceCheck(photo, again));
}
