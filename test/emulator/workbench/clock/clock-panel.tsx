import { useEffect, useState } from 'react';
import { act } from '../actions';
import { control } from '../control';
import { Section } from '../parts/section';
import { offsetText } from '../parts/time';
import { useWorkbench } from '../store';

const MINUTE = 60_000;
const MOVES = [
  { title: '+1 min', ms: MINUTE },
  { title: '+6 min', ms: 6 * MINUTE },
  { title: '+1 day', ms: 24 * 60 * MINUTE },
];
const NOW = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'Asia/Shanghai' });

/** The one clock of phone, platform and functions. */
export function ClockPanel() {
  const offset = useWorkbench((state) => state.clock?.offset);
  const now = useTick() + (offset ?? 0);
  return (
    <Section title="Clock" aside={<span className="hint">{offset !== undefined && offsetText(offset)}</span>}>
      <p className="clock-now">
        <time dateTime={new Date(now).toISOString()}>{NOW.format(now)}</time> <span className="hint">UTC+8</span>
      </p>
      <div className="row">
        {MOVES.map(({ title, ms }) => (
          <button key={title} onClick={() => act(control.clock.advance(ms))}>
            {title}
          </button>
        ))}
        <button disabled={!offset} onClick={() => act(control.clock.reset())}>
          Reset
        </button>
      </div>
    </Section>
  );
}

/** The machine's time, every second. */
function useTick(): number {
  const [at, setAt] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setAt(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return at;
}
