import type { Card } from '../../emulator/phone/bridge';
import { newPlatform } from './platform';

const PLAIN: Card = { title: '周日走到香山', path: 'pages/group/index?from=card', withShareTicket: false };
const UPDATABLE: Card = {
  ...PLAIN,
  updatable: { activityId: 'a1', templateId: 't1', parameters: [{ name: 'member_count', value: '1' }] },
};

/** Ann and Bo with their group and their single chat, and Cy, who is in a group with Bo. */
async function newTalk() {
  const made = await newPlatform();
  const { chats } = made.platform;
  const [group, single] = chats.list().map(({ id }) => id);
  const { openid: cy } = await made.platform.createUser({ nickName: 'Cy' });
  const other = await chats.create({ kind: 'group', name: '夜跑', members: [made.bo, cy] });
  return { ...made, chats, group: group ?? '', single: single ?? '', other: other.id, cy };
}

test('a card is in the chat with all that WeChat knows of it, and nothing more', async () => {
  const { chats, group, ann, bo, clock } = await newTalk();
  const imageUrl = 'data:image/png;base64,AAAA';
  const sent = { ...UPDATABLE, imageUrl, withShareTicket: true, look: { text: 'x', color: '#000', state: 9 }, more: 1 };
  const { id } = await chats.send(ann, group, sent);
  const [message] = chats.messages(group, bo);
  expect(message).toEqual({
    ...UPDATABLE,
    kind: 'card',
    id,
    chatId: group,
    from: ann,
    at: message?.at,
    imageUrl,
    withShareTicket: true,
  });
  expect(Math.abs((message?.at ?? 0) - clock.now())).toBeLessThan(5_000);
  expect(chats.message(id)).toEqual(message);
});

test('who is not in a chat neither sends there nor reads it', async () => {
  const { chats, group, cy } = await newTalk();
  await expect(chats.send(cy, group, PLAIN)).rejects.toThrow(`${cy} is not in the chat`);
  expect(() => chats.messages(group, cy)).toThrow(`${cy} is not in the chat`);
  expect(chats.messages(group)).toEqual([]);
});

test.each([
  ['http://tmp/abc.png', 'a PNG or JPG'],
  ['/images/share.png', "got '/images/share.png'"],
  ['data:image/svg+xml,<svg/>', 'a PNG or JPG'],
  ['wxfile://usr/a.png', 'a PNG or JPG'],
])('a picture that nobody else can load is refused: %s', async (imageUrl, message) => {
  const { chats, group, ann } = await newTalk();
  await expect(chats.send(ann, group, { ...PLAIN, imageUrl })).rejects.toThrow(message);
  expect(chats.messages(group)).toEqual([]);
});

test.each(['data:image/jpeg;base64,AA', 'https://example.com/a.jpg', 'cloud://local.local-local/share/a.png'])(
  'a picture that everybody can load is taken: %s',
  async (imageUrl) => {
    const { chats, group, ann } = await newTalk();
    expect(await chats.send(ann, group, { ...PLAIN, imageUrl })).toMatchObject({ imageUrl });
  },
);

test.each([
  [{ title: undefined }, 'the title of a card is a text'],
  [{ path: 5 }, 'the path of a card is a text'],
  [{ updatable: { activityId: '', parameters: [] } }, 'an updatable card has an activityId'],
  [{ updatable: { activityId: 'a', parameters: [{ name: 'member_count', value: 3 }] } }, '"value":3'],
])('a card like %j is refused', async (wrong, message) => {
  const { chats, group, ann } = await newTalk();
  await expect(chats.send(ann, group, { ...PLAIN, ...wrong } as unknown as Card)).rejects.toThrow(message);
});

test('a long press sends a card on; what arrives has no ticket and does not change any more', async () => {
  const { chats, group, other, ann, bo } = await newTalk();
  const { id } = await chats.send(ann, group, { ...UPDATABLE, imageUrl: 'https://example.com/a.png' });
  const sent = await chats.forward(id, bo, other);
  expect(chats.messages(other)).toEqual([sent]);
  expect(sent).toMatchObject({ ...PLAIN, imageUrl: 'https://example.com/a.png', from: bo, withShareTicket: false });
  expect(sent).not.toHaveProperty('updatable');
});

