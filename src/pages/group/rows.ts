import { count } from '../../components/count';
import type { RankingRow } from '../../components/Ranking/Ranking';
import type { RankDay, Row, UseGroup } from '../../hooks/useGroup';

const absent = { today: '今天还没有步数', yesterday: '没有记录' } as const;

/** A member as the ranking shows one. */
export function rankingRow(
  { member, nickname, avatar, me, state, steps, rank }: Row,
  day: RankDay,
  avatars: UseGroup['avatars'],
): RankingRow {
  const hidden = me ? `${count(steps)} · 未公开` : '未公开';
  return {
    id: member,
    rank: rank === undefined ? '-' : String(rank),
    name: nickname || (me ? '我' : `同伴 ${member.slice(0, 4)}`),
    value: state === 'walked' ? count(steps) : state === 'hidden' ? hidden : absent[day],
    // WeChat may have taken away since what there is a URL of.
    avatar: avatar ? (avatars[member] ?? undefined) : undefined,
    mine: me,
    quiet: state !== 'walked',
  };
}
