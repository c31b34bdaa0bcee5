import { useLayoutEffect, useRef, useState, type CSSProperties } from 'react';
import type { PhoneInfo } from '../../control/types';
import type { DeviceSize } from './sizes';

/** Around the glass: must agree with `.device` in the style sheet. */
const BEZEL = 10;
const SMALLEST = 0.5;

/** The phone's page in a frame of its size, smaller where there is less room. */
export function Device({ phone, size }: { readonly phone: PhoneInfo; readonly size: DeviceSize }) {
  const stage = useRef<HTMLDivElement>(null);
  const room = useRoom(stage);
  const fitting = Math.min(room.width / (size.width + 2 * BEZEL), room.height / (size.height + 2 * BEZEL));
  const scale = Math.max(SMALLEST, Math.min(1, fitting));
  const style = {
    '--device-width': `${size.width}px`,
    '--device-height': `${size.height}px`,
    '--device-radius': `${size.radius}px`,
    '--device-scale': scale,
  } as CSSProperties;
  return (
    <div className="device-stage" ref={stage} style={style}>
      <div className="device-box">
        <div className="device">
          <iframe key={`${phone.id} ${size.name}`} src={`/phone/${phone.id}`} title={`Phone ${phone.id}`} />
        </div>
      </div>
    </div>
  );
}

function useRoom(element: React.RefObject<HTMLElement>): { readonly width: number; readonly height: number } {
  const [room, setRoom] = useState({ width: Infinity, height: Infinity });
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const observer = new ResizeObserver(() => setRoom({ width: current.clientWidth, height: current.clientHeight }));
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return room;
}
