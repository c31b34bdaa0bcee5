import fc from 'fast-check';
import { maxWaiting } from '../../../cloud/contract/activity';
import type { ActivityDetail } from '../../../cloud/contract/contract';
import { compare, hour, type Outcome, organizer, type Played, steps } from '../../unit/domain/activities-model';
import { startWalks, type Walks } from '../walks';

describe('walks through the function', () => {
  let wechat: Walks;
  let template: object;
  let made = 0;
  beforeAll(async () => {
    wechat = await startWalks();
    template = wechat.walk((await wechat.create(await wechat.walker())).activity);
  });
  afterAll(() => wechat.stop());

  /** A walk of {@link organizer}'s, as the function made one for somebody else. */
  async function another(places: number): Promise<string> {
    const _id = String((made += 1)).padStart(32, '0');
    const startsAt = wechat.clock.now() + 2 * hour;
    const times = { startsAt, endsAt: startsAt + 3 * hour };
    await wechat.put('activities', [
      { ...template, _id, openid: organizer, places, free: places + maxWaiting, ...times },
    ]);
    return _id;
  }

  async function played(places: number): Promise<Played> {
    const activity = await another(places);
    return {
      async act(person, action, turn) {
        const input = turn === undefined ? { activity } : { activity, turn };
        const { answer } = await wechat.act(person, action, input);
        return answer.ok ? seen(answer.data as ActivityDetail) : answer.error.code;
      },
      advance: (ms) => wechat.clock.advance(ms),
      timer: async () => void (await wechat.timer()),
    };
  }

  test('do what they are supposed to, whatever people do', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 4 }), steps, async (places, given) =>
        compare(await played(places), places, given),
      ),
      { numRuns: 12, endOnFailure: true },
    );
  }, 120_000);

  const wish = fc.record({
    person: fc.integer({ min: 0, max: 9 }),
    action: fc.constantFrom('join' as const, 'leave' as const),
    turn: fc.integer({ min: 0, max: 3 }),
  });

  test('hold together where everything comes at once, duplicates and all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(wish, { minLength: 20, maxLength: 60 }), async (wishes) => {
        const activity = await another(3);
        await Promise.all(
          wishes.map(({ person, action, turn }) => wechat.act(`oPerson${person}`, action, { activity, turn })),
        );
        const { roster, turns, free, people } = wechat.walk(activity);
        expect(new Set(roster).size).toBe(roster.length);
        expect(free).toBe(3 + maxWaiting - roster.length);
        // Joining makes a turn odd, leaving even: nobody is in twice, and nobody came back by an old call.
        expect([...roster].sort()).toEqual(people.filter((person) => (turns[person] ?? 0) % 2 === 1).sort());
        const sent = (person: string, action: string) =>
          new Set(
            wishes.filter((one) => `oPerson${one.person}` === person && one.action === action).map(({ turn }) => turn),
          );
        for (const [person, turn] of Object.entries(turns)) {
          for (let before = 0; before < turn; before += 1) {
            expect(sent(person, before % 2 === 0 ? 'join' : 'leave')).toContain(before);
          }
        }
      }),
      { numRuns: 8, endOnFailure: true },
    );
  }, 120_000);
});

function seen({ state, members, waiting, seat, turn }: ActivityDetail): Outcome {
  return { state, members, waiting, seat, turn };
}
