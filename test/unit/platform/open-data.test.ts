import { contract } from '../../../cloud/contract/contract';
import type { CallContext } from '../../../cloud/platform/context';
import { readContext } from '../../../cloud/platform/context';
import type { OpenDataField } from '../../../cloud/platform/open-data-field';
import { resolved } from '../../../cloud/platform/open-data-field';
import { verifyOpenData } from '../../../cloud/platform/open-data';

/** What the local WeChat never answers, but WeChat might. Everything else is in test/cloud/functions. */
const now = 1_795_000_000;
const watermark = { appid: 'wxa', timestamp: now };
const data = { stepInfoList: [{ timestamp: now, step: 5 }], watermark };
const context: CallContext = { openid: 'oA', appid: 'wxa', sources: ['wx_client'], openDataInfo: '' };
const schemas = contract.opendata.weRun.openData;

function verify(
  werun: OpenDataField,
  openDataInfo: string,
  resolve: (ids: readonly string[]) => unknown[] = neverAsked,
) {
  const verifier = {
    context: { ...context, openDataInfo },
    resolve: (ids: readonly string[]) => Promise.resolve(ids).then(resolve),
    now,
  };
  return verifyOpenData({ werun }, schemas, verifier);
}

function neverAsked(): never {
  throw new Error('WeChat must not be asked');
}

function fails(thrown: unknown): () => never {
  return () => {
    throw thrown;
  };
}

describe('OPEN_DATA_INFO', () => {
  test('that names the field is believed without asking', async () => {
    const verified = await verify({ cloudID: 'id', data }, '{"keys":["werun"]}');
    expect(verified).toEqual({ werun: { cloudID: 'id', data } });
  });

  test('that names other fields only leaves this one untrusted', async () => {
    await expect(verify({ cloudID: 'id', data }, '{"keys":["other"]}')).rejects.toMatchObject({
      code: 'open-data-untrusted',
    });
    await expect(verify('id', '{"keys":["other"]}')).rejects.toMatchObject({ code: 'open-data-untrusted' });
  });

  test('that names five others explains why a sixth stayed text', async () => {
    const keys = JSON.stringify({ keys: ['a', 'b', 'c', 'd', 'e'] });
    await expect(verify('id', keys)).rejects.toMatchObject({ code: 'cloudid-limit' });
  });

  test('that names the field although it is plain text is not believed', async () => {
    await expect(verify('id', '{"keys":["werun"]}')).rejects.toMatchObject({ code: 'open-data-untrusted' });
  });

  test.each(['no JSON', '[]', '{"keys":"werun"}', '{"keys":[1]}', '1', 'null'])(
    'that reads %s vouches for nothing',
    async (text) => {
      await expect(verify({ cloudID: 'id', data }, text)).rejects.toMatchObject({ code: 'open-data-untrusted' });
    },
  );

  test('with an empty list is empty: WeChat is asked', async () => {
    const verified = await verify('id', '{"keys":[]}', (ids) => ids.map((cloudID) => ({ cloudID, data })));
    expect(verified).toEqual({ werun: { cloudID: 'id', data } });
  });
});

describe('asking WeChat', () => {
  const systemError = { errCode: -601001, errMsg: 'internal svrkit error, empty openData json field' };

  test('a refusal of the whole list is no proof of made-up data', async () => {
    await expect(verify({ cloudID: 'id', data }, '', fails(systemError))).rejects.toMatchObject({
      code: 'open-data-untrusted',
    });
  });

  test('for a bare CloudID it is an error of the cloud', async () => {
    await expect(verify('id', '', fails(systemError))).rejects.toMatchObject({ code: 'cloud-error' });
  });

  test('no network is an error of the cloud, whatever was claimed', async () => {
    const failed = verify({ cloudID: 'id', data }, '', fails({ errCode: -601003, errMsg: 'network' }));
    await expect(failed).rejects.toMatchObject({ code: 'cloud-error' });
  });

  test.each([[[]], [[null]], [['id']], [[{ cloudID: 'id' }]]])('an answer of %j cannot be read', async (list) => {
    await expect(verify('id', '', () => list)).rejects.toMatchObject({ code: 'cloud-error' });
  });
});

describe('open data that WeChat did not give', () => {
  test.each([
    [-601005, 'cloudid-invalid'],
    [-601006, 'cloudid-expired'],
    [-601007, 'cloudid-foreign'],
    [-601001, 'cloud-error'],
  ])('%d is %s', (errCode, code) => {
    expect(() => resolved({ cloudID: 'id', errCode, errMsg: '' })).toThrow(expect.objectContaining({ code }) as Error);
  });
});

describe('getWXContext', () => {
  test('a value that the SDK turned into a number is nobody’s identity', () => {
    expect(readContext({ OPENID: 123, APPID: 456, SOURCE: 'wx_client,scf', OPEN_DATA_INFO: '' })).toEqual({
      openid: undefined,
      appid: undefined,
      sources: ['wx_client', 'scf'],
      openDataInfo: '',
    });
  });

  test('outside of a call there is nobody', () => {
    expect(readContext({})).toEqual({ openid: undefined, appid: undefined, sources: [], openDataInfo: '' });
  });
});
