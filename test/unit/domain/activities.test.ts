import fc from 'fast-check';
import { CallError } from '../../../cloud/contract/call-error';
import { cancel, start } from '../../../cloud/domain/activities/conduct';
import { join, leave, look } from '../../../cloud/domain/activities/seats';
import { detailOf } from '../../../cloud/domain/activities/summary';
import type { Walk } from '../../../cloud/domain/activities/walk';
import { memoryStore } from './activities-memory';
import { compare, hour, organizer, type Outcome, type Played, steps } from './activities-model';

const id = 'a'.repeat(32);

async function playedInMemory(places: number): Promise<Played> {
  const store = memoryStore();
  let time = 0;
  const now = () => time;
  const texts = { title: 't', place: 'p', meetingPoint: 'm', phoneNeeded: false };
  await store.create({ id, organizer, group: 'g', plan: { ...texts, places, startsAt: 2 * hour, endsAt: 5 * hour } });
  const seats = { store, now, hasPhone: () => Promise.resolve(true) };
  const acts = {
    join: (person: string, turn: number) => join(seats, id, person, turn),
    leave: (person: string, turn: number) => leave(seats, id, person, turn),
    detail: (person: string) => look(store, id, person, time),
    start: (person: string) => start(store, id, person, time),
    cancel: (person: string) => cancel(store, id, person, time),
  };
  return {
    act: (person, action, turn = 0) => acts[action](person, turn).then((walk) => seen(walk, person, time), refused),
    advance: (ms) => void (time += ms),
    timer: () => store.keepTime(time),
  };
}

function seen(walk: Walk, person: string, now: number): Outcome {
  const { state, members, waiting, seat, turn } = detailOf(walk, person, now);
  return { state, members, waiting, seat, turn };
}

function refused(error: unknown): Outcome {
  if (error instanceof CallError) return error.code;
  throw error;
}

describe('the rules of walks', () => {
  test('do over a store in memory what they are supposed to, whatever people do', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 4 }), steps, async (places, given) =>
        compare(await playedInMemory(places), places, given),
      ),
      { numRuns: 500 },
    );
  });

  test('make news of moving up for a minute from the first answer, however many answers there are', async () => {
    const played = await playedInMemory(1);
    const movedUp = async () => {
      const outcome = await played.act('oCy', 'detail');
      return typeof outcome === 'object' && outcome.seat.status === 'seated' && outcome.seat.movedUp;
    };
    for (const person of ['oBo', 'oCy']) await played.act(person, 'join', 0);
    await played.act('oBo', 'leave', 1);
    played.advance(hour);
    for (let time = 0; time < 3; time += 1) expect(await movedUp()).toBe(true);
    played.advance(59_000);
    expect(await movedUp()).toBe(true);
    played.advance(1_000);
    expect(await movedUp()).toBe(false);
  });
});
