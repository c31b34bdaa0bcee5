import type { ContentCheck } from '../../wechat/content/types';
import { act, deliver } from '../actions';
import { Section } from '../parts/section';
import { timeOfDay } from '../parts/time';
import { useWorkbench } from '../store';

const SHOWN = 5;

/** Pictures that the app handed in to be checked, and the verdicts that WeChat pushes later, or now. */
export function ContentChecks() {
  const checks = useWorkbench((state) => state.checks);
  const pending = checks.filter(({ state }) => state === 'pending').length;
  if (checks.length === 0) return null;
  return (
    <Section
      title="Content checks"
      aside={
        <button disabled={pending === 0} onClick={() => act(deliver())}>
          Push {pending} {pending === 1 ? 'verdict' : 'verdicts'}
        </button>
      }
    >
      <ul className="verdicts">
        {checks
          .slice(-SHOWN)
          .reverse()
          .map((check) => (
            <Check key={check.traceId} check={check} />
          ))}
      </ul>
    </Section>
  );
}

function Check({ check }: { readonly check: ContentCheck }) {
  const { openid, state, suggest = 'unreachable', submittedAt, error, traceId } = check;
  const owner = useWorkbench(({ users }) => users.find((user) => user.openid === openid)?.nickName);
  return (
    <li className="field" title={error ?? traceId}>
      <span>
        <time className="hint">{timeOfDay(submittedAt)}</time> {owner ?? openid}
      </span>
      {state === 'pending' ? (
        <span className="row">
          <span className="hint">{suggest}</span>
          <button onClick={() => act(deliver(traceId, 'pass'))}>Pass</button>
          <button onClick={() => act(deliver(traceId, 'risky'))}>Refuse</button>
        </span>
      ) : (
        <span className={state === 'failed' || suggest !== 'pass' ? 'bad' : 'hint'}>
          {suggest}, {state}
        </span>
      )}
    </li>
  );
}
