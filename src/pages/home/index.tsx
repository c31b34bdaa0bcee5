import { Button, View } from '@tarojs/components';
import { ErrorNote } from '../../components/ErrorNote/ErrorNote';
import { Notice } from '../../components/Notice/Notice';
import { PrivacySheet } from '../../components/PrivacySheet/PrivacySheet';
import { Skeleton } from '../../components/Skeleton/Skeleton';
import { wayOut } from '../../components/way-out';
import { myActivities } from '../../hooks/useActivities';
import { usePrivacyQuestion } from '../../hooks/useConsent';
import { groupsStore } from '../../hooks/useGroup';
import { useWeRun, type AsyncState, type Steps, type WeRunActions } from '../../hooks/useWeRun';
import { openPage, stopPullDownRefresh, useDidShow, usePullDownRefresh } from '../../wechat/page';
import { Lists } from './Lists';
import { StepsBoard } from './StepsBoard';
import { summarize } from './summary';
import './index.scss';

export default function Home() {
  const { state, ...actions } = useWeRun();
  const { request, restore, freshen } = actions;
  const question = usePrivacyQuestion();
  const hasData = state.status !== 'idle' && state.data !== undefined;

  useDidShow(() => void (state.status === 'idle' ? restore() : freshen()));
  usePullDownRefresh(() => {
    const all = [hasData ? request() : Promise.resolve(), groupsStore.load(), myActivities.refresh()];
    void Promise.all(all).then(stopPullDownRefresh);
  });

  return (
    <View className="home">
      {screen(state, actions)}
      <Lists />
      <View className="home__me" ariaRole="link" onClick={() => openPage('/packages/me/index')}>
        我的
      </View>
      {question && <PrivacySheet {...question} />}
    </View>
  );
}

function screen(state: AsyncState<Steps>, { request, recover }: WeRunActions) {
  if (state.status === 'idle') {
    const text = '看看最近 31 天，每天走了多少。\n会请你允许使用微信运动步数，\n上了哪个群的榜，哪个群才看得到。';
    return <Notice title="今天走了多少步？" text={text} action="查看我的步数" onAction={() => void request()} />;
  }
  const { data } = state;
  const error = state.status === 'error' ? state.error : undefined;
  const action = error && wayOut[error.recover];
  const leave = () => void recover();

  if (data === undefined) {
    if (error === undefined) return <Skeleton />;
    return <Notice quiet title="没有取到步数" text={error.sentence} action={action} onAction={leave} />;
  }

  const summary = summarize(data.days);
  return (
    <>
      {error && <ErrorNote sentence={error.sentence} action={action} onAction={leave} />}
      {summary ? (
        <StepsBoard steps={data} summary={summary} />
      ) : (
        <Notice
          quiet
          title="还没有步数"
          text={'微信运动里还没有记录。\n带上手机走一走，再回来看看。'}
          action="再看一次"
          onAction={() => void request()}
        />
      )}
      {summary && data.today === undefined && (
        <Button
          className="home__today"
          hoverClass="home__today--pressed"
          disabled={state.status === 'pending'}
          onClick={() => void request()}
        >
          {state.status === 'pending' ? '正在取今天的步数' : '查看今天的步数'}
        </Button>
      )}
    </>
  );
}
