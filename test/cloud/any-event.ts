/** Any event to a function, most of them nearly right: whatever comes, it is answered as the contract says. */
import fc from 'fast-check';
import * as v from 'valibot';
import { type AnyCall, errorsOf } from '../../cloud/contract/call';
import { type ClientInput, contract, type FunctionName, type Route } from '../../cloud/contract/contract';
import { errorTable } from '../../cloud/contract/errors';
import type { Harness } from './harness';

/** A field that is made when the call is, for whoever calls: a CloudID, an upload. */
export type Make = (openid: string) => Promise<string>;

/** What a phone might send in each field of each route: often right, often not. */
export type Fields<F extends FunctionName> = {
  readonly [R in Route<F>]: { readonly [K in keyof ClientInput<F, R>]: fc.Arbitrary<unknown> };
};

export interface World {
  readonly wechat: Harness;
  readonly callers: readonly string[];
  readonly fields: Readonly<Record<string, Readonly<Record<string, fc.Arbitrary<unknown>>>>>;
}

/** Made for a caller as one of `callers` has it: theirs, or somebody else's. */
export const madeBy = (callers: readonly string[], make: Make): fc.Arbitrary<Make> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant(make) },
    { weight: 1, arbitrary: fc.constantFrom(...callers.map((other) => () => make(other))) },
  );

const LONGEST_CALL_MS = 4_000;
const anything = fc.jsonValue({ maxDepth: 2 });
const cloudID = fc.string({ minLength: 1 });

/** What may stand where a CloudID was: genuine ones, and what only looks so. */
export const openData = (callers: readonly string[], make: Make): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 4, arbitrary: madeBy(callers, make) },
    fc.string(),
    fc.record({ cloudID, data: fc.dictionary(fc.string(), anything) }),
    fc.record({ cloudID, errCode: fc.integer(), errMsg: fc.string() }),
  );

function anyEvent({ fields }: World): fc.Arbitrary<unknown> {
  const nearlyRight = fc.constantFrom(...Object.entries(fields)).chain(([route, declared]) => {
    const orAnything = (value: fc.Arbitrary<unknown>) => fc.oneof({ weight: 12, arbitrary: value }, anything);
    const given = Object.entries(declared).map(([name, value]) => [name, orAnything(value)] as const);
    const event = { $url: fc.constant(route), ...Object.fromEntries(given) };
    return fc.oneof(
      { weight: 10, arbitrary: fc.record(event) },
      fc.record(event, { requiredKeys: ['$url'] }),
      fc.record({ ...event, surplus: anything }),
    );
  });
  return fc.oneof({ weight: 10, arbitrary: nearlyRight }, fc.record({ $url: anything }), fc.jsonValue());
}

/** `numRuns` events, one after the other. Fails unless some are answered and some refused: else it would show nothing. */
export async function sendAnything(name: FunctionName, world: World, numRuns: number): Promise<void> {
  const answers = { given: 0, refused: 0 };
  const marked = fc.nat(9).map((chance) => chance > 0);
  const property = fc.asyncProperty(
    anyEvent(world),
    fc.constantFrom(...world.callers),
    marked,
    async (event, openid, asCloudIDs) => {
      const sent = isObject(event) ? await made(event, openid) : event;
      answers[(await answered(world.wechat, { name, openid, event: sent, asCloudIDs })) ? 'given' : 'refused'] += 1;
    },
  );
  await fc.assert(property, { numRuns });
  expect([answers.given > 0, answers.refused > 0]).toEqual([true, true]);
}

async function made(event: Readonly<Record<string, unknown>>, openid: string): Promise<object> {
  const make = (value: unknown): unknown => (typeof value === 'function' ? (value as Make)(openid) : value);
  const fields = Object.entries(event).map(async ([name, value]) => [name, await make(value)] as const);
  return Object.fromEntries(await Promise.all(fields));
}

interface Call {
  readonly name: FunctionName;
  readonly openid: string;
  readonly event: unknown;
  /** Whether the phone says which fields are CloudIDs, as `wx.cloud.CloudID` does. */
  readonly asCloudIDs: boolean;
}

/** Whether the call was carried out. Checks the answer, that only declared fields get one, and that a refusal wrote nothing. */
async function answered(wechat: Harness, { name, openid, event, asCloudIDs }: Call): Promise<boolean> {
  const { $url: route, ...given } = isObject(event) ? event : {};
  const calls: Readonly<Record<string, AnyCall>> = contract[name];
  const call = typeof route === 'string' && Object.hasOwn(calls, route) ? calls[route] : undefined;
  const isCloudID = ([field, value]: readonly [string, unknown]): boolean =>
    call !== undefined && Object.hasOwn(call.openData, field) && typeof value === 'string';
  const cloudIDs = Object.fromEntries(Object.entries(given).filter(isCloudID)) as Record<string, string>;
  await settled(wechat);
  const before = wechat.stored();
  const { answer, record } = await wechat.send({ name, openid, event, ...(asCloudIDs && { cloudIDs }) });
  if (answer.ok) {
    expect([hasShape(call, given), v.is(call?.output ?? v.never(), answer.data)]).toEqual([true, true]);
    return true;
  }
  const { code, message, retryable, ...surplus } = answer.error;
  expect(call === undefined ? ['unknown-route', 'invalid-input'] : errorsOf(call)).toContain(code);
  expect([typeof message, retryable, surplus]).toEqual(['string', errorTable[code].retryable, {}]);
  expect(code).not.toBe('internal');
  expect(wechat.stored()).toEqual(before);
  if (!hasShape(call, given)) expect(record.databaseCalls).toBe(0);
  return false;
}

/** WeChat pushes its verdicts when it likes: one that came during a call would look like a write of that call. */
async function settled({ clock, platform }: Harness): Promise<void> {
  const isNear = platform.contentChecks.all.some(
    ({ state, dueAt }) => state === 'pending' && dueAt < clock.now() + LONGEST_CALL_MS,
  );
  if (isNear) await platform.contentChecks.deliver();
}

function hasShape(call: AnyCall | undefined, given: object): boolean {
  if (call === undefined) return false;
  const openDataFields = Object.fromEntries(Object.keys(call.openData).map((name) => [name, v.unknown()]));
  return v.is(v.strictObject({ ...call.input, ...openDataFields }), given);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
