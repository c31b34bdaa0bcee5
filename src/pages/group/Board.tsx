import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { Button, OpenData, Text, View } from '@tarojs/components';
import { Ranking, RankingLine } from '../../components/Ranking/Ranking';
import { ranking, type Board as BoardData, type RankDay, type UseGroup } from '../../hooks/useGroup';
import { rankingRow } from './rows';
import { useWindow } from './use-window';

interface Props extends Pick<UseGroup, 'avatars' | 'showAvatars'> {
  readonly board: BoardData;
  /** The phone may have newer steps of mine. */
  readonly stale: boolean;
  readonly busy: boolean;
  readonly onVisible: (visible: boolean) => void;
  readonly onSteps: () => void;
  /** Stands above the ranking. */
  readonly children: ReactNode;
}

const days: readonly (readonly [RankDay, string])[] = [
  ['today', '今天'],
  ['yesterday', '昨天'],
];

/** ms without other rows on the screen. */
const REST_MS = 150;

/** The group's name, my own row, and everybody by steps. */
export function Board({ board, avatars, stale, busy, showAvatars, onVisible, onSteps, children }: Props) {
  const [day, setDay] = useState<RankDay>('today');
  const rows = useMemo(() => ranking(board, day), [board, day]);
  const [from, to] = useWindow(rows.length);
  const shown = rows.slice(from, to);
  const me = rows.find((row) => row.me);
  const walked = rows.filter(({ state }) => state === 'walked').length;
  // Mine is always on the screen.
  const wanted = [...(me ? [me] : []), ...shown]
    .filter(({ avatar }) => avatar)
    .map(({ member }) => member)
    .join();

  useEffect(() => {
    if (!wanted) return;
    // Only once the finger rests.
    const timer = setTimeout(() => void showAvatars(wanted.split(',')), REST_MS);
    return () => clearTimeout(timer);
    // Another board: who could not be asked for is asked for again, and somebody may have another face.
  }, [board, wanted, showAvatars]);

  return (
    <View>
      <View className="group__head">
        <OpenData className="group__name" type="groupName" openGid={board.group} defaultText="微信群" />
        <Text className="group__count">{`${rows.length} 人，${walked} 人${day === 'today' ? '今天' : '昨天'}有步数`}</Text>
      </View>
      {children}
      <View className="group__days" ariaRole="tablist">
        {days.map(([key, label]) => (
          <View
            key={key}
            className={key === day ? 'group__day group__day--on' : 'group__day'}
            ariaRole="tab"
            onClick={() => setDay(key)}
          >
            {label}
          </View>
        ))}
      </View>
      {me && (
        <View className="group__mine">
          <RankingLine {...rankingRow(me, day, avatars)} />
        </View>
      )}
      <View className="group__actions">
        {day === 'today' && (me?.state === 'absent' || (me?.state === 'walked' && stale)) && (
          <Button
            className="group__action group__bring"
            hoverClass="group__action--pressed"
            disabled={busy}
            onClick={onSteps}
          >
            {me.state === 'absent' ? '放进我今天的步数' : '更新我今天的步数'}
          </Button>
        )}
        <Button
          className="group__action group__visible"
          hoverClass="group__action--pressed"
          disabled={busy}
          onClick={() => onVisible(!board.visible)}
        >
          {board.visible ? '对这个群隐藏步数' : '让这个群看到步数'}
        </Button>
      </View>
      <View className="group__list">
        <Ranking rows={shown.map((row) => rankingRow(row, day, avatars))} before={from} after={rows.length - to} />
      </View>
    </View>
  );
}
