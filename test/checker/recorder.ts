import { errorTable, type Answer } from '../../cloud/contract/errors';
import type { CallFunction } from '../../src/wechat/call-function';
import { OpenDataError } from '../../src/wechat/open-data-error';
import { readAnswer } from '../../src/wechat/read-answer';
import type { Route } from '../cloud/walks';
import type { Call, Outcome } from './record';
import type { World } from './world';

export interface Recorder {
  readonly calls: readonly Call[];
  /** What CloudBase was given so far, whoever called. */
  readonly sent: number;
  /** Counts a call that is nobody's. */
  count(): void;
  /** The edge of a phone of this person's: rejects with an OpenDataError. */
  phoneOf(person: string): CallFunction;
  /** Sends what was sent before once more; nobody hears the answer but the log. */
  again(call: Call): Promise<void>;
}

/** Between the phones and the cloud: writes down what was asked and answered, and when. `after` runs after every call. */
export function recorderOf(world: World, after: () => void): Recorder {
  const { clock } = world.wechat;
  const calls: Call[] = [];
  let events = 0;
  let sent = 0;

  async function send(person: string, route: Route, input: object, isReplay = false): Promise<Outcome> {
    const { activity = '', turn = -1 } = input as { readonly activity?: string; readonly turn?: number };
    const call: Call = {
      ...{ person, route, walk: activity, turn, input, isReplay },
      ...{ begun: (events += 1), begunAt: clock.now(), ended: Infinity, endedAt: Infinity },
      outcome: { kind: 'lost', reason: 'under way' },
    };
    calls.push(call);
    sent += 1;
    call.outcome = await outcomeOf(world.call(person, { $url: route, ...input }));
    if (call.outcome.kind !== 'lost') {
      call.ended = events += 1;
      call.endedAt = clock.now();
    }
    after();
    return call.outcome;
  }

  return {
    calls,
    get sent() {
      return sent;
    },
    count: () => void (sent += 1),
    phoneOf(person) {
      const call = async (name: string, route: string, input: object): Promise<unknown> => {
        const outcome = await send(person, route as Route, input);
        if (outcome.kind === 'answered') return outcome.data;
        if (outcome.kind === 'refused') throw new OpenDataError(outcome.code, `${name}/${route}`);
        throw new OpenDataError('cloud-error', `${name}/${route}: ${outcome.reason}`);
      };
      return call as CallFunction;
    },
    async again({ person, route, input }) {
      await send(person, route, input, true);
    },
  };
}

/** What may succeed later was perhaps carried out all the same. */
async function outcomeOf(reply: Promise<{ readonly result: unknown }>): Promise<Outcome> {
  try {
    const { result } = await reply;
    const answer = result as Answer<unknown>;
    if (!answer.ok && !errorTable[answer.error.code].retryable) return { kind: 'refused', code: answer.error.code };
    return { kind: 'answered', data: readAnswer<unknown>(result, 'activity') };
  } catch (error) {
    return { kind: 'lost', reason: error instanceof Error ? error.message : String(error) };
  }
}
