import type { ReactNode } from 'react';
import { Notice } from '../../components/Notice/Notice';
import { wayOut } from '../../components/way-out';
import { useShareTicket } from '../../hooks/useShareTicket';
import { goHome, stopPullDownRefresh, usePullDownRefresh } from '../../wechat/page';
import { coming } from './coming';
import { OfGroup } from './OfGroup';
import { hasLeft, stranger } from './stranger';

interface Props {
  /** The button that shares. */
  readonly share: ReactNode;
}

/** The board of the group whose card has opened the app: whoever comes so is on it. */
export function FromCard({ share }: Props) {
  const { entry, retry } = useShareTicket();
  const lookAgain = () => void retry();

  usePullDownRefresh(() => {
    if (entry.status !== 'group') void retry().then(stopPullDownRefresh);
  });

  switch (entry.status) {
    case 'group':
      return <OfGroup group={entry.group} share={share} onRejoin={lookAgain} />;
    case 'pending':
      return coming;
    case 'idle':
      return <Notice quiet {...hasLeft} action="重新加入" onAction={lookAgain} />;
    case 'error': {
      const { sentence, recover } = entry.error;
      const action = wayOut[recover] ?? wayOut.retry;
      return <Notice quiet title="没有认出这个群" text={sentence} action={action} onAction={lookAgain} />;
    }
    default:
      return (
        <>
          <Notice quiet {...stranger[entry.status]} action={undefined} onAction={goHome} />
          {share}
        </>
      );
  }
}
