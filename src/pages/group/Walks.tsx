import { Text, View } from '@tarojs/components';
import { WalkList } from '../../components/WalkList/WalkList';
import { dataOf } from '../../hooks/async-state';
import { useActivities } from '../../hooks/useActivities';
import { openPage } from '../../wechat/page';

interface Props {
  readonly group: string;
}

const open = (activity: string) => openPage(`/pages/activity/index?activity=${activity}`);

function useWalks(group: string) {
  return dataOf(useActivities(group).state);
}

/**
 * The group's next walk, and the way to one more. One only: the ranking below has to begin on the first screen. That there
 * is none is said once the cloud has said so.
 */
export function NextWalk({ group }: Props) {
  const known = useWalks(group);
  const walks = known?.slice(0, 1) ?? [];
  const none = known ? '还没有约着走' : '一起走';
  return (
    <View className="group__walks">
      <View className="group__bar">
        <Text className="group__next">{walks.length > 0 ? '接下来一起走' : none}</Text>
        <View className="group__link" ariaRole="link" onClick={() => openPage(`/packages/plan/index?group=${group}`)}>
          约一次同行
        </View>
      </View>
      {walks.length > 0 && <WalkList walks={walks} now={Date.now()} onOpen={open} />}
    </View>
  );
}

/** Those after it, below everything else. */
export function LaterWalks({ group }: Props) {
  const walks = useWalks(group)?.slice(1) ?? [];
  if (walks.length === 0) return null;
  return (
    <View className="group__walks">
      <View className="group__bar">
        <Text className="group__next">之后的活动</Text>
      </View>
      <WalkList walks={walks} now={Date.now()} onOpen={open} />
    </View>
  );
}
