import { useId } from 'react';
import type { User } from '../../wechat/types';
import { act } from '../actions';
import { control } from '../control';
import { dayInChina } from '../parts/time';
import { useWorkbench } from '../store';

const DAYS = 31;
const DAY_MS = 24 * 60 * 60_000;

/** The 31 days that WeChat would hand out, and a field to walk some more today. */
export function Steps({ user }: { readonly user: User }) {
  const field = useId();
  const offset = useWorkbench((state) => state.clock?.offset ?? 0);
  const now = Date.now() + offset;
  const days = Array.from({ length: DAYS }, (_, index) => dayInChina(now - (DAYS - 1 - index) * DAY_MS));
  const today = dayInChina(now);
  const most = Math.max(1, ...days.map((day) => user.steps[day] ?? 0));
  const total = days.reduce((sum, day) => sum + (user.steps[day] ?? 0), 0);

  function walk(text: string): void {
    const step = Number(text);
    if (text === '' || !Number.isInteger(step) || step < 0 || step === user.steps[today]) return;
    act(control.users.setSteps(user.openid, today, step));
  }

  return (
    <>
      <div className="steps" role="img" aria-label={`${total} steps in ${DAYS} days, at most ${most} a day`}>
        {days.map((day) => {
          const step = user.steps[day] ?? 0;
          return <span key={day} title={`${day}: ${step}`} style={{ blockSize: `${(step / most) * 100}%` }} />;
        })}
      </div>
      <div className="field">
        <label htmlFor={field}>Steps today</label>
        <input
          key={`${user.openid}${today}${user.steps[today] ?? 0}`}
          id={field}
          type="number"
          min={0}
          step={100}
          defaultValue={user.steps[today] ?? 0}
          onBlur={({ target }) => walk(target.value)}
          onKeyDown={({ key, currentTarget }) => key === 'Enter' && walk(currentTarget.value)}
        />
      </div>
    </>
  );
}
