import { getGroupData } from '../../../src/wechat/group-enter';

interface Option {
  readonly shareTicket?: string;
  readonly success: (result: object) => void;
  readonly fail: (reason: object) => void;
}

/** APIs that answer with these; what has an `errMsg` of `fail` fails. Gives the options that each was called with. */
function wechatThat(
  answers: Readonly<Record<string, { errMsg: string; cloudID?: string; errCode?: number; errno?: number }>>,
) {
  const asked: { api: string; shareTicket: string | undefined }[] = [];
  const api = ([name, answer]: [string, { errMsg: string }]) => [
    name,
    ({ shareTicket, success, fail }: Option) => {
      asked.push({ api: name, shareTicket });
      setImmediate(() => (answer.errMsg.includes(':fail') ? fail(answer) : success(answer)));
    },
  ];
  const wx = {
    login: ({ success }: Option) => success({ code: 'code' }),
    cloud: { CloudID: (id: string) => ({ id }) },
    ...(Object.fromEntries(Object.entries(answers).map(api)) as object),
  };
  Object.assign(globalThis, { wx });
  return asked;
}

const ok = { errMsg: 'ok', cloudID: 'id' };

describe('getGroupData', () => {
  it('asks getGroupEnterInfo where it exists, with or without a ticket', async () => {
    const asked = wechatThat({ getGroupEnterInfo: ok, getShareInfo: ok });
    await expect(getGroupData('ticket')).resolves.toEqual({ id: 'id' });
    await expect(getGroupData(undefined)).resolves.toEqual({ id: 'id' });
    expect(asked.map(({ api }) => api)).toEqual(['getGroupEnterInfo', 'getGroupEnterInfo']);
  });

  it('asks the deprecated getShareInfo in an old library, by the ticket', async () => {
    const asked = wechatThat({ getShareInfo: ok });
    await expect(getGroupData('ticket')).resolves.toEqual({ id: 'id' });
    expect(asked).toEqual([{ api: 'getShareInfo', shareTicket: 'ticket' }]);
  });

  it('has nothing to ask an old library without a ticket', async () => {
    const asked = wechatThat({ getShareInfo: ok });
    await expect(getGroupData(undefined)).rejects.toMatchObject({ code: 'group-wrong-scene' });
    expect(asked).toEqual([]);
  });

  it('says that WeChat is too old where there is neither', async () => {
    wechatThat({});
    await expect(getGroupData('ticket')).rejects.toMatchObject({ code: 'api-unsupported' });
  });

  it('says that Cloud Base is missing where WeChat gives no cloudID', async () => {
    wechatThat({ getGroupEnterInfo: { errMsg: 'ok' } });
    await expect(getGroupData('ticket')).rejects.toMatchObject({ code: 'cloud-error' });
  });

  it.each([
    ['group-left', { errMsg: 'getGroupEnterInfo:fail', errCode: 65206 }],
    ['group-left', { errMsg: 'getGroupEnterInfo:fail', errCode: 65206, errno: 1500101 }],
    ['group-left', { errMsg: 'getGroupEnterInfo:fail:65206' }],
    ['group-wrong-scene', { errMsg: 'getGroupEnterInfo:fail scene', errCode: 40097 }],
    ['group-ticket-expired', { errMsg: 'getShareInfo:fail invalid shareTicket' }],
    ['network', { errMsg: 'getGroupEnterInfo:fail network error' }],
    ['timeout', { errMsg: 'getGroupEnterInfo:fail timeout' }],
    ['api-unsupported', { errMsg: 'getGroupEnterInfo:fail not supported on this platform' }],
    ['cloud-error', { errMsg: 'getGroupEnterInfo:fail' }],
  ])('%s: %j', async (code, failure) => {
    wechatThat({ getGroupEnterInfo: failure });
    await expect(getGroupData('ticket')).rejects.toMatchObject({ code });
  });
});
