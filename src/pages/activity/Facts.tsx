import { Text, View } from '@tarojs/components';
import { duration, span } from '../../components/moment-label';
import type { ActivityDetail } from '../../hooks/useActivity';

interface Props {
  readonly walk: ActivityDetail;
  /** Ms since the epoch. */
  readonly now: number;
}

/** When, where, how many. */
export function Facts({ walk, now }: Props) {
  const { title, startsAt, endsAt, place, meetingPoint, members, places, waiting, phoneNeeded } = walk;
  const rows: readonly (readonly [string, string])[] = [
    ['时间', span(startsAt, endsAt)],
    ['去哪里', place],
    ['集合点', meetingPoint],
    ['人数', `${members}/${places} 人${waiting > 0 ? `，候补 ${waiting} 人` : ''}`],
    ...(phoneNeeded ? [['手机号', '报名时要留，只有领队看得到'] as const] : []),
  ];
  return (
    <>
      <View className="walk__head">
        <Text className="walk__title">{title}</Text>
        <Text className="walk__countdown">{countdown(walk, now)}</Text>
      </View>
      <View className="walk__card walk__card--rows">
        {rows.map(([label, value]) => (
          <View key={label} className="walk__row">
            <Text className="walk__label">{label}</Text>
            <Text className="walk__value">{value}</Text>
          </View>
        ))}
      </View>
    </>
  );
}

function countdown({ state, startsAt }: ActivityDetail, now: number): string {
  if (state === 'cancelled') return '活动取消了';
  // By the cloud's clock: this one may be wrong by days, and the buttons below say what the cloud does.
  if (state === 'ended') return '活动结束了';
  if (state === 'started') return '正在走';
  return startsAt > now ? `还有 ${duration(startsAt - now)}出发` : '到时间了，正在开始';
}
