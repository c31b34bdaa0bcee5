import { openStorage } from '../../emulator/storage';
import { createPlatform } from '../../emulator/wechat';
import { DAY } from './platform';
import { begun, COMPLETE, counts, newActivity, PATH } from './talk';

test('who asked is reminded once when it begins, under the card, and lands where WeChat was told', async () => {
  const { updatable, chats, share, set, reminders, group, ann, bo } = await newActivity();
  const { id } = await share(ann);
  await updatable.subscribe(id, bo);
  await set(0, counts(2));
  expect(reminders(bo)).toEqual([]);
  await set(1, { ...begun, path: `${PATH}&from=reminder` });
  expect(reminders(bo)).toMatchObject([
    { chatId: group, cardId: id, to: bo, text: '已开始，进入「小程序」', path: `${PATH}&from=reminder` },
  ]);
  expect(reminders(ann)).toEqual([]);
  const [reminder] = reminders(bo);
  const opening = { openid: bo, client: { platform: 'android' }, life: 'a' } as const;
  expect(chats.enter(reminder?.id ?? '', opening)).toEqual({
    path: 'pages/activity/index',
    query: { activity: '1', from: 'reminder' },
    scene: 1231,
    chatType: 3,
  });
});

test('once means once: for two cards, two taps, and every further word to WeChat', async () => {
  const { updatable, share, set, reminders, single, told, ann, bo } = await newActivity();
  const [first, second] = [await share(ann), await share(bo, {}, single)];
  for (const { id } of [first, second, first, second]) await updatable.subscribe(id, bo);
  await updatable.subscribe(second.id, ann);
  expect(told()?.subscribers).toEqual([bo, ann]);
  await Promise.all([set(1, begun), set(1, begun), set(1, begun)]);
  await set(1, begun);
  await set(2);
  expect(reminders(bo)).toMatchObject([{ cardId: first.id }]);
  expect(reminders(ann)).toMatchObject([{ cardId: second.id }]);
});

test('the reminder speaks as the card does, and calls the mini program by its name', async () => {
  const storage = await openStorage(undefined);
  const { clock, group, share, ann, bo, activityId } = await newActivity(storage);
  const { id } = await share(ann, { templateId: COMPLETE });
  const named = await createPlatform({ storage, clock, appId: 'wx1234567890abcdef', appName: () => '同行' });
  await named.updatable.subscribe(id, bo);
  const template_info = { parameter_list: Object.entries(begun).map(([name, value]) => ({ name, value })) };
  await named.updatable.setUpdatableMsg({ activity_id: activityId, target_state: 1, template_info });
  expect(named.chats.messages(group, bo).at(-1)).toMatchObject({ text: '已到齐，进入「同行」' });
});

test('nobody is reminded of what ends without having begun', async () => {
  const { updatable, share, set, reminders, ann, bo } = await newActivity();
  const { id } = await share(ann);
  await updatable.subscribe(id, bo);
  await set(2);
  expect(reminders(bo)).toEqual([]);
});

test('who left the chat is not reminded, and keeps nobody else from it', async () => {
  const { platform, updatable, chats, share, set, reminders, group, ann, bo } = await newActivity();
  const { openid: cy } = await platform.createUser({ nickName: 'Cy' });
  await chats.join(group, cy);
  const { id } = await share(ann);
  for (const openid of [bo, cy]) await updatable.subscribe(id, openid);
  await chats.leave(group, bo);
  expect(await set(1, begun)).toBe(0);
  expect(reminders(cy)).toHaveLength(1);
  await chats.join(group, bo);
  expect(reminders(bo)).toEqual([]);
});

test('a card says whether who looks has asked, as long as it can be asked', async () => {
  const { updatable, share, look, set, ann, bo } = await newActivity();
  const { id } = await share(ann);
  await updatable.subscribe(id, bo);
  expect(look(id, bo)).toMatchObject({ subscribed: true });
  expect(look(id, ann)).toMatchObject({ subscribed: false });
  expect(look(id)).not.toHaveProperty('subscribed');
  await set(1, begun);
  expect(look(id, bo)).not.toHaveProperty('subscribed');
});

test('an ask is announced, and outlives a restart', async () => {
  const storage = await openStorage(undefined);
  const { clock, updatable, chats, share, ann, bo } = await newActivity(storage);
  const { id } = await share(ann);
  const heard = jest.fn();
  chats.onChange(heard);
  await updatable.subscribe(id, bo);
  expect(heard).toHaveBeenCalled();
  const again = await createPlatform({ storage, clock, appId: 'wx1234567890abcdef' });
  expect(again.updatable.all).toMatchObject([{ subscribers: [bo] }]);
});

describe('there is nothing to ask for', () => {
  test('on a card that has begun, has ended, or was ended by the clock', async () => {
    const { updatable, share, set, clock, reminders, ann, bo } = await newActivity();
    const { id } = await share(ann);
    clock.advance(DAY);
    await expect(updatable.subscribe(id, bo)).rejects.toThrow('已结束');
    clock.advance(-DAY);
    await set(1, begun);
    await expect(updatable.subscribe(id, bo)).rejects.toThrow('已开始');
    await set(2);
    await expect(updatable.subscribe(id, bo)).rejects.toThrow('已结束');
    expect(reminders(bo)).toEqual([]);
  });

  test('for strangers, on what is no card, and on what is not there', async () => {
    const { platform, updatable, chats, share, group, ann, bo, told } = await newActivity();
    const { id } = await share(ann);
    const { openid: cy } = await platform.createUser({ nickName: 'Cy' });
    const { id: reminder } = await chats.remind(id, { to: bo, text: '已开始', path: '' });
    const { id: plain } = await chats.send(ann, group, { title: '走', path: '', withShareTicket: false });
    await expect(updatable.subscribe(id, cy)).rejects.toThrow(`${cy} is not in the chat`);
    await expect(updatable.subscribe(reminder, bo)).rejects.toThrow('no updatable card');
    await expect(updatable.subscribe(plain, bo)).rejects.toThrow('no updatable card');
    await expect(updatable.subscribe('message-x', bo)).rejects.toThrow('there is no message message-x');
    expect(told()?.subscribers).toEqual([]);
  });
});

describe('a kill while people are reminded', () => {
  async function killed(during: 'before' | 'after') {
    const storage = await openStorage(undefined);
    const { clock, chats, updatable, share, set, platform, group, ann, bo } = await newActivity(storage);
    const { openid: cy } = await platform.createUser({ nickName: 'Cy' });
    await chats.join(group, cy);
    const { id } = await share(ann);
    for (const openid of [bo, cy]) await updatable.subscribe(id, openid);
    const remind = chats.remind.bind(chats);
    const reached = new Promise<void>((resolve) => {
      jest.spyOn(chats, 'remind').mockImplementation(async (...reminder) => {
        if (during === 'after') await remind(...reminder);
        resolve();
        return new Promise(() => undefined);
      });
    });
    void set(1, begun);
    await reached;
    const again = await createPlatform({ storage, clock, appId: 'wx1234567890abcdef' });
    const reminders = (openid: string) => again.chats.messages(group, openid).filter(({ kind }) => kind === 'reminder');
    return [bo, cy].map((openid) => reminders(openid));
  }

  test.each(['before', 'after'] as const)('%s a reminder is kept: the next start goes on, once', async (during) => {
    const [bosReminders, cysReminders] = await killed(during);
    expect(bosReminders).toMatchObject([{ path: PATH }]);
    expect(cysReminders).toMatchObject([{ path: PATH }]);
  });
});
