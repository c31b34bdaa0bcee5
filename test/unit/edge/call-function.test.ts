import { callFunction } from '../../../src/wechat/call-function';
import { cloudID } from '../../../src/wechat/cloud-id';
import { OpenDataError } from '../../../src/wechat/open-data-error';

interface Sent {
  readonly name: string;
  readonly data: Record<string, unknown>;
}

/** A cloud that answers everything with `result`. */
function cloudThat(result: unknown): Sent[] {
  const sent: Sent[] = [];
  const cloud = {
    CloudID: (id: string) => ({ cloudID: id }),
    callFunction: (call: Sent) => {
      sent.push(call);
      return Promise.resolve({ result });
    },
  };
  Object.assign(globalThis, { wx: { cloud } });
  return sent;
}

const days = [{ date: '2026-11-20', steps: 8532 }];

/** What only a caller that goes around the types can send. */
const anything = callFunction as (name: string, route: string, input: object) => Promise<unknown>;

describe('callFunction', () => {
  it('sends the route as $url beside the input, and gives the data', async () => {
    const sent = cloudThat({ ok: true, data: { days } });
    const werun = cloudID<never>('id');
    await expect(callFunction('opendata', 'weRun', { werun })).resolves.toEqual({ days });
    expect(sent).toEqual([{ name: 'opendata', data: { $url: 'weRun', werun } }]);
    expect(sent[0]?.data['werun']).toBe(werun);
  });

  it('sends five CloudIDs', async () => {
    const sent = cloudThat({ ok: true, data: {} });
    await anything('opendata', 'weRun', Object.fromEntries([...'abcde'].map((key) => [key, cloudID(key)])));
    expect(sent).toHaveLength(1);
  });

  it('refuses a sixth CloudID before anything is sent', async () => {
    const sent = cloudThat({ ok: true, data: {} });
    const six = Object.fromEntries([...'abcdef'].map((key) => [key, cloudID(key)]));
    await expect(anything('opendata', 'weRun', six)).rejects.toMatchObject({ code: 'cloudid-limit' });
    expect(sent).toHaveLength(0);
  });

  it('throws what the function refuses, with its own word on whether to try again', async () => {
    cloudThat({ ok: false, error: { code: 'cloudid-invalid', message: 'invalid cloudID', retryable: true } });
    const error: unknown = await callFunction('opendata', 'steps', {}).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(OpenDataError);
    expect(error).toMatchObject({ code: 'cloudid-invalid', retryable: true, recover: 'retry' });
    expect((error as OpenDataError).message).toBe('opendata/steps: cloudid-invalid: invalid cloudID');
  });

  it('does not take a name that every object has for a code', async () => {
    cloudThat({ ok: false, error: { code: 'toString', message: '', retryable: false } });
    await expect(callFunction('opendata', 'steps', {})).rejects.toMatchObject({ code: 'cloud-error' });
  });

  it('says that WeChat is too old where there is no wx.cloud', async () => {
    Object.assign(globalThis, { wx: {} });
    await expect(callFunction('opendata', 'steps', {})).rejects.toMatchObject({ code: 'api-unsupported' });
  });
});
