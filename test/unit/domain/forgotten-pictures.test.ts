import { CallError } from '../../../cloud/contract/call-error';
import { addPhoto } from '../../../cloud/domain/album/add-photo';
import type { CheckedAlbumParts } from '../../../cloud/domain/album/album-parts';
import type { KeptPhoto } from '../../../cloud/domain/album/photos-store';
import type { Membership } from '../../../cloud/domain/groups/memberships-store';
import type { Check, Picture } from '../../../cloud/domain/pictures/picture-stores';
import type { CheckedParts } from '../../../cloud/domain/profiles/avatar-check';
import type { KeptProfile } from '../../../cloud/domain/profiles/profile-stores';
import { saveAvatar } from '../../../cloud/domain/profiles/save-avatar';
import { jpeg } from '../../pictures';

const [openid, group] = ['oAnn', 'tGroupOfWalkers'];
const nobody: KeptProfile = { nickname: null, turn: 0, avatar: null, rev: 0 };
const upload = { avatar: 'cloud://env/avatars/upload.jpg', photo: 'cloud://env/album/upload.jpg' };
const bytes = jpeg(8, 8);
const member = { openid, group, member: 'abcdefgh' } as Membership;

/** What is kept of one person, each call one atomic step; the person is forgotten before the n-th. */
function world(forgottenBefore: number, canCheck: boolean) {
  const files = new Map<string, Uint8Array>(Object.values(upload).map((fileID) => [fileID, bytes]));
  const pictures = new Map<string, Picture>();
  const checks = new Map<string, Check>();
  const photos = new Map<string, KeptPhoto>();
  let profile: KeptProfile | undefined;
  let membership: Membership | undefined = member;
  let count = 0;
  const forget = () => {
    for (const { uploadID, fileID } of pictures.values()) {
      for (const path of [uploadID, fileID, fileID.replace('.jpg', '.small.jpg')]) files.delete(path);
    }
    for (const kept of [pictures, checks, photos]) kept.clear();
    profile = membership = undefined;
  };
  const step = <T>(run: () => T): Promise<T> => {
    if ((count += 1) === forgottenBefore) forget();
    return Promise.resolve(run());
  };
  const never = () => Promise.reject(new Error('no part of saving a picture'));
  const parts: CheckedParts & CheckedAlbumParts = {
    pictures: {
      claim: (_openid, picture) =>
        step(() => {
          const claimed = pictures.get(picture.uploadID) ?? picture;
          pictures.set(picture.uploadID, claimed);
          return claimed;
        }),
      holds: (_openid, { uploadID, fileID }) => step(() => pictures.get(uploadID)?.fileID === fileID),
      release: (_openid, fileIDs) =>
        step(() => {
          for (const { uploadID, fileID } of pictures.values()) if (fileIDs.includes(fileID)) pictures.delete(uploadID);
        }),
      keptAs: (_openid, fileIDs) => step(() => [...pictures.values()].filter(({ fileID }) => fileIDs.includes(fileID))),
      someOf: never,
    },
    checks: {
      begin: (traceId, check) => step(() => void checks.set(traceId, check)),
      find: never,
      end: (traceIds) => step(() => traceIds.forEach((traceId) => checks.delete(traceId))),
    },
    files: {
      url: (fileID) => step(() => (files.has(fileID) ? `https://${fileID}` : undefined)),
      urls: never,
      async move(from, to) {
        const bytes = await step(() => files.get(from));
        if (bytes === undefined) return step(() => files.has(to));
        await step(() => files.set(to, bytes));
        await step(() => files.delete(from));
        return true;
      },
      read: (fileID) => step(() => files.get(fileID)),
      write: (fileID, bytes) => step(() => void files.set(fileID, bytes)),
      remove: (fileIDs) => step(() => fileIDs.forEach((fileID) => files.delete(fileID))),
    },
    profiles: {
      kept: () => step(() => profile ?? nobody),
      saveNickname: never,
      replaceAvatar: (_openid, before, after) =>
        step(() => {
          if (profile?.avatar?.traceId !== before?.traceId) return false;
          profile = { ...nobody, ...profile, avatar: after, rev: (profile?.rev ?? 0) + 1 };
          return true;
        }),
      passAvatar: never,
      removeAvatar: (_openid, traceId) =>
        step(() => {
          if (profile?.avatar?.traceId === traceId) profile = { ...profile, avatar: null };
        }),
      removeEmpty: () =>
        step(() => {
          if (profile?.nickname === null && profile.avatar === null) profile = undefined;
        }),
    },
    copies: { copyProfile: () => step(() => undefined) },
    memberships: { find: () => step(() => membership), namedIn: never },
    photos: {
      find: (id) => step(() => photos.get(id)),
      add: (photo) => step(() => photos.set(photo.id, photo).has(photo.id)),
      count: () => step(() => photos.size),
      passed: never,
      pendingOf: never,
      among: never,
      someOf: never,
      replaceCheck: never,
      pass: never,
      remove: (ids) => step(() => ids.forEach((id) => photos.delete(id))),
    },
    askForCheck: () =>
      step(() => {
        if (!canCheck) throw new CallError('rate-limited', 'WeChat has been asked too often.');
        return 'trace';
      }),
    newName: () => 'name',
    now: () => 1_000,
  };
  const left = () => ({
    // One that is claimed by nobody is the phone's to delete.
    files: [...files.keys()].filter((fileID) => fileID.includes('/kept/')),
    documents: [...pictures.keys(), ...checks.keys(), ...photos.keys(), ...(profile ? ['profile'] : [])],
  });
  return { parts, left, claimed: () => pictures.size > 0, made: () => count };
}

const saving = {
  avatar: (parts: CheckedParts & CheckedAlbumParts) => saveAvatar(parts, openid, upload.avatar),
  photo: (parts: CheckedParts & CheckedAlbumParts) => addPhoto(parts, openid, group, upload.photo),
};

describe.each(['avatar', 'photo'] as const)('a person who is forgotten while their %s is saved', (kind) => {
  test.each([
    ['takes', true],
    ['refuses', false],
  ])('leaves nothing, at any moment of it, where WeChat %s the check', async (_what, canCheck) => {
    for (let moment = 2, over = false; !over; moment += 1) {
      const { parts, left, claimed, made } = world(moment, canCheck);
      await saving[kind](parts).catch((error: unknown) => expect(error).toBeInstanceOf(CallError));
      over = made() < moment;
      if (!over && !claimed()) expect([moment, left()]).toEqual([moment, { files: [], documents: [] }]);
    }
  });
});
