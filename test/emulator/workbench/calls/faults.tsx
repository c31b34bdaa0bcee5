import { useState } from 'react';
import { act } from '../actions';
import { control } from '../control';
import { useWorkbench } from '../store';

const DELAY_MS = 5000;

/** Breaks the next call of a function on purpose. */
export function Faults() {
  const functions = useWorkbench((state) => state.functions);
  const [chosen, choose] = useState<string>();
  const name = chosen !== undefined && functions.includes(chosen) ? chosen : functions[0];
  if (name === undefined) return <p className="empty">This project has no cloud functions.</p>;
  return (
    <div className="row toolbar">
      <label>
        Next call of{' '}
        <select value={name} onChange={({ target }) => choose(target.value)}>
          {functions.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
      <button onClick={() => act(control.faults.killFunction(name), `The next call of ${name} will be killed.`)}>
        Kill it
      </button>
      <button
        onClick={() =>
          act(control.faults.delayFunction(name, DELAY_MS), `The next call of ${name} will wait ${DELAY_MS / 1000} s.`)
        }
      >
        Delay it 5 s
      </button>
      <button onClick={() => act(control.faults.clear(), 'No fault is waiting.')}>No faults</button>
    </div>
  );
}
