import { type EnterParts, enterGroup } from '../../../cloud/domain/groups/enter-group';
import type { Membership } from '../../../cloud/domain/groups/memberships-store';
import { shownProfile } from '../../../cloud/domain/profiles/shown-profile';
import type { KeptProfile } from '../../../cloud/domain/profiles/profile-stores';
import type { TakenSteps } from '../../../cloud/domain/steps/steps-store';

const openid = 'oAnn';
const day = '2026-11-20';
const data = { opengid: 'tGroupOfWalkers', watermark: { appid: 'wx', timestamp: 1_795_000_000 } };
/** More than a first entry makes. */
const calls = 10;

/** One person and one group, each call one atomic step; `before(n)` runs before the n-th. */
function world(before: (call: number, world: World) => void) {
  let profile: KeptProfile = { nickname: '旧', turn: 1, avatar: null, rev: 1 };
  let steps: TakenSteps | undefined = { takenAt: 1, days: { [day]: 1 } };
  let stored: Membership | undefined;
  let count = 0;
  const step = <T>(run: () => T): Promise<T> => {
    before((count += 1), made);
    return Promise.resolve(run());
  };
  const copyProfile = () => {
    const { rev, nickname, avatar } = shownProfile(profile);
    if (stored && stored.profileRev < rev) stored = { ...stored, nickname, avatar, profileRev: rev };
  };
  const copySteps = () => {
    if (stored && steps && stored.takenAt <= steps.takenAt) stored = { ...stored, ...steps };
  };
  const made = {
    change: () => {
      profile = { ...profile, nickname: '新', rev: 2 };
      steps = { takenAt: 2, days: { [day]: 2 } };
    },
    copy: () => {
      copyProfile();
      copySteps();
    },
    forgetKept: () => {
      profile = { nickname: null, turn: 0, avatar: null, rev: 0 };
      steps = undefined;
    },
    forgetMembership: () => {
      stored = undefined;
    },
    stored: () => stored,
  };
  const never = () => Promise.reject(new Error('no part of entering'));
  const parts: EnterParts = {
    memberships: {
      enter: () => step(() => stored !== undefined),
      add: (membership) =>
        step(() => {
          if (stored) return false;
          stored = { ...membership, turn: 0 };
          return true;
        }),
      find: () => step(() => stored),
      membersOf: () => step(() => (stored ? [stored] : [])),
      copyProfile: () => step(copyProfile),
      copySteps: () => step(copySteps),
      namedIn: never,
      groupsOf: never,
      setVisible: never,
      remove: (_openid, _group, member) =>
        step(() => {
          if (stored?.member !== member) return false;
          stored = undefined;
          return true;
        }),
    },
    profiles: { kept: () => step(() => profile) },
    steps: { kept: () => step(() => steps) },
    newMemberId: () => 'abcdefgh',
    now: () => Date.parse(`${day}T12:00:00+08:00`),
  };
  return { ...made, enter: () => enterGroup(parts, openid, data), made: () => count };
}

interface World {
  readonly change: () => void;
  readonly copy: () => void;
  readonly forgetKept: () => void;
  readonly forgetMembership: () => void;
}

const moments = Array.from({ length: calls }, (_, n) => n + 1);
const pairs = moments.flatMap((first) => moments.filter((n) => n >= first).map((then) => [first, then] as const));

describe('a first entry, and a change of profile and steps at any moment of it', () => {
  test.each(pairs)(
    'changed before call %i and copied before call %i, the group ends with what is new',
    async (changed, copied) => {
      const { enter, stored, change, copy, made } = world((call, at) => {
        if (call === changed) at.change();
        if (call === copied) at.copy();
      });
      await enter();
      const late = made();
      if (changed > late) change();
      if (copied > late) copy();
      expect(stored()).toMatchObject({ nickname: '新', profileRev: 2, takenAt: 2, days: { [day]: 2 } });
    },
  );

  test('entering again changes nothing', async () => {
    const { enter, stored } = world(() => undefined);
    const first = await enter();
    const before = stored();
    expect(await enter()).toEqual(first);
    expect(stored()).toEqual(before);
  });
});

describe('a first entry, and the person forgotten at any moment of it', () => {
  test.each(pairs)(
    'what is kept before call %i and the membership before call %i, nothing of it is left',
    async (first, then) => {
      const { enter, stored, forgetKept, forgetMembership, made } = world((call, at) => {
        if (call === first) at.forgetKept();
        if (call === then) at.forgetMembership();
      });
      await enter().catch((error: unknown) => expect(error).toMatchObject({ code: 'cloud-error' }));
      const late = made();
      if (first > late) forgetKept();
      if (then > late) forgetMembership();
      const nothing = { nickname: null, avatar: null, profileRev: 0, days: {}, takenAt: 0 };
      expect(stored() ?? nothing).toMatchObject(nothing);
    },
  );
});
