import { Text, View } from '@tarojs/components';
import { WalkList } from '../../components/WalkList/WalkList';
import { dataOf } from '../../hooks/async-state';
import { useActivities } from '../../hooks/useActivities';
import { openPage } from '../../wechat/page';

/** What I have a place in, or organize; nothing for who never had any. */
export function Walks() {
  const { state } = useActivities();
  const walks = dataOf(state) ?? [];
  if (walks.length === 0) return null;
  return (
    <View className="home__walks">
      <Text className="home__title">我的活动</Text>
      <WalkList
        walks={walks}
        now={Date.now()}
        onOpen={(activity) => openPage(`/pages/activity/index?activity=${activity}`)}
      />
    </View>
  );
}
