import fc from 'fast-check';
import * as v from 'valibot';
import { errorsOf } from '../../../cloud/contract/call';
import { contract } from '../../../cloud/contract/contract';
import { errorTable } from '../../../cloud/contract/errors';
import { type Harness, startHarness } from '../harness';

const calls = contract.me;
type Route = keyof typeof calls;
const routes = Object.keys(calls) as Route[];

const anything = fc.jsonValue({ maxDepth: 2 });
const fileID = fc
  .tuple(
    fc.constantFrom('cloud://test.local-test/avatars/', 'cloud://other/avatars/', ''),
    fc.stringMatching(/^[0-9a-f]{32}$/),
    fc.string(),
  )
  .map(([folder, name, rest]) => `${folder}${name}.png${rest}`);
/** Most events have the one field that their route takes, and something like what it takes in it. */
const fieldOf: Readonly<Partial<Record<Route, readonly [string, fc.Arbitrary<unknown>]>>> = {
  phoneByCode: ['code', fc.string()],
  phoneByCloudID: ['phone', fc.oneof(fc.string(), fc.record({ cloudID: fc.string({ minLength: 1 }), data: anything }))],
  saveNickname: ['nickname', fc.string({ unit: 'grapheme', maxLength: 40 })],
  saveAvatar: ['fileID', fileID],
};
const nearlyRight = fc.constantFrom(...routes).chain((route) => {
  const [name, value] = fieldOf[route] ?? ['surplus', anything];
  const field = fc.oneof({ weight: 4, arbitrary: value }, { weight: 1, arbitrary: anything });
  return fc.record({ $url: fc.constant(route), [name]: field }, { requiredKeys: ['$url'] });
});
const anyEvent = fc.oneof({ weight: 6, arbitrary: nearlyRight }, { weight: 1, arbitrary: fc.jsonValue() });

describe('any JSON to any route of me', () => {
  let wechat: Harness;
  let openid: string;
  beforeAll(async () => {
    wechat = await startHarness();
    openid = await wechat.person();
  });
  afterAll(() => wechat.stop());

  test('gets an answer of the contract, and a refusal writes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(anyEvent, async (event) => {
        const before = wechat.stored();
        const { answer } = await wechat.send({ openid, name: 'me', event });
        const called = (event as { $url?: unknown } | null)?.$url;
        const declared = routes.find((name) => name === called);
        if (answer.ok) {
          expect(v.is(calls[declared ?? 'phone'].output, answer.data)).toBe(true);
          return;
        }
        const { code, retryable } = answer.error;
        expect(declared === undefined ? ['unknown-route', 'invalid-input'] : errorsOf(calls[declared])).toContain(code);
        expect(code).not.toBe('internal');
        expect(retryable).toBe(errorTable[code].retryable);
        expect(wechat.stored()).toEqual(before);
      }),
      { numRuns: 250 },
    );
  });
});
