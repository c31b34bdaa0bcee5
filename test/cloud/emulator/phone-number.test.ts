import { SDK, startLocalCloud, type LocalCloud } from './local-cloud';

const NUMBER = '13800138000';
const hongKong = { phoneNumber: '+85291234567', purePhoneNumber: '91234567', countryCode: '852' };

let local: LocalCloud;
let ann: string;
let bo: string;

const REDEEM = `${SDK} exports.main = ({ code, openid }) => cloud.openapi.phonenumber
  .getPhoneNumber({ code, ...(openid && { openid }) })
  .catch(({ errCode }) => ({ errCode }));`;

beforeAll(async () => {
  const config = { permissions: { openapi: ['phonenumber.getPhoneNumber'] } };
  local = await startLocalCloud({
    functions: {
      redeem: { code: REDEEM, config },
      undeclared: REDEEM,
      print: `exports.main = (event) => {
        console.log('saved', event.text, JSON.stringify(event));
        console.log({ phoneNumber: '+85291234567', step: 13800 });
        if (event.fail) throw new Error('no room for ' + event.text);
        return { phoneNumber: '+85291234567', nested: [{ purePhoneNumber: 91234567, steps: 12345 }], called: event.number };
      };`,
    },
  });
  const { platform } = local;
  [ann, bo] = [platform.users[0]?.openid ?? '', platform.users[1]?.openid ?? ''];
  for (const openid of [ann, bo]) await platform.answerPrivacy(openid, true);
});
afterAll(() => local.stop());

async function tap(openid = ann) {
  const offer = local.platform.phoneOffer(openid, 'getPhoneNumber');
  if (offer.state !== 'choose') throw new Error(`no choice: ${JSON.stringify(offer)}`);
  return local.platform.givePhoneNumber(openid, 'getPhoneNumber', offer.numbers[0]?.id ?? '');
}
const redeem = (data: object, openid = ann) => local.call('redeem', data, openid);

describe('phonenumber.getPhoneNumber through the SDK', () => {
  test('answers the number once; countryCode is a number, as in the sample', async () => {
    await local.platform.updateUser(ann, { phoneNumbers: [hongKong] });
    const { code } = await tap();
    expect(await redeem({ code, openid: ann })).toMatchObject({
      errCode: 0,
      phoneInfo: { ...hongKong, countryCode: 852, watermark: { appid: local.platform.app.appId } },
    });
    expect(await redeem({ code, openid: ann })).toEqual({ errCode: 40029 });
  });

  test('twenty at once: one gets it', async () => {
    const { code } = await tap();
    const answers = await Promise.all(Array.from({ length: 20 }, () => redeem({ code })));
    expect(answers.filter((answer) => (answer as { errCode: number }).errCode === 0)).toHaveLength(1);
  });

  test('knows whose code it is, and that a text is no code', async () => {
    const { code } = await tap();
    expect(await redeem({ code, openid: bo }, bo)).toEqual({ errCode: 40003 });
    expect(await redeem({ code: 'made up' })).toEqual({ errCode: 40029 });
  });

  test('needs its permission in config.json, and a company', async () => {
    const { code } = await tap();
    expect(await local.call('undeclared', { code }, ann)).toEqual({ errCode: -604101 });
    await local.platform.declare({ subject: 'personal' });
    expect(await redeem({ code })).toEqual({ errCode: 48001 });
    await local.platform.declare({ subject: 'company' });
    expect(await redeem({ code })).toMatchObject({ errCode: 0 });
  });

  test('fails on purpose, so often, without using the code up', async () => {
    const { code } = await tap();
    local.cloud.faults.failOpenApi('phonenumber.getPhoneNumber', 45011, 1);
    expect(await redeem({ code })).toEqual({ errCode: 45011 });
    expect(await redeem({ code })).toMatchObject({ errCode: 0 });
    local.cloud.faults.failOpenApi('phonenumber.getPhoneNumber', -1, 5);
    local.cloud.faults.clear();
    expect(await redeem({ code })).toEqual({ errCode: 40029 });
  });
});

test('the old way: a CloudID of the button becomes the number', async () => {
  await local.platform.updateUser(ann, { phoneNumbers: [hongKong] });
  const { cloudID = '' } = await tap();
  local.write('echo', 'exports.main = ({ phone }) => phone.data;');
  expect(await local.call('echo', { phone: cloudID }, ann, { phone: cloudID })).toMatchObject({
    ...hongKong,
    watermark: { appid: local.platform.app.appId },
  });
});

describe('the log of calls', () => {
  /** The record of the last call, as the workbench gets it: kept, and pushed. */
  async function logged(event: object): Promise<string> {
    const pushed: unknown[] = [];
    const end = local.cloud.onCall((record) => pushed.push(record));
    await local.call('print', event, ann).catch(() => undefined);
    end();
    return JSON.stringify([pushed, local.cloud.calls.at(-1)]);
  }

  test('masks numbers in the event, the answer, what is printed, and errors', async () => {
    for (const event of [
      { text: NUMBER, number: Number(NUMBER), inside: { json: `{"purePhoneNumber":"91234567"}` } },
      { text: `+86 ${NUMBER}`, fail: true },
    ]) {
      const log = await logged(event);
      expect(log).not.toContain(NUMBER);
      expect(log).not.toContain('91234567');
      expect(log).toContain('138****8000');
    }
  });

  test('leaves other numbers as they are', async () => {
    const log = await logged({ text: 'x', at: 1763655600000, order: '9913800138000', day: '2026-03-01' });
    for (const kept of ['1763655600000', '9913800138000', '2026-03-01', '12345', '13800']) expect(log).toContain(kept);
  });

  test('the function and its caller get them whole', async () => {
    expect(await local.call('print', { number: Number(NUMBER) }, ann)).toMatchObject({
      phoneNumber: '+85291234567',
      called: Number(NUMBER),
    });
  });
});
