import { useState, type FormEvent, type ReactNode } from 'react';
import { act } from '../actions';

interface FaultFormProps {
  readonly label: string;
  /** Arms the fault for the next `times` cases. */
  readonly onArm: (fields: FormData, times: number) => Promise<void>;
  readonly children?: ReactNode;
}

/** One kind of fault: its fields, how often, and a button. */
export function FaultForm({ label, onArm, children }: FaultFormProps) {
  const [times, setTimes] = useState(1);
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    act(onArm(new FormData(event.currentTarget), times));
  }
  return (
    <form className="row fault" aria-label={label} onSubmit={submit}>
      <strong>{label}</strong>
      {children}
      <span className="fault-end">
        <label>
          <span aria-hidden="true">×</span>
          <span className="unseen">Times</span>
          <input type="number" min={1} value={times} onChange={({ target }) => setTimes(Number(target.value))} />
        </label>
        <button type="submit">Arm</button>
      </span>
    </form>
  );
}

interface NumberFieldProps {
  readonly name: string;
  readonly label: string;
  readonly unit?: string;
  readonly initial: number;
  readonly min?: number;
}

export function NumberField({ name, label, unit, initial, min = 0 }: NumberFieldProps) {
  return (
    <label>
      <span className="hint">{label}</span>{' '}
      <input name={name} type="number" required min={min} defaultValue={initial} />{' '}
      {unit !== undefined && <span className="hint">{unit}</span>}
    </label>
  );
}

interface ChoiceFieldProps {
  readonly name: string;
  readonly label: string;
  readonly options: readonly string[];
  /** What '' is called, where it can be chosen. */
  readonly any?: string;
}

export function ChoiceField({ name, label, options, any }: ChoiceFieldProps) {
  return (
    <label>
      <span className="unseen">{label}</span>
      <select name={name}>
        {any !== undefined && <option value="">{any}</option>}
        {options.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    </label>
  );
}

/** The text of a field; '' where it is absent. */
export function text(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

export const number = (fields: FormData, name: string): number => Number(text(fields, name));
