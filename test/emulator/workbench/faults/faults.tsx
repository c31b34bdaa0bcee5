import { useId } from 'react';
import type { DatabaseAction } from '../../cloud/types';
import { act } from '../actions';
import { control } from '../control';
import { useWorkbench } from '../store';
import { takeBack, told } from './armed';
import { ClockJump } from './clock-jump';
import { ChoiceField, FaultForm, number, NumberField, text } from './fault-form';
import { RateLimit } from './rate-limit';

const ACTIONS = ['add', 'update', 'set', 'remove', 'commit', 'find', 'count', 'aggregate'] as const;

/** Offered; any other name can be typed. */
const CLOUD_CALLS = [
  'updatableMessage.createActivityId',
  'updatableMessage.setUpdatableMsg',
  'phonenumber.getPhoneNumber',
  'security.msgSecCheck',
  'security.mediaCheckAsync',
];

/** What is going to go wrong, and what may. */
export function Faults() {
  return (
    <>
      <Armed />
      <div className="faults">
        <FunctionFaults />
        <DatabaseFaults />
        <CloudCallFaults />
        <ClockJump />
      </div>
    </>
  );
}

function Armed() {
  const armed = useWorkbench((state) => state.armed);
  return (
    <div className="toolbar armed">
      {armed.length === 0 ? (
        <p className="hint">No fault is armed.</p>
      ) : (
        <ul aria-label="Armed faults">
          {armed.map((fault) => (
            <li key={told(fault)} className="field">
              <span>
                {told(fault)} <span className="badge bad">×{fault.left}</span>
              </span>
              <button aria-label={`Clear: ${told(fault)}`} onClick={() => act(takeBack(fault))}>
                Clear
              </button>
            </li>
          ))}
        </ul>
      )}
      <button disabled={armed.length === 0} onClick={() => act(control.faults.clear())}>
        Clear all
      </button>
    </div>
  );
}

function FunctionFaults() {
  const functions = useWorkbench((state) => state.functions);
  const { faults } = control;
  if (functions.length === 0) return <p className="hint">This project has no cloud functions.</p>;
  const which = <ChoiceField name="function" label="Function" options={functions} />;
  return (
    <fieldset>
      <legend>Functions</legend>
      <FaultForm
        label="Kill"
        onArm={(fields, times) =>
          faults.killFunction(text(fields, 'function'), times, { afterDatabaseCalls: number(fields, 'calls') })
        }
      >
        {which}
        <NumberField name="calls" label="after" unit="db calls" initial={1} />
      </FaultForm>
      <FaultForm
        label="Delay"
        onArm={(fields, times) => faults.delayFunction(text(fields, 'function'), number(fields, 'ms'), times)}
      >
        {which}
        <NumberField name="ms" label="by" unit="ms" initial={5000} />
      </FaultForm>
      <FaultForm
        label="Deliver twice"
        onArm={(fields, times) =>
          faults.duplicateCall(text(fields, 'function'), times, { afterMs: number(fields, 'ms') })
        }
      >
        {which}
        <NumberField name="ms" label="again after" unit="ms (clock)" initial={0} />
      </FaultForm>
    </fieldset>
  );
}

function DatabaseFaults() {
  const functions = useWorkbench((state) => state.functions);
  const { faults } = control;
  return (
    <fieldset>
      <legend>Database</legend>
      <FaultForm label="Slow database" onArm={(fields, times) => faults.delayDatabase(number(fields, 'ms'), times)}>
        <NumberField name="ms" label="by" unit="ms" initial={2000} />
      </FaultForm>
      <FaultForm label="Busy database" onArm={(_fields, times) => faults.databaseBusy(times)} />
      <FaultForm
        label="Lose the answer"
        onArm={(fields, times) => {
          const name = text(fields, 'function');
          const action = text(fields, 'action') as DatabaseAction | '';
          return faults.loseAnswer({ ...(name && { function: name }), ...(action && { action }) }, times);
        }}
      >
        <ChoiceField name="action" label="Action" options={ACTIONS} any="any write" />
        <ChoiceField name="function" label="Function" options={functions} any="any function" />
      </FaultForm>
    </fieldset>
  );
}

function CloudCallFaults() {
  const list = useId();
  const { faults } = control;
  const which = (
    <label>
      <span className="unseen">Cloud call</span>
      <input name="call" required list={list} defaultValue={CLOUD_CALLS[1]} className="cloud-call" />
    </label>
  );
  return (
    <fieldset>
      <legend>Cloud calls (openapi)</legend>
      <datalist id={list}>
        {CLOUD_CALLS.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <FaultForm
        label="Fail a call"
        onArm={(fields, times) => faults.failOpenApi(text(fields, 'call'), number(fields, 'errcode'), times)}
      >
        {which}
        <NumberField name="errcode" label="errcode" initial={-1} min={-100_000_000} />
      </FaultForm>
      <FaultForm
        label="Slow call"
        onArm={(fields, times) => {
          const when = text(fields, 'when') === 'after' ? 'after' : 'before';
          return faults.delayOpenApi(text(fields, 'call'), number(fields, 'ms'), times, when);
        }}
      >
        {which}
        <NumberField name="ms" label="by" unit="ms" initial={5000} />
        <ChoiceField name="when" label="When" options={['before', 'after']} />
      </FaultForm>
      <RateLimit />
    </fieldset>
  );
}
