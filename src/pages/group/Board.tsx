import { useEffect, useMemo, useState } from 'react';
import { Button, OpenData, Text, View } from '@tarojs/components';
import { Ranking, RankingLine } from '../../components/Ranking/Ranking';
import { ranking, type Board as BoardData, type RankDay, type UseGroup } from '../../hooks/useGroup';
import { rankingRow } from './rows';
import { useWindow } from './use-window';

interface Props extends Pick<UseGroup, 'avatars' | 'showAvatars'> {
  readonly board: BoardData;
  readonly busy: boolean;
  readonly onVisible: (visible: boolean) => void;
  readonly onSteps: () => void;
}

const days: readonly (readonly [RankDay, string])[] = [
  ['today', '今天'],
  ['yesterday', '昨天'],
];

/** The group's name, my own row, and everybody by steps. */
export function Board({ board, avatars, busy, showAvatars, onVisible, onSteps }: Props) {
  const [day, setDay] = useState<RankDay>('today');
  const rows = useMemo(() => ranking(board, day), [board, day]);
  const [from, to] = useWindow(rows.length);
  const shown = rows.slice(from, to);
  const me = rows.find((row) => row.me);
  const walked = rows.filter(({ state }) => state === 'walked').length;
  const wanted = shown
    .filter(({ avatar }) => avatar)
    .map(({ member }) => member)
    .join();

  useEffect(() => {
    if (wanted) void showAvatars(wanted.split(','));
  }, [wanted, showAvatars]);

  return (
    <View>
      <View className="group__head">
        <OpenData className="group__name" type="groupName" openGid={board.group} defaultText="微信群" />
        <Text className="group__count">{`${rows.length} 人，${walked} 人${day === 'today' ? '今天有步数' : '昨天有步数'}`}</Text>
      </View>
      {me && (
        <View className="group__mine">
          <RankingLine {...rankingRow(me, day, avatars)} mine={false} />
          <View className="group__actions">
            <Button
              className="group__action group__visible"
              hoverClass="group__action--pressed"
              disabled={busy}
              onClick={() => onVisible(!board.visible)}
            >
              {board.visible ? '对这个群隐藏步数' : '让这个群看到步数'}
            </Button>
            {me.state === 'absent' && day === 'today' && (
              <Button
                className="group__action group__bring"
                hoverClass="group__action--pressed"
                disabled={busy}
                onClick={onSteps}
              >
                放进我今天的步数
              </Button>
            )}
          </View>
        </View>
      )}
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
      <View className="group__list">
        <Ranking rows={shown.map((row) => rankingRow(row, day, avatars))} before={from} after={rows.length - to} />
      </View>
    </View>
  );
}
