import { Text, View } from '@tarojs/components';
import { ErrorNote } from '../../components/ErrorNote/ErrorNote';
import { listTitle } from '../../components/list-title';
import { WalkList, WalkRoom } from '../../components/WalkList/WalkList';
import { wayOut } from '../../components/way-out';
import { dataOf } from '../../hooks/async-state';
import { useActivities } from '../../hooks/useActivities';
import { openPage } from '../../wechat/page';

interface Props {
  readonly group: string;
}

const open = (activity: string) => openPage(`/pages/activity/index?activity=${activity}`);

/** The next walk that is going to happen, and the others. */
function useWalks(group: string) {
  const { state, refresh } = useActivities(group);
  const known = dataOf(state);
  const next = known?.find(({ state }) => state === 'open' || state === 'started');
  return { state, refresh, known, next, others: known?.filter((walk) => walk !== next) ?? [] };
}

/**
 * The group's next walk, and the way to one more. One only: the ranking below has to begin on the first screen. Its room
 * is there before it, and where there is none, so that nothing jumps. That there is none is said once the cloud has said
 * so.
 */
export function NextWalk({ group }: Props) {
  const { state, refresh, known, next } = useWalks(group);

  function content() {
    if (next) return <WalkList walks={[next]} now={Date.now()} onOpen={open} />;
    if (known) return <WalkRoom text="还没有约着走" />;
    if (state.status !== 'error') return <WalkRoom />;
    const { sentence, recover } = state.error;
    return <ErrorNote sentence={sentence} action={wayOut[recover]} onAction={() => void refresh()} />;
  }

  return (
    <View className="group__walks">
      <View className="group__bar">
        <Text className="group__next">{known ? listTitle(next ? '接下来一起走' : '一起走', state) : '一起走'}</Text>
        <View className="group__link" ariaRole="link" onClick={() => openPage(`/packages/plan/index?group=${group}`)}>
          约一次同行
        </View>
      </View>
      {content()}
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
