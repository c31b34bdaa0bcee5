import { useState, type MouseEvent } from 'react';
import type { CardMessage } from '../../wechat/chats/types';
import { Popup } from '../parts/popup';
import { useWorkbench } from '../store';
import { useLongPress } from './use-long-press';

interface CardProps {
  readonly card: CardMessage;
  /** Who looks at it. */
  readonly openid: string;
  readonly onOpen: (how?: { readonly cold: boolean }) => void;
  readonly onForward: () => void;
  readonly onSubscribe: () => void;
}

/** Before it begins, whoever sees the card can ask to be told. Source: open-ability/share/updatable-message.md */
const NOT_BEGUN = 0;

/** A mini program's card. A tap opens it; a long press asks what to do with it. */
export function Card({ card, openid, onOpen, onForward, onSubscribe }: CardProps) {
  const app = useWorkbench((state) => state.info?.project.title ?? '');
  const reminded = useWorkbench(({ activities }) =>
    activities.some(
      ({ activityId, subscribers }) => activityId === card.updatable?.activityId && subscribers.includes(openid),
    ),
  );
  const [menu, setMenu] = useState(false);
  const press = useLongPress(() => setMenu(true));
  const tap = ({ altKey }: MouseEvent) => onOpen(altKey ? { cold: true } : undefined);
  const choose = (action: () => void) => () => {
    setMenu(false);
    action();
  };
  return (
    <div className="wx-card">
      <button
        className="wx-card-body"
        title={`${card.path}\nAlt-click: cold start. Right click: menu`}
        onClick={tap}
        {...press}
      >
        <span className="wx-card-title">{card.title}</span>
        <span className="wx-card-picture">{card.imageUrl !== undefined && <img src={card.imageUrl} alt="" />}</span>
        {card.look && (
          <span className="wx-card-look" data-state={card.look.state} style={{ color: card.look.color }}>
            {card.look.text}
          </span>
        )}
        <span className="wx-card-foot">
          <span className="wx-card-mark" aria-hidden="true">
            {[...app][0]}
          </span>
          {app}
        </span>
      </button>
      {card.look?.state === NOT_BEGUN && (
        <button className="wx-card-remind" disabled={reminded} onClick={onSubscribe}>
          {reminded ? '已设置提醒' : '提醒我'}
        </button>
      )}
      <button
        className="wx-more"
        aria-haspopup="menu"
        aria-expanded={menu}
        aria-label={`更多：${card.title}`}
        onClick={() => setMenu(true)}
      >
        ⋯
      </button>
      {menu && (
        <Popup label={card.title} role="menu" className="wx-menu" onClose={() => setMenu(false)}>
          <button role="menuitem" onClick={choose(() => onOpen())}>
            打开
          </button>
          <button role="menuitem" title="Cold start" onClick={choose(() => onOpen({ cold: true }))}>
            冷启动打开
          </button>
          <button role="menuitem" onClick={choose(onForward)}>
            转发…
          </button>
        </Popup>
      )}
    </div>
  );
}
