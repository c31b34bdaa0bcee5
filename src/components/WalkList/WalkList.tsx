import { Text, View } from '@tarojs/components';
import type { ActivitySummary } from '../../../cloud/contract/contract';
import { nearDay } from '../moment-label';
import './WalkList.scss';

interface Props {
  readonly walks: readonly ActivitySummary[];
  /** Ms since the epoch: what is today. */
  readonly now: number;
  readonly onOpen: (activity: string) => void;
}

/** Walks, one a row: what, when, how many, and what I have to do with it. */
export function WalkList({ walks, now, onOpen }: Props) {
  return (
    <View className="walks">
      {walks.map((walk) => (
        <View
          key={walk.activity}
          className="walks__row"
          hoverClass="walks__row--pressed"
          ariaRole="link"
          onClick={() => onOpen(walk.activity)}
        >
          <View className="walks__what">
            <Text className="walks__title">{walk.title}</Text>
            <Text className="walks__when">{`${nearDay(walk.startsAt, now)} · ${walk.place}`}</Text>
          </View>
          <View className="walks__much">
            <Text className="walks__count">{`${walk.members}/${walk.places} 人`}</Text>
            <Text className="walks__tag">{tagOf(walk)}</Text>
          </View>
        </View>
      ))}
    </View>
  );
}

/** As much room as one walk takes: in its shape while it is on its way, with `text` where there is none. */
export const WalkRoom = ({ text }: { readonly text?: string }) => (
  <View className={text === undefined ? 'walks walks--coming' : 'walks walks--none'} ariaLabel={text ?? '正在取活动'}>
    {text}
  </View>
);

function tagOf({ state, seat, organizer, members, places }: ActivitySummary): string {
  if (state === 'cancelled') return '已取消';
  if (state === 'ended') return '已结束';
  if (state === 'started') return '进行中';
  if (seat.status === 'seated') return '已报名';
  if (seat.status === 'waiting') return '候补中';
  if (organizer) return '我发起的';
  return members < places ? '可报名' : '满员';
}
