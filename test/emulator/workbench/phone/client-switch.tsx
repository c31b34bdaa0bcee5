import type { PhoneInfo } from '../../control/types';
import type { Client } from '../../phone/bridge';
import { act, setClient } from '../actions';

const PLATFORMS: readonly { readonly value: Client['platform']; readonly title: string }[] = [
  { value: 'devtools', title: 'DevTools' },
  { value: 'ios', title: 'iOS' },
  { value: 'android', title: 'Android' },
];

/** Which WeChat this phone has; another one is a cold start. */
export function ClientSwitch({ phone }: { readonly phone: PhoneInfo }) {
  const { platform, libraryVersion = '' } = phone.client;

  function setVersion(text: string): void {
    const version = text.trim();
    if (version !== libraryVersion) act(setClient(phone.id, platform, version));
  }

  return (
    <>
      <label>
        <span className="unseen">Client</span>
        <select
          value={platform}
          onChange={({ target }) => act(setClient(phone.id, target.value as Client['platform'], libraryVersion))}
        >
          {PLATFORMS.map(({ value, title }) => (
            <option key={value} value={value}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label title="Base library, like 2.16.0: hides what came later. Empty: the newest">
        <span className="unseen">Base library</span>
        <input
          key={libraryVersion}
          className="version"
          placeholder="newest lib"
          defaultValue={libraryVersion}
          onBlur={({ target }) => setVersion(target.value)}
          onKeyDown={({ key, currentTarget }) => key === 'Enter' && currentTarget.blur()}
        />
      </label>
    </>
  );
}
