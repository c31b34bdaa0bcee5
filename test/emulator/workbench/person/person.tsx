import { act } from '../actions';
import { control } from '../control';
import { Section } from '../parts/section';
import { Segmented } from '../parts/segmented';
import { useHolder } from '../store';
import { PhoneNumbers } from './phone-numbers';
import { Steps } from './steps';

const WE_RUN = [
  { value: 'on', title: 'On' },
  { value: 'off', title: 'Off' },
  { value: 'unsupported', title: 'Unsupported' },
] as const;

/** Who holds the phone, and what WeRun knows of them. */
export function Person() {
  const user = useHolder();
  if (user === undefined) return null;
  return (
    <Section
      title={user.nickName}
      aside={
        <code className="hint" title={user.openid}>
          {user.openid}
        </code>
      }
    >
      <div className="field">
        <span>WeRun</span>
        <Segmented
          label="WeRun"
          options={WE_RUN}
          value={user.weRun}
          onChange={(weRun) => act(control.users.update(user.openid, { weRun }))}
        />
      </div>
      <PhoneNumbers user={user} />
      <Steps user={user} />
    </Section>
  );
}
