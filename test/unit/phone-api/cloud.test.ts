import type { CallRequest } from '../../emulator/cloud/types';
import { newPhone, type Functions } from './phone';

async function newCloud(functions?: Functions) {
  const calls: CallRequest[] = [];
  const phone = await newPhone((request) => {
    calls.push(request);
    return functions ? functions(request) : { result: { sum: 3 }, requestID: 'r1' };
  });
  phone.wx.cloud.init({ env: 'local' });
  return { ...phone, cloud: phone.wx.cloud, calls };
}

const failureOf = (answer: Promise<unknown>): Promise<unknown> =>
  answer.then(
    () => 'no failure',
    (thrown: unknown) => thrown,
  );

describe('wx.cloud.callFunction', () => {
  it('gives result, requestID and errMsg by Promise and by callbacks', async () => {
    const { cloud } = await newCloud();
    const expected = { result: { sum: 3 }, requestID: 'r1', errMsg: 'cloud.callFunction:ok' };
    await expect(cloud.callFunction({ name: 'add', data: { a: 1, b: 2 } })).resolves.toEqual(expected);
    const success = await new Promise((resolve) => cloud.callFunction({ name: 'add', success: resolve }));
    expect(success).toEqual(expected);
  });

  it('marks CloudIDs at the top level of data; deeper ones are plain text', async () => {
    const { cloud, calls } = await newCloud();
    const { CloudID } = cloud;
    await cloud.callFunction({
      name: 'f',
      data: { a: CloudID('id-a'), b: new CloudID('id-b'), nested: { c: CloudID('id-c') }, list: [CloudID('id-d')] },
    });
    expect(calls).toEqual([
      {
        name: 'f',
        data: JSON.stringify({ a: 'id-a', b: 'id-b', nested: { c: 'id-c' }, list: ['id-d'] }),
        cloudIDs: { a: 'id-a', b: 'id-b' },
      },
    ]);
  });

  it('does not take an object that looks like a CloudID for one', async () => {
    const { cloud, calls } = await newCloud();
    await cloud.callFunction({ name: 'f', data: { a: { cloudID: 'id-a' }, b: 'id-b' } });
    expect(calls[0]?.cloudIDs).toEqual({});
  });

  it('sends an empty object where no data is given', async () => {
    const { cloud, calls } = await newCloud();
    await cloud.callFunction({ name: 'f' });
    expect(calls[0]?.data).toBe('{}');
  });

  it("fails with an Error that carries CloudBase's code and WeChat's text, to fail and complete alike", async () => {
    const { cloud } = await newCloud(() => {
      throw Object.assign(new Error(), { errCode: -504003, errMsg: 'Invoking task timed out after 3 seconds' });
    });
    const failure = await failureOf(cloud.callFunction({ name: 'slow' }));
    expect(failure).toBeInstanceOf(Error);
    expect(failure).toMatchObject({
      errCode: -504003,
      errMsg: 'cloud.callFunction:fail Error: errCode: -504003 | errMsg: Invoking task timed out after 3 seconds',
    });
    const both: unknown[] = [];
    await new Promise<void>((resolve) => {
      cloud.callFunction({
        name: 'slow',
        fail: (error) => both.push(error),
        complete: (error) => {
          both.push(error);
          resolve();
        },
      });
    });
    expect(both).toEqual([failure, failure]);
  });

  it('fails without a network, before anything is sent', async () => {
    const { cloud, calls, goOffline } = await newCloud();
    goOffline();
    expect(await failureOf(cloud.callFunction({ name: 'f' }))).toMatchObject({
      errCode: -1,
      errMsg: expect.stringMatching(/^cloud\.callFunction:fail .*request:fail/) as string,
    });
    expect(calls).toEqual([]);
  });

  it('throws where wx.cloud.init was not called', async () => {
    const { wx } = await newPhone();
    expect(() => wx.cloud.callFunction({ name: 'f' })).toThrow(
      /Cloud API isn't enabled, please call wx.cloud.init first/,
    );
  });

  it('refuses a call without a name', async () => {
    const { cloud } = await newCloud();
    const untyped = cloud.callFunction as unknown as (options: object) => Promise<unknown>;
    expect(await failureOf(untyped({ data: {} }))).toMatchObject({ errCode: -401003 });
  });
});
