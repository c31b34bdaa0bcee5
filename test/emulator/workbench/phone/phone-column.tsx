import { useState } from 'react';
import type { PhoneInfo } from '../../control/types';
import { act, choosePhone } from '../actions';
import { WeChat } from '../chats/we-chat';
import { control } from '../control';
import { useHolderOf, useWorkbench } from '../store';
import { ClientSwitch } from './client-switch';
import { Device } from './device';
import { PhoneControls } from './phone-controls';
import { SIZES } from './sizes';
import { UserSwitch } from './user-switch';

interface PhoneColumnProps {
  readonly phone: PhoneInfo;
  /** There is no other phone. */
  readonly alone: boolean;
}

/** One phone: who holds it, what surrounds it, and WeChat beside the mini program. */
export function PhoneColumn({ phone, alone }: PhoneColumnProps) {
  const [size, setSize] = useState(SIZES[0]);
  const holder = useHolderOf(phone);
  const chosen = useWorkbench((state) => state.phone?.id === phone.id);
  const choose = () => act(choosePhone(phone.id));
  return (
    <article
      className="column"
      aria-label={`Phone of ${holder?.nickName ?? phone.openid}`}
      aria-current={chosen && !alone}
      onPointerDownCapture={choose}
      onFocusCapture={choose}
    >
      <div className="row user-switch">
        <UserSwitch phone={phone} />
        <ClientSwitch phone={phone} />
        <a
          className="button"
          href={`/phone/${phone.id}`}
          target="_blank"
          rel="noreferrer"
          title="Takes the phone there"
        >
          Own tab
        </a>
        {!alone && (
          <button
            className="phone-close"
            aria-label={`Close phone ${phone.id}`}
            title="Close this phone"
            onClick={() => act(control.phones.close(phone.id))}
          >
            ✕
          </button>
        )}
      </div>
      <div className="row">
        <PhoneControls phone={phone} size={size} onSize={setSize} />
      </div>
      <div className="phone-and-chats">
        <WeChat phone={phone} />
        <Device phone={phone} size={size} />
      </div>
      <p className="route" title="Pages, bottom first">
        {phone.stack.length > 0 ? phone.stack.join(' › ') : 'starting…'}
      </p>
    </article>
  );
}
