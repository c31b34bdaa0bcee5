import { Button, View } from '@tarojs/components';
import { ErrorNote } from '../../components/ErrorNote/ErrorNote';
import { Notice } from '../../components/Notice/Notice';
import { PrivacySheet } from '../../components/PrivacySheet/PrivacySheet';
import { Ranking } from '../../components/Ranking/Ranking';
import { wayOut } from '../../components/way-out';
import { activitiesOf } from '../../hooks/useActivities';
import { usePrivacyQuestion } from '../../hooks/useConsent';
import { useGroup } from '../../hooks/useGroup';
import { useShare } from '../../hooks/useShare';
import { useShareTicket } from '../../hooks/useShareTicket';
import { useWeRun } from '../../hooks/useWeRun';
import { confirm } from '../../wechat/confirm';
import { goHome, openPage, stopPullDownRefresh, useDidShow, usePullDownRefresh, useQuery } from '../../wechat/page';
import { Board } from './Board';
import { hasLeft, stranger } from './stranger';
import { LaterWalks, NextWalk } from './Walks';
import './index.scss';

/** The board's shape, while it is on its way. */
const coming = (
  <View className="group__list group__list--coming" ariaLabel="正在取群榜">
    <Ranking rows={[]} before={0} after={8} />
  </View>
);

export default function Group() {
  const { entry, retry: lookAgain } = useShareTicket();
  // From 我的群 a group is named; from a card WeChat says which one it is.
  const { group: named } = useQuery();
  const group = named ?? (entry.status === 'group' ? entry.group : undefined);
  const { state, avatars, leaving, load, refresh, setVisible, leave, retry, showAvatars } = useGroup(group);
  const { state: steps, request, isStale, recover } = useWeRun();
  const { shareButton } = useShare({ page: 'group', title: '来看看我们群今天谁走得最多', path: '/pages/group/index' });
  const question = usePrivacyQuestion();

  useDidShow(() => void load());
  usePullDownRefresh(() => {
    const all = group === undefined ? [lookAgain()] : [refresh(), activitiesOf(group).refresh()];
    void Promise.all(all).then(stopPullDownRefresh);
  });

  const shareAction = (
    <Button className="group__share" hoverClass="group__share--pressed" {...shareButton}>
      分享到群
    </Button>
  );

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

  function screen() {
    if (group === undefined) {
      if (entry.status === 'error') {
        const { sentence, recover: way } = entry.error;
        const action = wayOut[way] ?? wayOut.retry;
        return (
          <Notice quiet title="没有认出这个群" text={sentence} action={action} onAction={() => void lookAgain()} />
        );
      }
      if (entry.status === 'pending' || entry.status === 'group') return coming;
      if (entry.status === 'idle') {
        return <Notice quiet {...hasLeft} action="重新加入" onAction={() => void lookAgain()} />;
      }
      return (
        <>
          <Notice quiet {...stranger[entry.status]} action={undefined} onAction={goHome} />
          {shareAction}
        </>
      );
    }
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
      if (named === undefined && !leaving && error.code === 'not-a-member') {
        return <Notice quiet {...hasLeft} action="重新加入" onAction={() => void lookAgain()} />;
      }
      return <Notice quiet title={title} text={text} action={action} onAction={() => void again()} />;
    }
    return (
      <>
        {error && <ErrorNote sentence={error.sentence} action={action} onAction={() => void again()} />}
        {missing && (
          <ErrorNote
            sentence={missing.sentence}
            action={wayOut[missing.recover]}
            onAction={() => void bring(recover)}
          />
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
          <View
            className="group__link"
            ariaRole="link"
            onClick={() => openPage(`/packages/album/index?group=${group}`)}
          >
            群相册
          </View>
          {shareAction}
        </View>
        <View className="group__link group__link--leave" ariaRole="button" onClick={() => void quit()}>
          退出这个群的榜
        </View>
      </>
    );
  }

  return (
    <View className="group">
      {screen()}
      {question && <PrivacySheet {...question} />}
    </View>
  );
}
