import { ErrorNote } from '../../components/ErrorNote/ErrorNote';
import { wayOut } from '../../components/way-out';
import type { AsyncState } from '../../hooks/async-state';
import { useActivities } from '../../hooks/useActivities';
import { useGroups } from '../../hooks/useGroup';
import { useDidShow } from '../../wechat/page';
import { Groups } from './Groups';
import { Walks } from './Walks';

const missing = (state: AsyncState<unknown>) =>
  state.status === 'error' && state.data === undefined ? [state.error] : [];

/** My walks and my groups, and why they are not there: once, where both fail alike. */
export function Lists() {
  const { state: walks, refresh } = useActivities();
  const { state: groups, load } = useGroups();
  const errors = [...missing(walks), ...missing(groups)];

  useDidShow(() => void load());

  return (
    <>
      {errors
        .filter(({ code }, index) => errors.findIndex((other) => other.code === code) === index)
        .map(({ code, sentence, recover }) => (
          <ErrorNote
            key={code}
            sentence={sentence}
            action={wayOut[recover]}
            onAction={() => void Promise.all([refresh(), load()])}
          />
        ))}
      <Walks state={walks} />
      <Groups state={groups} />
    </>
  );
}
