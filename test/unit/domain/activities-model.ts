/** What a walk is supposed to do, said as simply as can be, and how to compare anything that plays one with it. */
import fc from 'fast-check';
import { maxWaiting } from '../../../cloud/contract/activity';
import type { ActivitySummary } from '../../../cloud/contract/contract';
import type { ErrorCode } from '../../../cloud/contract/errors';

export const hour = 3_600_000;
export const organizer = 'oAnn';
const people = ['oAnn', 'oBo', 'oCy', 'oDi', 'oEd'] as const;

/** What an answer says; a refusal is its code. */
export type Outcome =
  ErrorCode | (Pick<ActivitySummary, 'state' | 'members' | 'waiting' | 'seat'> & { readonly turn: number });

/** The rules over some store, or the function over a database. The walk starts two hours after it was made and lasts three. */
export interface Played {
  /** `turn` for `join` and `leave`. */
  act(person: string, action: 'join' | 'leave' | 'detail' | 'start' | 'cancel', turn?: number): Promise<Outcome>;
  advance(ms: number): void;
  timer(): Promise<void>;
}

export type Step =
  | { readonly do: 'join' | 'leave'; readonly person: string; /** How many turns ago. */ readonly late: number }
  | { readonly do: 'detail' | 'start' | 'cancel'; readonly person: string }
  | { readonly do: 'crowd'; readonly count: number }
  | { readonly do: 'advance'; readonly hours: number }
  | { readonly do: 'timer' };

const person = fc.constantFrom(...people);
const late = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }) },
);
const seatStep = fc.record({ do: fc.constantFrom('join' as const, 'leave' as const), person, late });
export const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof<fc.WeightedArbitrary<Step>[]>(
    { weight: 12, arbitrary: seatStep },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('detail' as const), person }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('start' as const, 'cancel' as const), person }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('crowd' as const), count: fc.integer({ min: 20, max: 40 }) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('advance' as const), hours: fc.constantFrom(0.5, 1.6) }) },
    { weight: 1, arbitrary: fc.constant({ do: 'timer' as const }) },
  ),
  { minLength: 4, maxLength: 24 },
);

class Model {
  readonly #places: number;
  #roster: string[] = [];
  readonly #turns = new Map<string, number>();
  readonly #sawWaiting = new Set<string>();
  /** The age at which they saw that they had moved up: news until time passes. */
  readonly #sawMove = new Map<string, number>();
  #state: ActivitySummary['state'] = 'open';
  #age = 0;
  #endsAt = 5 * hour;

  constructor(places: number) {
    this.#places = places;
  }

  turn(person: string): number {
    return this.#turns.get(person) ?? 0;
  }

  join(person: string, turn: number): Outcome {
    if (this.#roster.includes(person) || turn !== this.turn(person)) return this.#seen(person);
    if (this.#now() !== 'open') return 'activity-closed';
    if (this.#roster.length === this.#places + maxWaiting) return 'activity-full';
    this.#roster.push(person);
    this.#turns.set(person, turn + 1);
    const outcome = this.#seen(person);
    if (this.#roster.length > this.#places) this.#sawWaiting.add(person);
    return outcome;
  }

  leave(person: string, turn: number): Outcome {
    if (!this.#roster.includes(person) || turn !== this.turn(person)) return this.#seen(person);
    if (this.#now() !== 'open') return 'activity-closed';
    this.#roster = this.#roster.filter((one) => one !== person);
    this.#turns.set(person, turn + 1);
    this.#sawWaiting.delete(person);
    this.#sawMove.delete(person);
    return this.#seen(person);
  }

  detail(person: string): Outcome {
    const outcome = this.#seen(person);
    const at = this.#roster.indexOf(person);
    if (at >= this.#places) this.#sawWaiting.add(person);
    else if (this.#sawWaiting.delete(person)) this.#sawMove.set(person, this.#age);
    return outcome;
  }

  start(person: string): Outcome {
    if (person !== organizer) return 'forbidden';
    if (this.#now() !== 'open' && this.#now() !== 'started') return 'activity-closed';
    // Before its time it takes its three hours with it.
    if (this.#now() === 'open') this.#endsAt = this.#age + 3 * hour;
    this.#state = 'started';
    return this.#seen(person);
  }

  cancel(person: string): Outcome {
    if (person !== organizer) return 'forbidden';
    const now = this.#now();
    if (now === 'open') this.#state = 'cancelled';
    if (now === 'started') this.#state = 'ended';
    return this.#seen(person);
  }

  advance(ms: number): void {
    this.#age += ms;
  }

  #now(): ActivitySummary['state'] {
    if (this.#state === 'cancelled' || this.#state === 'ended') return this.#state;
    if (this.#age >= this.#endsAt) return 'ended';
    return this.#age >= 2 * hour ? 'started' : this.#state;
  }

  #seen(person: string): Outcome {
    const at = this.#roster.indexOf(person);
    const members = Math.min(this.#roster.length, this.#places);
    const seat =
      at < 0
        ? ({ status: 'none' } as const)
        : at < this.#places
          ? ({
              status: 'seated',
              movedUp: this.#sawWaiting.has(person) || this.#sawMove.get(person) === this.#age,
            } as const)
          : ({ status: 'waiting', ahead: at - this.#places } as const);
    return { state: this.#now(), members, waiting: this.#roster.length - members, seat, turn: this.turn(person) };
  }
}

/** Plays the steps with both, one after the other, and compares every answer. */
export async function compare(played: Played, places: number, given: readonly Step[]): Promise<void> {
  const model = new Model(places);
  let strangers = 0;
  for (const step of given) {
    if (step.do === 'join' || step.do === 'leave') {
      const turn = Math.max(0, model.turn(step.person) - step.late);
      expect(await played.act(step.person, step.do, turn)).toEqual(model[step.do](step.person, turn));
    } else if (step.do === 'detail' || step.do === 'start' || step.do === 'cancel') {
      expect(await played.act(step.person, step.do)).toEqual(model[step.do](step.person));
    } else if (step.do === 'crowd') {
      for (let count = 0; count < step.count; count += 1) {
        const stranger = `oStranger${(strangers += 1)}`;
        expect(await played.act(stranger, 'join', 0)).toEqual(model.join(stranger, 0));
      }
    } else if (step.do === 'advance') {
      played.advance(step.hours * hour);
      model.advance(step.hours * hour);
    } else await played.timer();
  }
  for (const person of people) expect(await played.act(person, 'detail')).toEqual(model.detail(person));
}
