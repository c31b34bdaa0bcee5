import type { PhoneInfo } from '../../control/types';
import { act } from '../actions';
import { control } from '../control';
import { Segmented } from '../parts/segmented';
import { SIZES, type DeviceSize } from './sizes';

const THEMES = [
  { value: 'light', title: 'Light' },
  { value: 'dark', title: 'Dark' },
] as const;

const NETWORKS = [
  { value: 'online', title: 'Online' },
  { value: 'offline', title: 'Offline' },
] as const;

interface PhoneControlsProps {
  readonly phone: PhoneInfo;
  readonly size: DeviceSize;
  readonly onSize: (size: DeviceSize) => void;
}

export function PhoneControls({ phone, size, onSize }: PhoneControlsProps) {
  return (
    <>
      <label>
        <span className="unseen">Size</span>
        <select
          value={size.name}
          onChange={({ target }) => onSize(SIZES.find(({ name }) => name === target.value) ?? SIZES[0])}
        >
          {SIZES.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <Segmented
        label="Theme"
        options={THEMES}
        value={phone.theme}
        onChange={(theme) => act(control.phones.theme(phone.id, theme))}
      />
      <Segmented
        label="Network"
        options={NETWORKS}
        value={phone.online ? 'online' : 'offline'}
        onChange={(network) => act(control.phones.network(phone.id, network === 'online'))}
      />
      <button title="Close the mini program and open it again" onClick={() => act(control.phones.restart(phone.id))}>
        Cold start
      </button>
    </>
  );
}
