import { act } from '../actions';
import { control } from '../control';
import { useWorkbench } from '../store';

/** How many calls of updatable messages WeChat takes in a minute; then 45009. */
export function RateLimit() {
  const limit = useWorkbench((state) => state.app?.updatableLimit);
  if (limit === undefined) return null;

  function set(text: string): void {
    const updatableLimit = text === '' ? null : Number(text);
    if (updatableLimit !== limit) act(control.app.declare({ updatableLimit }));
  }

  return (
    <label className="row fault">
      <strong>Rate limit</strong>
      <input
        key={limit}
        type="number"
        min={0}
        placeholder="none"
        defaultValue={limit ?? ''}
        onBlur={({ target }) => set(target.value)}
        onKeyDown={({ key, currentTarget }) => key === 'Enter' && currentTarget.blur()}
      />
      <span className="hint">updatable calls a minute</span>
    </label>
  );
}
