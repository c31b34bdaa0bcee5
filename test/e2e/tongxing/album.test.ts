/** A group's album on several phones: what each of them sees of a photo, from its upload to its verdict. */
import { type Person } from '../person';
import { onLocalWeChat, type Companion } from '../stage';
import { eventually } from '../../eventually';

const ALBUM = 'packages/album/index';
const PHOTO = '.album__photo';
const PENDING = '.album__pending';
const EMPTY = '还没有照片';

onLocalWeChat("a group's album", (here) => {
  /** Two people who have come to the board of their group, each by the other's card. */
  async function together(): Promise<{ readonly bo: Companion; readonly group: string }> {
    const bo = await here().another();
    const { control, phone, person, openid } = here();
    const chat = await control.chats.create({ kind: 'group', name: '周末徒步', members: [openid, bo.openid] });
    const shared = async (who: Person, count: number): Promise<string> => {
      await who.tap('.home__share');
      await who.shareTo(chat.id);
      return eventually(async () => (await control.chats.messages(chat.id))[count - 1]?.id, `card ${count}`);
    };
    const [ours, theirs] = [await shared(person, 1), await shared(bo.person, 2)];
    await control.chats.open(phone.id, theirs);
    await control.chats.open(bo.phone.id, ours);
    for (const one of [person, bo.person]) {
      await one.sees('周末徒步');
      await one.tapNamed('.group__link', '群相册');
      await one.isAt(ALBUM);
      await one.sees(EMPTY);
    }
    return { bo, group: await groupOf(openid) };
  }

  async function groupOf(openid: string): Promise<string> {
    const memberships = (await here().control.database.documents('memberships')) as { openid: string; group: string }[];
    const mine = memberships.find((membership) => membership.openid === openid);
    if (mine === undefined) throw new Error('nobody has come to the group');
    return mine.group;
  }

  async function addPhoto(): Promise<string> {
    const before = (await here().control.contentChecks.list()).length;
    await here().person.tap('.album__add');
    await here().person.allowUntil(`.album__upload, ${PENDING}`, '.privacy-sheet__agree');
    const check = await eventually(
      async () => (await here().control.contentChecks.list())[before]?.traceId,
      'a check of the photo',
    );
    await here().person.find(PENDING);
    return check;
  }

  /** What the last opening of photos answered to somebody. */
  async function openedBy(openid: string): Promise<readonly unknown[] | undefined> {
    const calls = (await here().control.functions.calls()).filter((call) => call.openid === openid);
    const call = calls.findLast(({ event }) => (event as { $url?: string }).$url === 'open');
    return (call?.result as { data?: { urls: readonly unknown[] } } | undefined)?.data?.urls;
  }

  it("a photo is its author's until it has passed, and then the group's", async () => {
    const { bo } = await together();
    const check = await addPhoto();
    await here().person.sees('审核中');
    await bo.person.pullDown();
    expect(await bo.person.count(`${PHOTO}, ${PENDING}`)).toBe(0);

    await here().control.contentChecks.deliver(check, 'pass');
    await bo.person.pullDown();
    await bo.person.find(PHOTO);
    await here().person.pullDown();
    await here().person.find(`${PHOTO}--mine`);
    expect(await here().person.count(PENDING)).toBe(0);

    // A long press does nothing to somebody else's.
    expect(await bo.person.count(`${PHOTO}--mine`)).toBe(0);
    await bo.person.longPress(PHOTO);
    await bo.person.tap(PHOTO);
    expect(await eventually(() => openedBy(bo.openid), 'a photo opened in full')).toEqual([
      expect.stringMatching(/^https?:/),
    ]);
    await here().person.longPress(`${PHOTO}--mine`);
    await here().person.confirm();
    await here().person.sees(EMPTY);
    await bo.person.pullDown();
    await bo.person.sees(EMPTY);
    expect(await here().control.database.documents('photos')).not.toContainEqual(
      expect.objectContaining({ openid: here().openid }),
    );
  });

  it('one that WeChat refuses leaves with a word', async () => {
    const { bo } = await together();
    const before = await here().control.database.files();
    await here().control.contentChecks.deliver(await addPhoto(), 'risky');
    await here().person.pullDown();
    await here().person.sees('有 1 张照片没有通过微信的安全检查');
    await here().person.sees(EMPTY);
    await bo.person.pullDown();
    await bo.person.sees(EMPTY);
    expect(await here().control.database.files()).toEqual(before);
  });

  it('a stranger is told whose it is', async () => {
    const { group } = await together();
    await here().control.contentChecks.deliver(await addPhoto(), 'pass');
    const cy = await here().another();
    await here().control.phones.enter(cy.phone.id, { path: ALBUM, query: { group }, scene: 1007 });
    await cy.person.sees('这是群里人的相册');
    expect(await cy.person.count('image')).toBe(0);
  });
});