test('a card that was shared with a ticket is not sent on, from a group or a single chat', async () => {
  const { chats, group, single, other, ann, bo } = await newTalk();
  for (const chat of [group, single]) {
    const { id } = await chats.send(ann, chat, { ...PLAIN, withShareTicket: true });
    await expect(chats.forward(id, bo, other)).rejects.toThrow('该消息不支持转发');
  }
  expect(chats.messages(other)).toEqual([]);
});

test('only who sees a card sends it on, and only to where they are', async () => {
  const { chats, group, other, ann, cy } = await newTalk();
  const { id } = await chats.send(ann, group, PLAIN);
  await expect(chats.forward(id, cy, other)).rejects.toThrow(`${cy} is not in the chat ${group}`);
  await expect(chats.forward(id, ann, other)).rejects.toThrow(`${ann} is not in the chat ${other}`);
  await expect(chats.forward('message-x', ann, group)).rejects.toThrow('there is no message message-x');
});

test('old cards of a chat are forgotten, those of others are not', async () => {
  const { chats, group, single, ann } = await newTalk();
  await chats.send(ann, single, PLAIN);
  for (let n = 0; n < 203; n += 1) await chats.send(ann, group, { ...PLAIN, title: String(n) });
  expect(chats.messages(group)).toHaveLength(200);
  expect(chats.messages(group)[0]).toMatchObject({ title: '3' });
  expect(chats.messages(single)).toHaveLength(1);
});

describe('cards that change', () => {
  const deaf = { sent: () => Promise.resolve() };
  test('look as whoever knows the activity says, for whoever looks', async () => {
    const { chats, group, ann, bo } = await newTalk();
    await chats.send(ann, group, UPDATABLE);
    chats.askLooks({
      ...deaf,
      lookOf: ({ updatable: { activityId, parameters } }, openid) => ({
        text: `${activityId} ${parameters[0]?.value ?? ''} ${openid === bo ? 'Bo' : 'somebody'}`,
        color: '#10AEFF',
        state: 0,
      }),
    });
    expect(chats.messages(group, bo)).toMatchObject([{ look: { text: 'a1 1 Bo', color: '#10AEFF', state: 0 } }]);
    expect(chats.messages(group)).toMatchObject([{ look: { text: 'a1 1 somebody' } }]);
  });

  test('are plain where nobody knows the activity, and plain cards are not asked about', async () => {
    const { chats, group, ann } = await newTalk();
    const asked = jest.fn();
    const sent = jest.fn(() => Promise.resolve());
    chats.askLooks({ lookOf: asked, sent });
    const { id } = await chats.send(ann, group, UPDATABLE);
    await chats.send(ann, group, PLAIN);
    const messages = chats.messages(group);
    expect(asked).toHaveBeenCalledTimes(1);
    expect(sent.mock.calls).toEqual([[expect.objectContaining({ id })]]);
    for (const message of messages) expect(message).not.toHaveProperty('look');
  });

  test('announce that they have changed', async () => {
    const { chats } = await newTalk();
    const heard = jest.fn();
    chats.onChange(heard);
    chats.askLooks({ ...deaf, lookOf: () => undefined })();
    expect(heard).toHaveBeenCalledTimes(1);
  });
});

test('a reminder is for one person of the chat, after the card', async () => {
  const { chats, group, ann, bo, cy } = await newTalk();
  const { id } = await chats.send(ann, group, UPDATABLE);
  const reminder = { to: bo, text: '已开始，进入「同行」', path: 'pages/activity/index?activity=1' };
  await chats.remind(id, reminder);
  expect(chats.messages(group, bo)).toMatchObject([{ kind: 'card' }, { kind: 'reminder', cardId: id, ...reminder }]);
  expect(chats.messages(group, ann)).toHaveLength(1);
  await expect(chats.remind(id, { ...reminder, to: cy })).rejects.toThrow(`${cy} is not in the chat`);
});
