import { OpenDataError } from '../wechat/open-data-error';

/** Where something asked for stands; each member carries only what is true in it. `data` elsewhere is an older answer. */
export type AsyncState<T> =
  | { readonly status: 'idle' }
  | { readonly status: 'pending'; readonly data?: T }
  /** `updatedAt`: ms since the epoch, by the phone's clock. */
  | { readonly status: 'success'; readonly data: T; readonly updatedAt: number }
  | { readonly status: 'error'; readonly error: OpenDataError; readonly data?: T };

/** The newest answer there is, whatever has happened since. */
export const dataOf = <T>(state: AsyncState<T>): T | undefined => (state.status === 'idle' ? undefined : state.data);

/** Asked again: an answer that was there stays on the screen. */
export const pending = <T>(before: AsyncState<T>): AsyncState<T> => ({ status: 'pending', ...kept(before) });

export const failed = <T>(before: AsyncState<T>, reason: unknown): AsyncState<T> => ({
  status: 'error',
  error: OpenDataError.from(reason),
  ...kept(before),
});

function kept<T>(before: AsyncState<T>): { readonly data?: T } {
  const data = dataOf(before);
  return data === undefined ? {} : { data };
}
