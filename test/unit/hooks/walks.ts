import type { ActivityCard, ActivityDetail } from '../../../cloud/contract/contract';

export const activityId = 'a'.repeat(32);
export const hour = 3_600_000;
/** Friday 20 November 2026, noon in China. */
export const noon = Date.parse('2026-11-20T12:00:00+08:00');

/** 香山环线, tomorrow at nine, 12 of 30 places taken. */
export const walkWith = (change: Partial<ActivityDetail> = {}): ActivityDetail => ({
  activity: activityId,
  title: '香山环线',
  startsAt: Date.parse('2026-11-21T09:00:00+08:00'),
  endsAt: Date.parse('2026-11-21T11:00:00+08:00'),
  place: '香山公园',
  meetingPoint: '地铁香山站 A 口',
  places: 30,
  phoneNeeded: false,
  state: 'open',
  members: 12,
  waiting: 0,
  organizer: false,
  seat: { status: 'none' },
  turn: 3,
  rev: 20,
  roster: null,
  ...change,
});

export const seated = { status: 'seated', movedUp: false } as const;

/** Just made: 24 hours to live, and for four the best there is. */
export const cardWith = (change: Partial<ActivityCard> = {}): ActivityCard => ({
  activityId: 'wechat-1',
  lasts: 24 * hour,
  renewAfter: 4 * hour,
  rev: 20,
  templateId: 'template',
  parameters: [
    { name: 'member_count', value: '12' },
    { name: 'room_limit', value: '30' },
  ],
  ...change,
});
