import { act } from '../actions';
import { control } from '../control';
import { Section } from '../parts/section';
import { Segmented } from '../parts/segmented';
import { useWorkbench } from '../store';

const PRIVACY = [
  { value: 'agreed', title: 'Agreed' },
  { value: 'open', title: 'Not yet' },
] as const;

const SCOPE = [
  { value: 'granted', title: 'Granted' },
  { value: 'refused', title: 'Refused' },
] as const;

/** Always offered, so that it can be answered before an app asks. */
const OFFERED = 'scope.werun';

/** What the user of this phone has agreed to; each can be answered here as in an earlier visit. */
export function Consents() {
  const openid = useWorkbench((state) => state.phone?.openid);
  const consents = useWorkbench((state) => state.consents);
  if (openid === undefined || consents === undefined) return null;
  const { scopes, privacy } = consents;
  return (
    <Section
      title="Consents"
      aside={
        <button
          title="As if the user had deleted the mini program"
          onClick={() => act(control.consents.forget(openid), 'Every consent of this user is forgotten.')}
        >
          Forget all
        </button>
      }
    >
      <div className="field">
        <span title={privacy.privacyContractName}>Privacy</span>
        <Segmented
          label="Privacy guideline"
          options={PRIVACY}
          value={privacy.needAuthorization ? 'open' : 'agreed'}
          onChange={(value) => act(control.consents.answerPrivacy(openid, value === 'agreed'))}
        />
      </div>
      {[...new Set([OFFERED, ...Object.keys(scopes)])].map((scope) => (
        <div className="field" key={scope}>
          <span title={scopes[scope] === undefined ? 'never asked' : undefined}>{scope}</span>
          <Segmented
            label={scope}
            options={SCOPE}
            value={answerOf(scopes[scope])}
            onChange={(value) => act(control.consents.answerScope(openid, scope, value === 'granted'))}
          />
        </div>
      ))}
    </Section>
  );
}

function answerOf(granted: boolean | undefined): 'granted' | 'refused' | undefined {
  if (granted === undefined) return undefined;
  return granted ? 'granted' : 'refused';
}
