import type { Entry } from '../../hooks/useShareTicket';

interface Words {
  readonly title: string;
  readonly text: string;
}

const fromTheGroup = '回到群聊，点一下群里的卡片就能看到。';

/** To who has left the board, here or on another phone, and comes back without a new card. */
export const hasLeft: Words = { title: '你已经退出这个群的榜', text: '加入之后，就又看得到。' };

/** What there is to say to somebody who has come, but not from a group that WeChat vouches for. */
export const stranger: Readonly<Record<Exclude<Entry['status'], 'idle' | 'pending' | 'group' | 'error'>, Words>> = {
  direct: { title: '每个群一个榜', text: '把它分享到群里。\n谁从群里点开，谁就上这个群的榜。' },
  'single-chat': {
    title: '榜在群里',
    text: '这张卡片来自两个人的聊天，看不到群榜。\n把它分享到你们的群，从群里点开就有。',
  },
  'private-message': {
    title: '榜在群里',
    text: '这是一条私密消息，看不到群榜。\n把它分享到你们的群，从群里点开就有。',
  },
  'no-ticket': {
    title: '认不出是哪个群',
    text: '自己发的卡片，或没有带群信息的卡片，微信不会告诉我们是哪个群。\n请点群里别人发的卡片，或再分享一次。',
  },
  'left-group': {
    title: '你已经不在这个群里了',
    text: '从它的卡片打不开群榜。\n想把自己从榜上拿走，可以在首页“我的群”里退出。',
  },
  'wrong-scene': { title: '请从群聊里打开', text: fromTheGroup },
  'ticket-expired': { title: '这次打开已经过期', text: fromTheGroup },
  unsupported: { title: '微信版本太旧', text: '请更新微信，再从群里点开卡片。' },
};
