import fc from 'fast-check';
import * as v from 'valibot';
import { errorsOf } from '../../../cloud/contract/call';
import { contract } from '../../../cloud/contract/contract';
import { errorTable } from '../../../cloud/contract/errors';
import { type Harness, startHarness } from '../harness';

const calls = contract.opendata;
type Route = keyof typeof calls;
const routes = Object.keys(calls) as Route[];

/** Half of the events look almost right, so that they get past the first check. */
const route = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...routes) }, fc.jsonValue({ maxDepth: 1 }));
const nearlyOpenData = fc.oneof(
  fc.string(),
  fc.record({ cloudID: fc.string(), data: fc.jsonValue({ maxDepth: 2 }) }),
  fc.record({ cloudID: fc.string({ minLength: 1 }), data: fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })) }),
  fc.record({ cloudID: fc.string({ minLength: 1 }), errCode: fc.integer(), errMsg: fc.string() }),
  fc.jsonValue({ maxDepth: 2 }),
);
const nearlyRight = fc.record({ $url: route, werun: nearlyOpenData }, { requiredKeys: ['$url'] });
const anyEvent = fc.oneof(
  { weight: 4, arbitrary: nearlyRight },
  { weight: 1, arbitrary: fc.record({ $url: route, surplus: fc.jsonValue() }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
);

describe('any JSON to any route', () => {
  let wechat: Harness;
  let openid: string;
  beforeAll(async () => {
    wechat = await startHarness();
    openid = await wechat.person();
  });
  afterAll(() => wechat.stop());

  test('gets an answer of the contract, and a refusal writes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(anyEvent, fc.boolean(), async (event, marked) => {
        const werun = (event as { werun?: unknown } | null)?.werun;
        const cloudIDs = marked && typeof werun === 'string' ? { werun } : undefined;
        const before = wechat.stored();
        const { answer, record } = await wechat.send({ openid, event, ...(cloudIDs && { cloudIDs }) });
        const called = (event as { $url?: unknown } | null)?.$url;
        const declared = routes.find((name) => name === called);
        if (answer.ok) {
          expect(declared).toBeDefined();
          expect(v.is(calls[declared ?? 'steps'].output, answer.data)).toBe(true);
        } else {
          const { code, message, retryable, ...surplus } = answer.error;
          expect(declared === undefined ? ['unknown-route', 'invalid-input'] : errorsOf(calls[declared])).toContain(
            code,
          );
          expect([typeof message, retryable, surplus]).toEqual(['string', errorTable[code].retryable, {}]);
          expect(code).not.toBe('internal');
          expect(record.databaseCalls).toBe(0);
        }
        expect(wechat.stored()).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });

  test('genuine open data among anything else is kept only when the whole event is right', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 2 }), async (rest) => {
        const person = await wechat.person();
        const werun = await wechat.weRun(person);
        const event = { ...rest, $url: 'weRun', werun };
        const surplus = Object.keys(event).some((name) => !['$url', 'werun', 'userInfo', 'tcbContext'].includes(name));
        const { answer } = await wechat.send({ openid: person, event, cloudIDs: { werun } });
        expect(answer.ok).toBe(!surplus);
        const kept = wechat.stored().some((document) => (document as { _id: string })._id === person);
        expect(kept).toBe(answer.ok);
      }),
      { numRuns: 60 },
    );
  });
});
