import { onLocalWeChat } from '../stage';

const HOME = 'pages/home/index';
const WAY_IN = '.notice__action';
const AGREE = '.privacy-sheet__agree';
const TODAY = '.step-count__number';

onLocalWeChat('steps of somebody new', (here) => {
  /** What the platform says that the person walked on the clock's day. */
  async function stepsToday(): Promise<string> {
    const { now } = await here().control.clock.get();
    const day = new Date(now + 8 * 3_600_000).toISOString().slice(0, 10);
    const user = (await here().control.users.list()).find(({ openid }) => openid === here().openid);
    return (user?.steps[day] ?? NaN).toLocaleString('en');
  }

  async function agreeToEverything(): Promise<void> {
    await here().person.tap(AGREE);
    await here().person.allow();
  }

  it('asks nothing before a tap', async () => {
    await here().person.sees('查看我的步数');
    const { scopes, privacy } = await here().control.consents.get(here().openid);
    expect(scopes).toEqual({});
    expect(privacy.needAuthorization).toBe(true);
  });

  it('shows 31 days after a tap and two consents, and has kept them', async () => {
    await here().person.tap(WAY_IN);
    await agreeToEverything();
    expect(await here().person.read(TODAY)).toBe(await stepsToday());
    expect(await here().person.count('.bar')).toBe(31);
    expect((await here().control.consents.get(here().openid)).scopes).toEqual({ 'scope.werun': true });

    const kept = (await here().control.database.documents('steps')) as { _id: string; days: Record<string, number> }[];
    expect(Object.keys(kept.find(({ _id }) => _id === here().openid)?.days ?? {})).toHaveLength(31);
  });

  it('reads a day out when its bar is tapped', async () => {
    await here().person.tap(WAY_IN);
    await agreeToEverything();
    const { now } = await here().control.clock.get();
    const date = new Date(now + 8 * 3_600_000 - 10 * 86_400_000);
    await here().person.tap(`#day-${date.toISOString().slice(0, 10)}`);
    await here().person.sees(`${date.getUTCMonth() + 1}月${date.getUTCDate()}日 周`);
  });

  it('has a way back for who refused: the settings page, and then the chart', async () => {
    await here().person.tap(WAY_IN);
    await here().person.tap(AGREE);
    await here().person.refuse();
    await here().person.sees('你没有允许使用微信运动步数');

    await here().person.tap(WAY_IN);
    await here().person.isAt('wechat/setting');
    await here().person.tap('switch');
    await here().person.goBack();
    await here().person.isAt(HOME);
    expect(await here().person.read(TODAY)).toBe(await stepsToday());
  });

  it('explains a refused privacy guideline and asks again on a tap', async () => {
    await here().person.tap(WAY_IN);
    await here().person.tap('.privacy-sheet__refuse');
    await here().person.sees('需要先同意隐私保护指引');
    await here().person.tap(WAY_IN);
    await agreeToEverything();
    expect(await here().person.read(TODAY)).toBe(await stepsToday());
  });

  it('heals a CloudID that expired on the way, unseen', async () => {
    await here().control.faults.ageCloudIDs(6 * 60_000);
    await here().person.tap(WAY_IN);
    await agreeToEverything();
    expect(await here().person.read(TODAY)).toBe(await stepsToday());

    const answers = (await here().calls())
      .filter(({ event }) => (event as { $url: string }).$url === 'weRun')
      .map(({ result }) => result);
    expect(answers).toEqual([
      { ok: false, error: expect.objectContaining({ code: 'cloudid-expired' }) as unknown },
      { ok: true, data: expect.anything() as unknown },
    ]);
  });

  it('says so when a function is killed, and recovers on a tap', async () => {
    await here().control.faults.killFunction('opendata');
    await here().control.faults.killFunction('opendata');
    await here().person.tap(WAY_IN);
    await agreeToEverything();
    await here().person.sees('再试一次');
    await here().control.faults.clear();
    await here().person.tap(WAY_IN);
    expect(await here().person.read(TODAY)).toBe(await stepsToday());
  });

  it('says so without a network, and recovers on a tap', async () => {
    await here().control.phones.network(here().phone.id, false);
    await here().person.tap(WAY_IN);
    await here().person.sees('网络好像断开了');
    await here().control.phones.network(here().phone.id, true);
    await here().person.tap(WAY_IN);
    await agreeToEverything();
    expect(await here().person.read(TODAY)).toBe(await stepsToday());
  });

  it('says so on a phone without WeRun', async () => {
    await here().control.users.update(here().openid, { weRun: 'unsupported' });
    await here().person.tap(WAY_IN);
    await agreeToEverything();
    await here().person.sees('不支持微信运动');
  });

  it('shows what was kept at the next start, without a tap', async () => {
    await here().person.tap(WAY_IN);
    await agreeToEverything();
    await here().person.find(TODAY);
    const before = (await here().calls()).length;
    await here().restart();
    expect(await here().person.read(TODAY)).toBe(await stepsToday());
    const asked = (await here().calls()).slice(before).map(({ event }) => (event as { $url: string }).$url);
    expect(asked).toContain('steps');
    expect(asked).not.toContain('weRun');
  });
});
