import { Text, View } from '@tarojs/components';
import { listTitle } from '../../components/list-title';
import { WalkList, WalkRoom } from '../../components/WalkList/WalkList';
import { dataOf, type AsyncState } from '../../hooks/async-state';
import type { ActivitySummary } from '../../hooks/useActivities';
import { openPage } from '../../wechat/page';

interface Props {
  readonly state: AsyncState<readonly ActivitySummary[]>;
}

const open = (activity: string) => openPage(`/pages/activity/index?activity=${activity}`);

/** What I have a place in, or organize; nothing for who never had any. */
export function Walks({ state }: Props) {
  const walks = dataOf(state);
  const isComing = state.status === 'pending' && walks === undefined;
  if (!isComing && !walks?.length) return null;
  return (
    <View className="home__walks">
      <Text className="home__title">{listTitle('我的活动', state)}</Text>
      {walks ? <WalkList walks={walks} now={Date.now()} onOpen={open} /> : <WalkRoom />}
    </View>
  );
}
