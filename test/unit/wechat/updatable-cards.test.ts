import { openStorage } from '../../emulator/storage';
import { createPlatform } from '../../emulator/wechat';
import { DAY, MINUTE } from './platform';
import { BEGIN, begun, COMPLETE, counts, listOf, newActivity, OLD } from './talk';

const JOINING = { color: '#10AEFF', state: 0 };

describe('a card', () => {
  test.each([
    [BEGIN, '已开始'],
    [COMPLETE, '已到齐'],
  ])('of template %s says who is coming, that it has begun (%s), that it is over', async (templateId, text) => {
    const { share, look, set, ann } = await newActivity();
    const { id } = await share(ann, { templateId });
    expect(look(id)).toEqual({ ...JOINING, text: '成员正在加入，当前 1/30 人' });
    await set(0, counts(12));
    expect(look(id)).toEqual({ ...JOINING, text: '成员正在加入，当前 12/30 人' });
    await set(1, begun);
    expect(look(id)).toEqual({ text, color: '#07C160', state: 1 });
    await set(2);
    expect(look(id)).toEqual({ text: '已结束', color: '#CCCCCC', state: 2 });
  });

  test('follows with all others of its activity, in every chat, and with no others', async () => {
    const { updatable, share, look, set, single, ann, bo } = await newActivity();
    const other = String((await updatable.createActivityId({})).activity_id);
    const cards = [await share(ann), await share(bo, { parameters: [] }), await share(ann, {}, single)];
    const { id: stranger } = await share(ann, { activityId: other });
    await set(0, counts(5));
    for (const { id } of cards) expect(look(id)).toMatchObject({ text: '成员正在加入，当前 5/30 人' });
    expect(look(stranger)).toMatchObject({ text: '成员正在加入，当前 1/30 人' });
  });

  test('says what it was shared with, whatever its id was told before, until the id is told something', async () => {
    const { share, look, set, ann, bo } = await newActivity();
    const { id: first } = await share(ann);
    await set(0, counts(7));
    const { id: second } = await share(bo, { parameters: listOf(counts(5)) });
    const { id: third } = await share(bo, { parameters: [] });
    expect(look(first)).toMatchObject({ text: '成员正在加入，当前 7/30 人' });
    expect(look(second)).toMatchObject({ text: '成员正在加入，当前 5/30 人' });
    expect(look(third)).toBeUndefined();
    await set(0, counts(7));
    for (const id of [first, second, third]) expect(look(id)).toMatchObject({ text: '成员正在加入，当前 7/30 人' });
  });

  test('says so also after a restart', async () => {
    const storage = await openStorage(undefined);
    const { clock, share, set, ann } = await newActivity(storage);
    await set(0, counts(7));
    const { id } = await share(ann);
    const again = await createPlatform({ storage, clock, appId: 'wx1234567890abcdef' });
    const [group] = again.chats.list();
    expect(again.chats.messages(group?.id ?? '')).toMatchObject([{ id, look: { text: '成员正在加入，当前 1/30 人' } }]);
  });

  test('is never in an earlier state than its id: who shares what has begun, or is over, shares just that', async () => {
    const { share, look, set, ann } = await newActivity();
    await set(1, begun);
    const { id: begunAlready } = await share(ann);
    expect(look(begunAlready)).toMatchObject({ text: '已开始', state: 1 });
    await set(2);
    const { id: over } = await share(ann);
    for (const id of [begunAlready, over]) expect(look(id)).toMatchObject({ text: '已结束', state: 2 });
  });

  test.each([
    ['in state 0 without news', undefined],
    ['in state 1', 1],
  ])('%s for 24 hours is over, and comes back if the clock does', async (_case, state) => {
    const { share, look, set, clock, ann, told } = await newActivity();
    const { id } = await share(ann);
    if (state === 1) await set(1, begun);
    const before = look(id);
    clock.advance(DAY - MINUTE);
    expect(look(id)).toEqual(before);
    clock.advance(MINUTE);
    expect(look(id)).toEqual({ text: '已结束', color: '#CCCCCC', state: 2 });
    expect(told()).toMatchObject({ state: 2 });
    clock.advance(-MINUTE);
    expect(look(id)).toEqual(before);
  });

  test('with news lives 24 hours from the last of them, though its id is dead before', async () => {
    const { share, look, set, clock, ann } = await newActivity();
    const { id } = await share(ann);
    clock.advance(DAY / 2);
    await set(0, counts(2));
    clock.advance(DAY - MINUTE);
    expect(await set(0, counts(3))).toBe(47504);
    expect(look(id)).toMatchObject({ state: 0 });
    clock.advance(MINUTE);
    expect(look(id)).toMatchObject({ state: 2 });
  });

  test('is an ordinary one on a client that is too old, for that person alone', async () => {
    const { share, look, ann, bo } = await newActivity();
    const { id } = await share(ann);
    expect(look(id, bo, OLD)).toBeUndefined();
    expect(look(id, bo, { platform: 'ios', libraryVersion: '2.4.0' })).toMatchObject(JOINING);
    expect(look(id, bo, { platform: 'ios' })).toMatchObject(JOINING);
    expect(look(id, ann)).toMatchObject(JOINING);
  });

  test.each([
    ['an id that nobody made', { activityId: 'made-up' }],
    ['another template', { templateId: 'constructor' }],
    ['no template', { templateId: undefined as unknown as string }],
    ['a parameter too few', { parameters: [{ name: 'member_count', value: '1' }] }],
  ])('with %s is an ordinary one', async (_case, patch) => {
    const { share, look, updatable, ann } = await newActivity();
    const { id } = await share(ann, patch);
    expect(look(id)).toBeUndefined();
    await expect(updatable.subscribe(id, ann)).rejects.toThrow('no updatable card');
  });

  test('that changes is announced: by what WeChat is told, and by the clock in both directions', async () => {
    const { chats, set, clock } = await newActivity();
    const heard = jest.fn();
    chats.onChange(heard);
    const announced = (): boolean => {
      const count = heard.mock.calls.length;
      heard.mockClear();
      return count > 0;
    };
    await set(0, counts(2));
    expect(announced()).toBe(true);
    await set(0, {});
    expect(announced()).toBe(false);
    clock.advance(DAY / 2);
    expect(announced()).toBe(false);
    clock.advance(DAY / 2 + 20);
    expect(announced()).toBe(true);
    clock.advance(-DAY / 2);
    expect(announced()).toBe(true);
    clock.advance(DAY / 2 - 10);
    await new Promise((later) => setTimeout(later, 200));
    expect(announced()).toBe(true);
  });
});
