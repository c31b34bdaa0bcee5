import { Text, View } from '@tarojs/components';
import { WalkList } from '../../components/WalkList/WalkList';
import { dataOf } from '../../hooks/async-state';
import { useActivities } from '../../hooks/useActivities';
import { openPage } from '../../wechat/page';

interface Props {
  readonly group: string;
}

const open = (activity: string) => openPage(`/pages/activity/index?activity=${activity}`);

/** The next walk that is going to happen, and the others. */
function useWalks(group: string) {
  const known = dataOf(useActivities(group).state);
  const next = known?.find(({ state }) => state === 'open' || state === 'started');
  return { known, next, others: known?.filter((walk) => walk !== next) ?? [] };
}

/**
 * The group's next walk, and the way to one more. One only: the ranking below has to begin on the first screen. That there
 * is none is said once the cloud has said so.
 */
export function NextWalk({ group }: Props) {
  const { known, next } = useWalks(group);
  const none = known ? '还没有约着走' : '一起走';
  return (
    <View className="group__walks">
      <View className="group__bar">
        <Text className="group__next">{next ? '接下来一起走' : none}</Text>
        <View className="group__link" ariaRole="link" onClick={() => openPage(`/packages/plan/index?group=${group}`)}>
          约一次同行
        </View>
      </View>
      {next && <WalkList walks={[next]} now={Date.now()} onOpen={open} />}
    </View>
  );
}

/** The other ones, called off or later, below everything else. */
export function LaterWalks({ group }: Props) {
  const { others } = useWalks(group);
  if (others.length === 0) return null;
  return (
    <View className="group__walks">
      <View className="group__bar">
        <Text className="group__next">其他活动</Text>
      </View>
      <WalkList walks={others} now={Date.now()} onOpen={open} />
    </View>
  );
}
