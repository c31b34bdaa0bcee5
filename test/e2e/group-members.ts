/**
 * Members of a group by the hundred, written by the genuine SDK as functions write them: what 500 people do in a
 * year. The process needs the SDK's variables (`npm run emulator:exec` sets them).
 */
import { randomBytes } from 'node:crypto';
import cloud from 'wx-server-sdk';

/** At once: more would only wait in the database. */
const AT_ONCE = 50;
const DAY_MS = 86_400_000;
const UTC8_MS = 8 * 3_600_000;

interface Crowd {
  readonly count: number;
  /** Ms since the epoch. */
  readonly now: number;
  /** The fileID of everybody's picture. */
  readonly avatar?: string;
}

/** Puts people who walked today and yesterday into a group. */
export async function putMembers(group: string, { count, now, avatar }: Crowd): Promise<void> {
  cloud.init({ env: process.env['TCB_ENV'] ?? '' });
  const memberships = cloud.database().collection('memberships');
  const date = (ms: number) => new Date(ms + UTC8_MS).toISOString().slice(0, 10);
  for (let from = 0; from < count; from += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, n) => from + n);
    await Promise.all(
      numbers.map((n) => {
        const openid = `oWalker${n}`;
        const data = {
          _id: `${group}:${openid}`,
          openid,
          group,
          source: 'opengid',
          member: randomBytes(6).toString('base64url'),
          visible: true,
          joinedAt: now,
          enteredAt: now,
          nickname: `走路的第${n + 1}个人`,
          avatar: avatar ?? null,
          profileRev: 0,
          days: { [date(now)]: 1_000 + 7 * n, [date(now - DAY_MS)]: 9_000 - 7 * n },
          takenAt: Math.floor(now / 1_000),
        };
        return memberships.add({ data }) as Promise<unknown>;
      }),
    );
  }
}
