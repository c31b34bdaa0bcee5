import type { CheckedAlbumParts } from '../../../cloud/domain/album/album-parts';
import type { KeptPhoto } from '../../../cloud/domain/album/photos-store';
import type { Membership } from '../../../cloud/domain/groups/memberships-store';
import { pageOf } from '../../../cloud/domain/album/read-album';

const [openid, group] = ['oAnn', 'tGroupOfWalkers'];
const member: Membership = {
  openid,
  group,
  source: 'opengid',
  member: 'abcdefgh',
  visible: true,
  turn: 0,
  joinedAt: 1,
  enteredAt: 1,
  nickname: null,
  avatar: null,
  profileRev: 0,
  days: {},
  takenAt: 0,
};
const waiting: KeptPhoto = {
  id: 'a'.repeat(32),
  openid,
  group,
  member: member.member,
  order: '000000000000001:a',
  fileID: 'cloud://env/album/kept/a.jpg',
  width: 8,
  height: 8,
  addedAt: 1,
  traceId: 'trace',
  askedAt: 1,
  state: 'pending',
};

/** One pending photo, each call one atomic step; WeChat passes it before the n-th. */
function world(passedBefore: number) {
  let photo = waiting;
  let count = 0;
  const step = <T>(run: () => T): Promise<T> => {
    if ((count += 1) === passedBefore) photo = { ...photo, state: 'passed' };
    return Promise.resolve(run());
  };
  const never = () => Promise.reject(new Error('no part of reading'));
  const inState = (state: string) => step(() => (photo.state === state ? [photo] : []));
  const parts: CheckedAlbumParts = {
    memberships: { find: () => step(() => member), namedIn: () => step(() => [member]) },
    photos: {
      find: never,
      add: never,
      count: never,
      passed: () => inState('passed'),
      pendingOf: () => inState('pending'),
      among: never,
      someOf: never,
      replaceCheck: never,
      pass: never,
      remove: never,
    },
    files: {
      url: never,
      urls: (fileIDs) => step(() => fileIDs.map((fileID) => `https://${fileID}`)),
      move: never,
      read: never,
      write: never,
      remove: never,
    },
    pictures: { claim: never, holds: never, release: never, keptAs: never, someOf: never },
    checks: { begin: never, find: never, end: never },
    askForCheck: never,
    newName: () => 'name',
    now: () => 2_000,
  };
  return { page: () => pageOf(parts, openid, group, null), made: () => count };
}

test('the first page has a pending photo once, whenever WeChat passes it meanwhile', async () => {
  for (let moment = 1, over = false; !over; moment += 1) {
    const { page, made } = world(moment);
    expect((await page()).photos.map(({ photo }) => photo)).toEqual([waiting.id]);
    over = made() < moment;
  }
});
