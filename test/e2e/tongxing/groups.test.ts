/** From a card in a group to the group's board, on several phones. */
import type { Chat } from '../../emulator/wechat/chats/types';
import { putMembers } from '../group-members';
import { type Person } from '../person';
import { onLocalWeChat, type Companion } from '../stage';
import { eventually } from '../../eventually';

const GROUP = 'pages/group/index';
const SHARE = '.home__share';

onLocalWeChat('groups', (here) => {
  const group = (name: string, ...members: readonly string[]): Promise<Chat> =>
    here().control.chats.create({ kind: 'group', name, members: [here().openid, ...members] });

  /** The newest card of a chat, once there are `count`. */
  const cardIn = (chat: Chat, count = 1): Promise<string> =>
    eventually(async () => {
      const messages = await here().control.chats.messages(chat.id);
      return messages.length >= count ? messages.at(-1)?.id : undefined;
    }, `card ${count} in the chat`);

  async function share(person: Person, button: string, chat: Chat, count = 1): Promise<string> {
    await person.tap(button);
    await person.shareTo(chat.id);
    return cardIn(chat, count);
  }

  /** Somebody else shares to the group: who shares gets no ticket from the own card. */
  async function cardOf({ person }: Companion, chat: Chat): Promise<string> {
    await person.goHome();
    return share(person, SHARE, chat);
  }

  const open = (card: string, phoneId = here().phone.id) => here().control.chats.open(phoneId, card);

  const entered = async () =>
    (await here().calls()).filter(({ event }) => (event as { $url?: string }).$url === 'enter').length;

  it('leads from a card to the board, and from one member to the next', async () => {
    const [dan, bo] = [await here().another(), await here().another()];
    const chat = await group('周末徒步', dan.openid, bo.openid);
    const ann = here().person;
    await open(await cardOf(dan, chat));
    await ann.isAt(GROUP);
    await ann.sees('周末徒步');
    await ann.sees('1 人，0 人今天有步数');

    await ann.tap('.group__bring');
    await ann.tap('.privacy-sheet__agree');
    await ann.allow();
    await ann.sees('1 人，1 人今天有步数');
    const calls = await entered();
    const second = await share(ann, '.group__share', chat, 2);

    await open(second, bo.phone.id);
    await bo.person.isAt(GROUP);
    await bo.person.sees('2 人，1 人今天有步数');
    await bo.person.sees('周末徒步');
    // After sharing, WeChat shows the app with the entry that it had: nobody is asked again.
    expect(await entered()).toBe(calls);
  });

  it('says to a stranger what it is, and to who sent the card why it does not know the group', async () => {
    const cy = await here().another();
    const chat = await here().control.chats.create({ kind: 'single', members: [here().openid, cy.openid] });
    await open(await share(here().person, SHARE, chat), cy.phone.id);
    await cy.person.isAt(GROUP);
    await cy.person.sees('榜在群里');
    expect(await cy.person.count('.ranking__row')).toBe(0);

    const club = await group('散步', cy.openid);
    await open(await share(here().person, SHARE, club));
    await here().person.sees('认不出是哪个群');
  });

  it('shows the board of the group that was entered last', async () => {
    const dan = await here().another();
    const [first, second] = [await group('早起走', dan.openid), await group('夜里走', dan.openid)];
    await open(await cardOf(dan, first));
    await here().person.sees('早起走');
    // WeChat's watermark counts seconds.
    await here().control.clock.advance(2_000);
    await open(await cardOf(dan, second));
    await here().person.sees('夜里走');
    await here().person.goHome();
    await here().person.sees(/夜里走[^]*早起走/);
    await here().person.tap('.home__group');
    await here().person.sees('1 人，');
  });

  it('shows nothing to who has left the board until they come back by a card; who leaves in WeChat can leave the board', async () => {
    const dan = await here().another();
    const chat = await group('周末徒步', dan.openid);
    const card = await cardOf(dan, chat);
    await open(card);
    await here().person.sees('1 人，');
    await here().person.tap('.group__link--leave');
    await here().person.confirm();
    await here().person.isAt('pages/home/index');
    expect(await here().control.database.documents('memberships')).not.toContainEqual(
      expect.objectContaining({ openid: here().openid }),
    );

    await open(card);
    await here().person.sees('1 人，');

    await here().control.chats.leave(chat.id, here().openid);
    await here().control.chats.open(here().phone.id, card, { fromHistory: true });
    await here().person.sees('你已经不在这个群里了');
    // WeChat tells nobody that somebody has left, so they are on the board still.
    await here().person.goHome();
    await here().person.tap('.home__group');
    await here().person.sees('1 人，');
    await here().person.tap('.group__link--leave');
    await here().person.confirm();
    await here().person.isAt('pages/home/index');
    await eventually(async () => ((await here().person.count('.home__group')) === 0 ? true : undefined), 'no group');
  });

  it('shows a face to the group once WeChat has passed it', async () => {
    const dan = await here().another();
    const chat = await group('周末徒步', dan.openid);
    const ann = here().person;
    const theirs = await cardOf(dan, chat);
    const ours = await share(ann, SHARE, chat, 2);
    await open(ours, dan.phone.id);
    await dan.person.sees('1 人，');
    await open(theirs);
    await ann.sees('2 人，');
    const faces = async () => (await ann.attributes('.group__list .ranking__avatar', 'src')).filter(Boolean);

    await dan.person.goHome();
    await dan.person.tap('.home__me');
    await dan.person.tap('.me__row--button');
    await dan.person.allowUntil('.me__tag', '.privacy-sheet__agree');
    await ann.pullDown();
    await ann.sees('2 人，');
    expect(await faces()).toEqual([]);

    const { contentChecks } = here().control;
    const check = (await contentChecks.list()).findLast(({ openid }) => openid === dan.openid);
    await contentChecks.deliver(check?.traceId ?? '', 'pass');
    await ann.pullDown();
    await eventually(async () => ((await faces()).length === 1 ? true : undefined), "Dan's face");
    expect((await faces())[0]).toMatch(/^https?:/);
  });

  it('opens a full group, whose members come as the page is scrolled', async () => {
    const dan = await here().another();
    const chat = await group('五百人', dan.openid);
    const card = await cardOf(dan, chat);
    await open(card);
    await here().person.sees('1 人，');
    const [mine] = (await here().control.database.documents('memberships')).filter(
      (document) => (document as { openid: string }).openid === here().openid,
    );
    await putMembers((mine as { group: string }).group, { count: 499, now: (await here().control.clock.get()).now });
    await here().control.phones.clearRecords(here().phone.id);
    await here().restart();
    await open(card);
    await here().person.sees('500 人，');
    await here().person.sees('走路的第499个人');
    expect(await here().person.count('*')).toBeLessThan(300);
    const { setData } = await here().control.phones.records(here().phone.id);
    expect(setData.largest).toBeLessThan(16 * 1024);
    // The phone without a browser has no layout to scroll.
    if (here().phone.host === 'node') return;
    for (let top = 0; top <= 28_000; top += 1_400) await here().person.scrollTo(top);
    await here().person.sees('走路的第1个人');
    expect(await here().person.count('*')).toBeLessThan(400);
  });
});
