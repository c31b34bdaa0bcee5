import { View } from '@tarojs/components';
import { ErrorNote } from '../../components/ErrorNote/ErrorNote';
import { wayOut } from '../../components/way-out';
import type { AsyncState } from '../../hooks/async-state';
import { useActivities } from '../../hooks/useActivities';
import { useGroups } from '../../hooks/useGroup';
import { useDidShow } from '../../wechat/page';
import { Groups } from './Groups';
import { Walks } from './Walks';

/** A list that was empty before may have something by now; one that is on the screen says itself that it is old. */
const missing = (state: AsyncState<readonly unknown[]>) =>
  state.status === 'error' && !state.data?.length ? [state.error] : [];

/** My walks and my groups, and why they are not there: once, where both fail alike. */
export function Lists() {
  const { state: walks, refresh } = useActivities();
  const { state: groups, load } = useGroups();
  const errors = [...missing(walks), ...missing(groups)];
  const unlike = errors.filter(({ code }, index) => errors.findIndex((other) => other.code === code) === index);

  useDidShow(() => void load());

  return (
    <>
      {unlike.map(({ code, sentence, recover }) => (
        <View key={code} className="home__missing">
          <ErrorNote
            sentence={sentence}
            action={wayOut[recover]}
            onAction={() => void Promise.all([refresh(), load()])}
          />
        </View>
      ))}
      <Walks state={walks} />
      <Groups state={groups} />
    </>
  );
}
