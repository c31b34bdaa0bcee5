import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { ErrorNote } from '../../components/ErrorNote/ErrorNote';
import { Notice } from '../../components/Notice/Notice';
import { wayOut } from '../../components/way-out';
import { activitiesOf } from '../../hooks/useActivities';
import { useGroup } from '../../hooks/useGroup';
import { useWeRun } from '../../hooks/useWeRun';
import { confirm } from '../../wechat/confirm';
import { goHome, openPage, stopPullDownRefresh, useDidShow, usePullDownRefresh } from '../../wechat/page';
import { Board } from './Board';
import { coming } from './coming';
import { hasLeft } from './stranger';
import { LaterWalks, NextWalk } from './Walks';

interface Props {
  readonly group: string;
  /** The button that shares. */
  readonly share: ReactNode;
  /** Puts the person on the board again, where the entry allows it. */
  readonly onRejoin?: () => void;
}

/** A group's board and walks, for its members. */
export function OfGroup({ group, share, onRejoin }: Props) {
  const { state, avatars, leaving, load, refresh, setVisible, leave, retry, showAvatars } = useGroup(group);
  const { state: steps, request, isStale, recover } = useWeRun();

  useDidShow(() => void load());
  usePullDownRefresh(() => {
    void Promise.all([refresh(), activitiesOf(group).refresh()]).then(stopPullDownRefresh);
  });

  const bring = async (ask: () => Promise<void>) => {
    await ask();
    await refresh();
  };

  const quit = async () => {
    const text = '你的步数、昵称和你在这个群相册里的照片都会从这里拿走。再从群里点开卡片，可以重新加入。';
    if ((await confirm({ title: '退出这个群的榜？', text, yes: '退出' })) && (await leave())) goHome();
  };

  const again = async () => {
    if (await retry()) goHome();
  };

  const board = state.status === 'idle' ? undefined : state.data;
  const error = state.status === 'error' ? state.error : undefined;
  const action = leaving ? '继续退出' : error && wayOut[error.recover];
  const missing = steps.status === 'error' ? steps.error : undefined;
  if (board === undefined) {
    if (error === undefined) return coming;
    // The cloud takes the member out first, and then the photos.
    const isOut = leaving && error.code === 'not-a-member';
    const text = isOut ? '你已经不在榜里了，\n但你的照片可能还在相册里。' : error.sentence;
    const title = leaving ? '还没有退完' : '没有取到群榜';
    if (onRejoin && !leaving && error.code === 'not-a-member') {
      return <Notice quiet {...hasLeft} action="重新加入" onAction={onRejoin} />;
    }
    return <Notice quiet title={title} text={text} action={action} onAction={() => void again()} />;
  }
  return (
    <>
      {error && <ErrorNote sentence={error.sentence} action={action} onAction={() => void again()} />}
      {missing && (
        <ErrorNote sentence={missing.sentence} action={wayOut[missing.recover]} onAction={() => void bring(recover)} />
      )}
      <Board
        board={board}
        avatars={avatars}
        stale={isStale()}
        busy={state.status === 'pending' || steps.status === 'pending'}
        showAvatars={showAvatars}
        onVisible={(visible) => void setVisible(visible)}
        onSteps={() => void bring(request)}
      >
        <NextWalk group={group} />
      </Board>
      <LaterWalks group={group} />
      <View className="group__foot">
        <View className="group__link" ariaRole="link" onClick={() => openPage(`/packages/album/index?group=${group}`)}>
          群相册
        </View>
        {share}
      </View>
      <View className="group__link group__link--leave" ariaRole="button" onClick={() => void quit()}>
        退出这个群的榜
      </View>
    </>
  );
}
