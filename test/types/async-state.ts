/** A state carries only what is true in it. The type check (`npm run types`) reads this file; nothing runs it. */
import type { AsyncState, Day, Steps } from '../../src/hooks/useWeRun';
import type { OpenDataError } from '../../src/wechat/open-data-error';

declare const state: AsyncState<Steps>;
declare const steps: Steps;
declare const error: OpenDataError;

// @ts-expect-error the data is not known before the status is
export const tooEarly: unknown = state.data;

export function read(): void {
  if (state.status === 'success') {
    const days: Steps['days'] = state.data.days;
    const updatedAt: number = state.updatedAt;
    void [days, updatedAt];
  }
  if (state.status === 'error') {
    const { recover } = state.error;
    // @ts-expect-error 'reload' is no way out
    void (recover === 'reload');
    // @ts-expect-error the last answer may be missing
    const days: Steps['days'] = state.data.days;
    void days;
  }
}

// @ts-expect-error success without its data
export const empty: AsyncState<Steps> = { status: 'success', updatedAt: 0 };
// @ts-expect-error idle has nothing to show
export const full: AsyncState<Steps> = { status: 'idle', data: steps };
// @ts-expect-error pending has not failed
export const both: AsyncState<Steps> = { status: 'pending', error };
// @ts-expect-error days cannot be changed by who reads them
export const mine: Day[] = steps.days;
