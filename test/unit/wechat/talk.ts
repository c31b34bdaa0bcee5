import type { Card, Client, UpdatableCard } from '../../emulator/phone/bridge';
import type { CardMessage } from '../../emulator/wechat/chats/types';
import { newPlatform } from './platform';

export const BEGIN = '21B034D08C5615B9889CE362BB957B1EE69A584B';
export const COMPLETE = '666F374D69D16C932E45D7E7D9F10CEF6177F5F5';
export const PATH = 'pages/activity/index?activity=1';
export const OLD: Client = { platform: 'android', libraryVersion: '2.3.9' };
const PLAIN: Card = { title: '周日走到香山', path: PATH, withShareTicket: true };

/** `{ member_count: '3' }` as a template's parameters. */
export const listOf = (parameters: Readonly<Record<string, string>>) =>
  Object.entries(parameters).map(([name, value]) => ({ name, value }));
export const counts = (members: number, places = 30) => ({ member_count: `${members}`, room_limit: `${places}` });
export const begun = { path: PATH, version_type: 'release' };

/**
 * Ann and Bo with their group, an activity id of theirs, and what a function and people do with it. WeChat knows the id:
 * Ann has sent a card with it to herself.
 */
export async function newActivity(storage?: Parameters<typeof newPlatform>[0]) {
  const made = await newPlatform(storage);
  const { updatable, chats } = made.platform;
  const [group = '', single = ''] = chats.list().map(({ id }) => id);
  const created = await updatable.createActivityId({});
  const activityId = String(created.activity_id);
  const set = async (
    target_state: unknown,
    parameters: Readonly<Record<string, string>> = {},
    id: unknown = activityId,
  ) => {
    const template_info = { parameter_list: listOf(parameters) };
    return (await updatable.setUpdatableMsg({ activity_id: id, target_state, template_info })).errcode;
  };
  const share = (openid: string, patch: Partial<UpdatableCard> = {}, chatId = group): Promise<CardMessage> => {
    const card = { activityId, templateId: BEGIN, parameters: listOf(counts(1)) };
    return chats.send(openid, chatId, { ...PLAIN, updatable: { ...card, ...patch } });
  };
  const { id: alone } = await chats.create({ kind: 'group', members: [made.ann] });
  await share(made.ann, {}, alone);
  return {
    ...made,
    updatable,
    chats,
    group,
    single,
    created,
    activityId,
    set,
    share,
    look: (cardId: string, openid?: string, client?: Client) => {
      const { chatId } = chats.message(cardId);
      const found = chats.messages(chatId, openid, client).find(({ id }) => id === cardId);
      return found?.kind === 'card' ? found.look : undefined;
    },
    reminders: (openid: string) =>
      chats
        .list(openid)
        .flatMap(({ id }) => chats.messages(id, openid))
        .filter(({ kind }) => kind === 'reminder'),
    told: () => updatable.all.find((activity) => activity.activityId === activityId),
  };
}
