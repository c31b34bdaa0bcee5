import { useState, type FormEvent } from 'react';
import { act } from '../actions';
import { control } from '../control';
import { offsetText } from '../parts/time';
import { useWorkbench } from '../store';

const HOUR = 3_600_000;

/** Moves the one clock at once, also back. */
export function ClockJump() {
  const offset = useWorkbench((state) => state.clock?.offset ?? 0);
  const [hours, setHours] = useState('24');
  function jump(event: FormEvent): void {
    event.preventDefault();
    act(control.clock.advance(Number(hours) * HOUR));
  }
  return (
    <fieldset>
      <legend>Clock</legend>
      <form className="row fault" aria-label="Clock jump" onSubmit={jump}>
        <strong>Jump</strong>
        <label>
          <span className="hint">by</span>{' '}
          <input type="number" step="any" required value={hours} onChange={({ target }) => setHours(target.value)} />{' '}
          <span className="hint">hours, now {offsetText(offset)}</span>
        </label>
        <button type="submit">Jump</button>
        <button type="button" disabled={offset === 0} onClick={() => act(control.clock.reset())}>
          Real time
        </button>
      </form>
    </fieldset>
  );
}
