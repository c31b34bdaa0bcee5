import { voipSignature } from '../../emulator/cloud/openapi/voip-sign';
import { multipartFields } from '../../emulator/cloud/wire/multipart';
import { SDK, startLocalCloud, type LocalCloud } from './local-cloud';
import { containing } from './matchers';

describe('cloud calls', () => {
  const received: unknown[] = [];
  let local: LocalCloud;
  const asks = (call: string): string => `${SDK} exports.main = () => ${call};`;

  beforeAll(async () => {
    const permissions = { openapi: ['test.echo', 'test.fails', 'test.unknown'] };
    local = await startLocalCloud({
      functions: {
        echo: {
          code: asks(`cloud.openapi.test.echo({ someName: '名'.repeat(60), list: [{ innerName: 1 }] })`),
          config: { permissions },
        },
        fails: {
          code: asks(`cloud.openapi.test.fails({}).catch((e) => ({ errCode: e.errCode, errMsg: e.errMsg }))`),
          config: { permissions },
        },
        unknown: {
          code: asks(`cloud.openapi.test.unknown({}).catch((e) => ({ errCode: e.errCode }))`),
          config: { permissions },
        },
        undeclared: asks(`cloud.openapi.test.echo({}).catch((e) => ({ errCode: e.errCode }))`),
      },
      openapi: {
        'test.echo': (call) => {
          received.push(call);
          return { errcode: 0, errmsg: 'ok', some_answer: { inner_answer: 2 } };
        },
        'test.fails': () => ({ errcode: 47001, errmsg: 'data format error' }),
      },
    });
  });
  afterAll(() => local.stop());

  test('parameters arrive in snake case, the answer in camel case', async () => {
    expect(await local.call('echo')).toMatchObject({ errCode: 0, someAnswer: { innerAnswer: 2 } });
    expect(received).toEqual([{ openid: 'oUserA', fields: { some_name: '名'.repeat(60), list: [{ inner_name: 1 }] } }]);
  });

  test("WeChat's errcode becomes an error", async () => {
    expect(await local.call('fails')).toEqual({ errCode: 47001, errMsg: containing('data format error') });
  });

  test('one that is not in config.json is refused, and the log says what to add', async () => {
    expect(await local.call('undeclared')).toEqual({ errCode: -604101 });
    expect(local.cloud.calls.at(-1)?.console).toContainEqual({
      level: 'error',
      text: containing('add "test.echo" to permissions.openapi'),
    });
  });

  test('one that does not exist is refused by name', async () => {
    expect(await local.call('unknown')).toEqual({ errCode: -604100 });
    expect(local.cloud.calls.at(-1)?.console).toContainEqual({
      level: 'error',
      text: containing('test.unknown'),
    });
  });

  test('the log of calls says what each function asked WeChat, and what came of it', async () => {
    const called = async (name: string) => {
      await local.call(name);
      return local.cloud.calls.at(-1)?.openapi;
    };
    expect(await called('echo')).toEqual([{ name: 'test.echo', errcode: 0 }]);
    expect(await called('fails')).toEqual([{ name: 'test.fails', errcode: 47001 }]);
    expect(await called('undeclared')).toEqual([{ name: 'test.echo', errcode: -604101 }]);
    expect(await called('unknown')).toEqual([{ name: 'test.unknown', errcode: -604100 }]);
    local.cloud.faults.failOpenApi('test.echo', 45009, 1);
    await expect(called('echo')).rejects.toBeDefined();
    expect(local.cloud.calls.at(-1)?.openapi).toEqual([{ name: 'test.echo', errcode: 45009 }]);
    local.cloud.faults.delayOpenApi('test.echo', 4_000, 1, 'before');
    await expect(called('echo')).rejects.toBeDefined();
    expect(local.cloud.calls.at(-1)?.openapi).toEqual([{ name: 'test.echo', errcode: undefined }]);
    local.cloud.faults.clear();
  });

  test("getVoIPSign signs with the caller's session key", async () => {
    const { openid } = await local.platform.createUser({ nickName: '甲' });
    const room = { groupId: 'g1', nonceStr: 'n1', timeStamp: 1559129714 };
    const { signature } = await local.script<{ signature: string }>(
      `return await cloud.getVoIPSign({ groupId: 'g1', nonce: 'n1', timestamp: 1559129714 });`,
      openid,
    );
    expect(signature).toBe(voipSignature({ appId: 'wxlocal0000000001', ...room }, local.platform.sessionKey(openid)));
  });

  test("the signature is WeChat's (its published sample)", () => {
    const room = {
      appId: 'wx20afc706a711eefc',
      groupId: '1559129713_672975982',
      nonceStr: '8AP6DT9ybtniUJfb',
      timeStamp: 1559129714,
    };
    expect(voipSignature(room, 'gDyVgzwa0mFz9uUP7M6GQQ==')).toBe(
      'b002b824688dd8593a6079e11d8c5e8734fbcb39a6d5906eb347bfbcad79c617',
    );
  });

  test('bytes in a form stay what they are', () => {
    const bytes = Buffer.from([0, 13, 10, 45, 45, 200, 255, 13, 10, 13, 10, 1]);
    const body = Buffer.concat([
      Buffer.from(
        '--b\r\nContent-Disposition: form-data; name="one"\r\n\r\n1\r\n--b\r\nContent-Disposition: form-data; name="data"\r\nContent-Type: application/octet-stream\r\n\r\n',
      ),
      bytes,
      Buffer.from('\r\n--b--\r\n'),
    ]);
    const fields = multipartFields('multipart/form-data; boundary=b', body);
    expect(fields.get('one')?.toString()).toBe('1');
    expect(fields.get('data')).toEqual(bytes);
  });
});
