import type { TimerInfo } from '../../cloud/types';
import { act, fireTimer } from '../actions';
import { useWorkbench } from '../store';

const TIME = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'Asia/Shanghai' });

/** Functions that the clock calls. */
export function Timers() {
  const timers = useWorkbench((state) => state.timers);
  if (timers.length === 0) return <p className="empty">No function declares a timer in its config.json.</p>;
  return (
    <ul className="timers">
      {timers.map((timer) => (
        <Timer key={`${timer.function} ${timer.trigger}`} timer={timer} />
      ))}
    </ul>
  );
}

function Timer({ timer: { function: name, trigger, cron, next } }: { readonly timer: TimerInfo }) {
  return (
    <li>
      <strong>{name}</strong>
      <span className="hint">{trigger}</span>
      <code title="Second, minute, hour, day, month, weekday, year">{cron}</code>
      {next === undefined ? (
        <span className="hint">never again</span>
      ) : (
        <span>
          next <time dateTime={new Date(next).toISOString()}>{TIME.format(next)}</time>{' '}
          <span className="hint">UTC+8</span>
        </span>
      )}
      <button aria-label={`Fire ${name} now`} onClick={() => act(fireTimer(name), `${name} was fired.`)}>
        Fire now
      </button>
    </li>
  );
}
