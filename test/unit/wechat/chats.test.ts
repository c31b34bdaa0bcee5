import { newPlatform } from './platform';

const newPeople = async (count: number, { platform }: Awaited<ReturnType<typeof newPlatform>>) => {
  const people = await Promise.all(
    Array.from({ length: count }, (_, n) => platform.createUser({ nickName: `第 ${n}` })),
  );
  return people.map(({ openid }) => openid);
};

test('a new WeChat has a group of Ann and Bo, and their single chat', async () => {
  const { platform, ann, bo } = await newPlatform();
  expect(platform.chats.list()).toEqual([
    { id: expect.any(String) as string, kind: 'group', name: '周末徒步', members: [ann, bo] },
    { id: expect.any(String) as string, kind: 'single', name: '', members: [ann, bo] },
  ]);
});

test('each of two sees a single chat under the name of the other, a group under its own', async () => {
  const { platform, ann, bo } = await newPlatform();
  const names = (openid: string) => platform.chats.list(openid).map((chat) => platform.chats.nameFor(chat, openid));
  expect(names(ann)).toEqual(['周末徒步', '博 Bo']);
  expect(names(bo)).toEqual(['周末徒步', '安 Ann']);
  await platform.updateUser(bo, { nickName: '小博' });
  expect(names(ann)).toEqual(['周末徒步', '小博']);
});

test('a new person is in no chat until somebody makes one with them', async () => {
  const { platform, ann } = await newPlatform();
  const { openid: cy } = await platform.createUser({ nickName: 'Cy' });
  expect(platform.chats.list(cy)).toEqual([]);
  const made = await platform.chats.create({ kind: 'group', name: '夜跑', members: [cy, ann] });
  expect(platform.chats.list(cy)).toEqual([made]);
  expect(platform.chats.list()).toHaveLength(3);
  expect(platform.chats.list().at(-1)).toEqual(made);
});

test('people come into a group, once, and go', async () => {
  const { platform, ann, bo } = await newPlatform();
  const [group] = platform.chats.list();
  const { openid: cy } = await platform.createUser({});
  expect((await platform.chats.join(group?.id ?? '', cy)).members).toEqual([ann, bo, cy]);
  expect((await platform.chats.join(group?.id ?? '', cy)).members).toEqual([ann, bo, cy]);
  expect((await platform.chats.leave(group?.id ?? '', ann)).members).toEqual([bo, cy]);
  await expect(platform.chats.leave(group?.id ?? '', ann)).rejects.toThrow('is not in the group');
  expect(platform.chats.list(ann).map(({ kind }) => kind)).toEqual(['single']);
});

test('a group takes 500, and no 501st', async () => {
  const made = await newPlatform();
  const { chats } = made.platform;
  const people = await newPeople(498, made);
  const group = await chats.create({ kind: 'group', members: [made.ann, made.bo, ...people.slice(1)] });
  expect((await chats.join(group.id, people[0] ?? '')).members).toHaveLength(500);
  const [one] = await newPeople(1, made);
  await expect(chats.join(group.id, one ?? '')).rejects.toThrow('a group has at most 500 members, got 501');
  expect(chats.list().at(-1)?.members).toHaveLength(500);
  await expect(
    chats.create({ kind: 'group', members: [...(chats.list().at(-1)?.members ?? []), one ?? ''] }),
  ).rejects.toThrow('at most 500');
  await chats.leave(group.id, made.ann);
  expect((await chats.join(group.id, one ?? '')).members).toContain(one);
});

test('two people have one single chat', async () => {
  const { platform, ann, bo } = await newPlatform();
  const [, single] = platform.chats.list();
  expect(await platform.chats.create({ kind: 'single', members: [bo, ann] })).toEqual(single);
  expect(platform.chats.list()).toHaveLength(2);
});

test.each([
  ['a stranger', { kind: 'group', members: ['nobody'] }, 'there is no user nobody'],
  ['no members', { kind: 'group', members: [] }, 'a group has members'],
  ['an empty name', { kind: 'group', name: ' ', members: ['ann'] }, 'the name of a group'],
  ['somebody twice', { kind: 'group', members: ['ann', 'ann'] }, 'nobody is in a chat twice'],
  ['a single chat of one', { kind: 'single', members: ['ann'] }, 'a single chat has two members, got 1'],
  ['a single chat with a name', { kind: 'single', name: 'x', members: ['ann', 'bo'] }, 'no name of its own'],
  ['another kind', { kind: 'room', members: ['ann'] }, "a chat is 'single' or 'group', got 'room'"],
] as const)('a chat with %s is refused', async (_what, { members, ...chat }, message) => {
  const { platform, ann, bo } = await newPlatform();
  const openids = members.map((name) => ({ ann, bo })[name as 'ann' | 'bo'] ?? name);
  const made = platform.chats.create({ ...chat, members: openids } as Parameters<typeof platform.chats.create>[0]);
  await expect(made).rejects.toThrow(message);
  expect(platform.chats.list()).toHaveLength(2);
});

test('nobody joins or leaves a single chat, or a chat that is not there', async () => {
  const { platform, ann } = await newPlatform();
  const [, single] = platform.chats.list();
  await expect(platform.chats.leave(single?.id ?? '', ann)).rejects.toThrow('single chat');
  await expect(platform.chats.join('chat-x', ann)).rejects.toThrow('there is no chat chat-x');
});

test('chats and what was sent are there again after a restart; the order is that of sending', async () => {
  const first = await newPlatform();
  const { chats } = first.platform;
  const { openid: cy } = await first.platform.createUser({ nickName: 'Cy' });
  const group = await chats.create({ kind: 'group', name: '夜跑', members: [first.ann, first.bo, cy] });
  await chats.leave(group.id, first.bo);
  for (const title of ['一', '二', '三']) {
    await chats.send(cy, group.id, { title, path: 'pages/index/index', withShareTicket: true });
    first.clock.advance(-60_000);
  }

  const { platform } = await newPlatform(first.storage);
  expect(platform.chats.list()).toEqual(chats.list());
  expect(platform.chats.messages(group.id)).toEqual(chats.messages(group.id));
  await platform.chats.send(cy, group.id, { title: '四', path: '', withShareTicket: false });
  expect(platform.chats.messages(group.id)).toMatchObject([
    { title: '一' },
    { title: '二' },
    { title: '三' },
    { title: '四' },
  ]);
});

test('a reset puts the chats of the first start back, under the same ids', async () => {
  const { platform, ann } = await newPlatform();
  const before = platform.chats.list();
  const [group] = before;
  await platform.chats.send(ann, group?.id ?? '', { title: '走', path: '', withShareTicket: false });
  await platform.chats.leave(group?.id ?? '', ann);
  await platform.chats.create({ kind: 'group', members: [ann] });
  await platform.reset();
  expect(platform.chats.list()).toEqual(before);
  expect(platform.chats.messages(group?.id ?? '')).toEqual([]);
});

test('listeners hear of every change of a chat, and of nothing else', async () => {
  const { platform, ann, bo } = await newPlatform();
  const heard = jest.fn();
  const stop = platform.chats.onChange(heard);
  const group = await platform.chats.create({ kind: 'group', members: [ann] });
  await platform.chats.join(group.id, bo);
  await platform.chats.send(bo, group.id, { title: '走', path: '', withShareTicket: false });
  await platform.chats.leave(group.id, bo);
  await platform.updateUser(ann, { nickName: 'Anna' });
  await expect(platform.chats.leave(group.id, bo)).rejects.toThrow();
  stop();
  await platform.chats.join(group.id, bo);
  expect(heard).toHaveBeenCalledTimes(4);
});
