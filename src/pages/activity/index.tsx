import { useEffect, useState } from 'react';
import { Button, Text, View } from '@tarojs/components';
import { cardPicture } from '../../components/card-picture';
import { ErrorNote } from '../../components/ErrorNote/ErrorNote';
import { Notice } from '../../components/Notice/Notice';
import { PrivacySheet } from '../../components/PrivacySheet/PrivacySheet';
import { wayOut } from '../../components/way-out';
import { dataOf } from '../../hooks/async-state';
import { useActivity, type ActivityDetail } from '../../hooks/useActivity';
import { rememberShared, sharedUntil } from '../../hooks/useActivity/shared';
import { usePrivacyQuestion } from '../../hooks/useConsent';
import { useShare } from '../../hooks/useShare';
import { isFromGroup } from '../../hooks/useShareTicket';
import { goHome, openPage, stopPullDownRefresh, useDidShow, usePullDownRefresh, useQuery } from '../../wechat/page';
import { cardTitle, shareWords } from './card-words';
import { Facts } from './Facts';
import { Organizer } from './Organizer';
import { Roster } from './Roster';
import { Seat } from './Seat';
import { ASKED_MS, DUE_MS, useNow } from './use-now';
import './index.scss';

/** The organizer has them until the walk is over. */
const hasNumbers = ({ organizer, phoneNeeded, state }: ActivityDetail): boolean =>
  organizer && phoneNeeded && (state === 'open' || state === 'started');

export default function Activity() {
  const { activity: id } = useQuery();
  const { activity, changing, card, cardUntil, updatable, refresh, join, leave, start, cancel, retry, ...cards } =
    useActivity(id);
  const { prepareCard, keepCard, shared: tellAnew } = cards;
  // Nobody who came for a walk is put on the group's board unasked: the board's own page does that.
  const [hasBoard, setHasBoard] = useState(isFromGroup);
  // Back from the recent list, it is no entry from the group any more.
  useDidShow(() => setHasBoard(isFromGroup()));
  const walk = dataOf(activity);
  const error = activity.status === 'error' ? activity.error : undefined;
  const next = walk?.state === 'open' ? walk.startsAt : walk?.state === 'started' ? walk.endsAt : undefined;
  const now = useNow(next);
  const {
    shareButton,
    error: menuError,
    retry: armAgain,
  } = useShare({
    page: 'activity',
    title: cardTitle(walk, cardUntil),
    path: `/pages/activity/index?activity=${id ?? ''}`,
    imageUrl: cardPicture,
    updatable,
    onShared(follows) {
      if (id === undefined || !updatable) return;
      void tellAnew();
      if (!follows || cardUntil === undefined) return;
      rememberShared(id, cardUntil);
      setShared(cardUntil);
    },
  });
  const [shared, setShared] = useState(() => (id === undefined ? undefined : sharedUntil(id)));
  const question = usePrivacyQuestion();
  const isDue = next !== undefined && now >= next;

  const isOpen = walk?.state === 'open';

  // The cloud starts and ends walks by its own clock, which may be behind this one's: it is asked again and again, but not
  // for as long as a phone may be wrong.
  const asking = isDue && now < next + ASKED_MS ? Math.floor(now / DUE_MS) : undefined;
  useEffect(() => {
    if (asking !== undefined) void refresh();
  }, [asking, refresh]);
  useEffect(() => {
    if (isOpen && !isDue) void keepCard();
  }, [isOpen, isDue, now, keepCard]);
  usePullDownRefresh(() => void refresh().then(stopPullDownRefresh));

  function screen() {
    if (walk === undefined) {
      if (id === undefined || error?.code === 'activity-missing' || error?.code === 'invalid-input') {
        const text = '它可能已经删除。回到群里，看看别的活动。';
        return <Notice quiet title="没有这个活动" text={text} action="回首页" onAction={goHome} />;
      }
      if (error === undefined) return <View className="walk__skeleton" ariaLabel="正在取活动" />;
      const action = wayOut[error.recover];
      return <Notice quiet title="没有取到活动" text={error.sentence} action={action} onAction={() => void retry()} />;
    }
    const busy = changing !== undefined;
    // With an id at hand, one that could not be renewed keeps nobody from sharing.
    const failed = updatable === null && card.status === 'error' ? card.error : undefined;
    const missing = failed?.code === 'activity-closed' ? undefined : failed;
    const cardError = missing ?? menuError;
    const { label, remark } = shareWords(walk, { shared, cardUntil }, now);
    return (
      <>
        {error && (
          <ErrorNote
            sentence={error.sentence}
            action={error.recover === 'retry' ? wayOut.retry : undefined}
            onAction={() => void retry()}
          />
        )}
        <Facts walk={walk} now={now} />
        <Seat walk={walk} busy={busy} join={join} leave={leave} />
        {walk.state === 'open' && (
          <View className="walk__sharing">
            <Button className="walk__quiet" hoverClass="walk__quiet--pressed" {...shareButton}>
              {label}
            </Button>
            {remark !== undefined && <Text className="walk__remark">{remark}</Text>}
          </View>
        )}
        {walk.state === 'open' && cardError && (
          <ErrorNote
            sentence={`卡片还没有准备好：${cardError.sentence}`}
            action={wayOut.retry}
            onAction={() => (missing ? void prepareCard() : armAgain())}
          />
        )}
        {walk.roster && <Roster roster={walk.roster} phones={hasNumbers(walk)} />}
        {walk.organizer && <Organizer walk={walk} busy={busy} start={start} cancel={cancel} />}
        {hasBoard && (
          <View className="walk__link" ariaRole="link" onClick={() => openPage('/pages/group/index')}>
            上这个群的步数榜
          </View>
        )}
      </>
    );
  }

  return (
    <View className="walk">
      {screen()}
      {question && <PrivacySheet {...question} />}
    </View>
  );
}
