import type { Client, EnterOptions } from '../../phone/bridge';
import { parseUrl } from '../../phone/app/route';
import type { Chat } from './types';

/** Source: framework/app-service/scene.md, and `chatType` of wx.getEnterOptionsSync. */
const SCENE = { single: 1007, group: 1008, ticket: 1044, reminder: 1231 } as const;
const CHAT_TYPE = { single: 1, group: 3 } as const;

/**
 * The scene of a card. 1044 is exclusive with 1007 and 1008 (an official reply); Android and iOS report different ones
 * for one card with a ticket, UNCONFIRMED which of them does what: here iOS says 1008.
 */
export function sceneOf(kind: Chat['kind'], hasTicket: boolean, { platform }: Client): number {
  return hasTicket && platform !== 'ios' ? SCENE.ticket : SCENE[kind];
}

/** The entry by a card's path; without a path the home page is left to whoever knows the package. */
export function enterBy(path: string, chat: Chat, scene: number, shareTicket?: string): Partial<EnterOptions> {
  const target = parseUrl(`/${path.replace(/^\/+/, '')}`, undefined);
  return {
    ...(target.path !== '' && { path: target.path }),
    query: target.query,
    scene,
    chatType: CHAT_TYPE[chat.kind],
    ...(shareTicket !== undefined && { shareTicket }),
  };
}

export const REMINDER_SCENE = SCENE.reminder;
