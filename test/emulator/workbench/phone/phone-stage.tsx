import { useState } from 'react';
import { useWorkbench } from '../store';
import { Device } from './device';
import { PhoneControls } from './phone-controls';
import { SIZES } from './sizes';
import { UserSwitch } from './user-switch';

/** The phone, who holds it, and what surrounds it. */
export function PhoneStage() {
  const phone = useWorkbench((state) => state.phone);
  const [size, setSize] = useState(SIZES[0]);
  return (
    <main className="stage">
      {phone && (
        <>
          <UserSwitch phone={phone} />
          <PhoneControls phone={phone} size={size} onSize={setSize} />
          <Device phone={phone} size={size} />
          <p className="route" title="Pages, bottom first">
            {phone.stack.length > 0 ? phone.stack.join(' › ') : 'starting…'}
          </p>
        </>
      )}
    </main>
  );
}
