/** A phone knows limits of the cloud's, and may not import them: a page would carry the whole contract. They agree. */
import * as v from 'valibot';
import { maxPlaces, maxWaiting, plan } from '../../cloud/contract/activity';
import { maxPhotosAPage } from '../../cloud/contract/album';
import { maxAvatars } from '../../cloud/contract/share';
import { create } from '../../cloud/domain/activities/create';
import { AT_ONCE as photosAtOnce } from '../../src/hooks/useAlbum/store';
import { AT_ONCE as avatarsAtOnce } from '../../src/hooks/useGroup/avatars';
import { FURTHEST_DAYS, limits, newDraft, planOf } from '../../src/hooks/usePlan/draft';
import { nextStep } from '../../src/pages/activity/next-step';
import { memoryStore } from './domain/activities-memory';
import { hour, noon, walkWith } from './hooks/walks';

test.each(['title', 'place', 'meetingPoint'] as const)('%s: as many characters as the contract takes', (field) => {
  expect(v.is(plan[field], '走'.repeat(limits[field]))).toBe(true);
  expect(v.is(plan[field], '走'.repeat(limits[field] + 1))).toBe(false);
});

test('a walk has as many places', () => {
  expect(limits.places).toBe(maxPlaces);
});

test('as many may wait', () => {
  const labelWith = (waiting: number) => nextStep(walkWith({ members: 30, places: 30, waiting })).label;
  expect(labelWith(maxWaiting - 1)).toMatch('排队候补');
  expect(labelWith(maxWaiting)).toBe('已满');
});

describe('a walk that the cloud makes', () => {
  const made = async (times: { readonly startsAt: number; readonly endsAt: number }) => {
    const { requestId, group } = { requestId: 'a'.repeat(32), group: 'group-weekend' };
    const done = () => Promise.resolve();
    const creation = {
      store: memoryStore(),
      isMember: () => Promise.resolve(true),
      checkText: done,
      now: () => noon,
    };
    return create(creation, 'oAnn', { ...planOf(newDraft(noon)), ...times, requestId, group });
  };
  const last = noon + FURTHEST_DAYS * 24 * hour;
  const refused = expect.objectContaining({ code: 'invalid-input' }) as unknown;

  it('may begin as late as the form lets one pick', async () => {
    await expect(made({ startsAt: last, endsAt: last + hour })).resolves.toBeDefined();
    await expect(made({ startsAt: last + 1, endsAt: last + hour })).rejects.toEqual(refused);
  });

  it('may last as long as the form plans at most', async () => {
    const { startsAt, endsAt } = planOf({ ...newDraft(noon), hours: 1_000 });
    await expect(made({ startsAt, endsAt })).resolves.toBeDefined();
    await expect(made({ startsAt, endsAt: endsAt + 1 })).rejects.toEqual(refused);
  });
});

test('a call takes as many photos and avatars as are asked for at once', () => {
  expect(photosAtOnce).toBe(maxPhotosAPage);
  expect(avatarsAtOnce).toBe(maxAvatars);
});
