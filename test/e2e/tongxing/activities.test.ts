/** A walk with two places, from its making to its end, on the phones of four people; its card in the chat tells the truth. */
import type { CardMessage, Message } from '../../emulator/wechat/chats/types';
import type { StoredWalk } from '../../cloud/walks';
import { onLocalWeChat, type Companion } from '../stage';
import { eventually } from '../../eventually';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const JOIN = '.walk__main';
/** 取消报名, 退出候补 */
const LEAVE = '.walk__seat .walk__quiet';
const SHARE = '.walk__sharing .walk__quiet';

onLocalWeChat('walks', (here) => {
  let chatId: string;
  let bo: Companion;
  let cy: Companion;
  let dan: Companion;

  const messages = (openid?: string) => here().control.chats.messages(chatId, openid);
  const isWalk = (message: Message): message is CardMessage =>
    message.kind === 'card' && message.path.includes('activity');
  const walkCard = (): Promise<CardMessage> =>
    eventually(async () => (await messages()).find(isWalk), 'the card of the walk in the chat');

  /** What Ann sees of the card in the chat, where she touches nothing. */
  async function cardSays(text: string): Promise<void> {
    let seen: string | undefined;
    await eventually(
      async () => ((seen = (await messages(here().openid)).find(isWalk)?.look?.text) === text ? true : undefined),
      () => `the card to say "${text}", it says "${seen ?? ''}"`,
    );
  }

  async function storedWalk(): Promise<StoredWalk | undefined> {
    const walks = (await here().control.database.documents('activities')) as readonly StoredWalk[];
    return walks.find((each) => each.openid === here().openid);
  }

  async function openWalk({ phone, person }: Companion): Promise<void> {
    await here().control.chats.open(phone.id, (await walkCard()).id);
    await person.isAt('pages/activity/index');
    await person.sees('集合');
  }

  /** The form proposes tomorrow at nine: 32 hours from now, so the walk is open still when its card is a day old. */
  async function oneInTheMorningInChina(): Promise<void> {
    const { clock } = here().control;
    const { now } = await clock.get();
    await clock.advance(DAY_MS - ((now + 7 * HOUR_MS) % DAY_MS));
  }

  /** Ann plans a walk in a group that Bo's card has made her a member of, and shares it there. */
  beforeEach(async () => {
    await oneInTheMorningInChina();
    [bo, cy, dan] = [await here().another(), await here().another(), await here().another()];
    const { control, openid, person: ann, phone } = here();
    const members = [openid, bo.openid, cy.openid, dan.openid];
    ({ id: chatId } = await control.chats.create({ kind: 'group', name: '香山', members }));
    await bo.person.tap('.home__share');
    await bo.person.shareTo(chatId);
    const card = await eventually(async () => (await messages()).at(-1), 'a card');
    await control.chats.open(phone.id, card.id);
    await ann.sees('1 人，');
    await ann.tapNamed('.group__link', '约一次同行');
    await ann.isAt('packages/plan/index');
    await ann.sees('集合点');
    await ann.type('.plan__input', '香山环线', 0);
    await ann.type('.plan__input', '香山公园', 1);
    await ann.type('.plan__input', '地铁香山站 A 口', 2);
    await ann.type('.plan__input', '2', 3);
    await ann.tap('.plan__send');
    await ann.isAt('pages/activity/index');
    await ann.sees('香山环线');
    await ann.tap(SHARE);
    await ann.shareTo(chatId);
    await cardSays('成员正在加入，当前 0/2 人');
  });

  it('nobody touches the card, and it follows: joined, full, waiting, moved up, left', async () => {
    await openWalk(bo);
    await bo.person.tap(JOIN);
    await bo.person.sees('你有名额');
    await cardSays('成员正在加入，当前 1/2 人');
    await openWalk(cy);
    await cy.person.tap(JOIN);
    await cy.person.sees('你有名额');
    await cardSays('成员正在加入，当前 2/2 人');

    await openWalk(dan);
    await dan.person.sees('排队候补');
    await dan.person.tap(JOIN);
    await dan.person.sees('你在候补，下一个就是你');

    await bo.person.tap(LEAVE);
    await bo.person.confirm();
    await bo.person.sees('排队候补');
    // On their own screen it is done at once; who opens the walk sees it when it is stored.
    await eventually(
      async () => (await storedWalk())?.roster.includes(bo.openid) === false || undefined,
      'Bo to be out',
    );
    await cardSays('成员正在加入，当前 2/2 人');
    await openWalk(dan);
    await dan.person.sees('你从候补转正了');

    await dan.person.tap(LEAVE);
    await dan.person.confirm();
    await dan.person.sees('报名');
    await cardSays('成员正在加入，当前 1/2 人');
  });

  it('a card whose words are old when it is sent is told the truth once its sender is back', async () => {
    const { person: ann } = here();
    await openWalk(bo);
    await ann.tap(SHARE);
    await bo.person.tap(JOIN);
    await bo.person.sees('你有名额');
    await cardSays('成员正在加入，当前 1/2 人');
    await ann.shareTo(chatId);
    let seen: readonly (string | undefined)[] = [];
    const told = async () => {
      seen = (await messages()).filter(isWalk).map(({ look }) => look?.text);
      return seen.length === 2 && seen.every((text) => text === '成员正在加入，当前 1/2 人') ? true : undefined;
    };
    await eventually(told, () => `both cards to say the truth, they say ${seen.join(', ')}`);
  });

  it('starts, reminds once where the card says, and ends', async () => {
    const { control, person: ann } = here();
    const card = await walkCard();
    await control.chats.subscribe(card.id, bo.openid);
    await openWalk(cy);
    await cy.person.tap(JOIN);
    await cy.person.sees('你有名额');
    await ann.tapNamed('.walk__action', '现在开始');
    await ann.confirm();
    await cardSays('已开始');
    const reminder = await eventually(
      async () => (await messages(bo.openid)).find(({ kind }) => kind === 'reminder'),
      'a reminder',
    );
    await control.chats.open(bo.phone.id, reminder.id);
    await bo.person.isAt('pages/activity/index');
    await bo.person.sees('香山环线');
    // A reminder says nothing about the group: there is no way from it to the board.
    expect(await bo.person.sees('已开始')).not.toContain('上这个群的步数榜');

    await ann.tapNamed('.walk__action', '结束活动');
    await ann.confirm();
    await cardSays('已结束');
    expect((await messages(bo.openid)).filter(({ kind }) => kind === 'reminder')).toHaveLength(1);
  });

  it('a card of a day ago is over, whatever became of the walk', async () => {
    const { now } = await here().control.clock.advance(DAY_MS + 60_000);
    await cardSays('已结束');
    const walk = await storedWalk();
    expect(walk?.state).toBe('open');
    expect(walk?.startsAt).toBeGreaterThan(now);
  });

  it('the timer repairs a card that WeChat did not take', async () => {
    const { control } = here();
    await control.faults.failOpenApi('updatableMessage.setUpdatableMsg', -1, 3);
    await openWalk(bo);
    await bo.person.tap(JOIN);
    await bo.person.sees('你有名额');
    await control.faults.clear();
    await control.clock.advance(2 * 60_000);
    await control.functions.fireTimer('activity');
    await cardSays('成员正在加入，当前 1/2 人');
  });
});
