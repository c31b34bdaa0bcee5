/** What a handler of ours might do wrong; what people might send is in test/cloud/functions. */
import type { Output } from '../../../cloud/contract/contract';
import { serve } from '../../../cloud/platform/router';

const openid = 'oSomebody';
type Days = Output<'opendata', 'steps'>;

describe('a function whose handler misbehaves', () => {
  const lines: string[] = [];
  beforeEach(() => {
    Object.assign(process.env, { WX_OPENID: openid, WX_APPID: 'wxa', WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID' });
    lines.length = 0;
    jest.spyOn(console, 'error').mockImplementation((line: string) => void lines.push(line));
  });
  afterEach(() => jest.restoreAllMocks());

  const answerOf = (steps: () => Promise<Days>) =>
    serve('opendata', { weRun: () => Promise.reject(new Error('not called')), steps })({ $url: 'steps' });

  test('answers nothing beyond what the contract declares', async () => {
    const leaking = { days: [], secret: 'a secret' } as Days;
    const answer = await answerOf(() => Promise.resolve(leaking));
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal', retryable: true } });
    expect(JSON.stringify([answer, lines])).not.toContain('secret');
  });

  test('answers a typed error where it throws, without the text of what was thrown', async () => {
    const answer = await answerOf(() => Promise.reject(new Error(`E11000 dup key: { _id: "${openid}" }`)));
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify([answer, lines])).not.toContain(openid);
    expect(lines.join()).toMatch(/^opendata failed: .*\n {4}at /);
  });

  test.each([undefined, null, 'text', 0, { errCode: -502001, errMsg: openid }])(
    'also where %p is thrown',
    async (thrown) => {
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- the SDK rejects with plain objects
      const answer = await answerOf(() => Promise.reject(thrown));
      expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } });
      expect(JSON.stringify([answer, lines])).not.toContain(openid);
    },
  );

  test.each([undefined, null, 1, 'steps', [], [{ $url: 'steps' }]])(
    'and an event that is %p is refused before it',
    async (event) => {
      jest.spyOn(console, 'warn').mockImplementation(() => undefined);
      const steps = jest.fn(() => Promise.resolve({ days: [] }));
      const main = serve('opendata', { weRun: steps, steps });
      expect(await main(event)).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
      expect(steps).not.toHaveBeenCalled();
    },
  );
});
