import type { AsyncState } from '../hooks/async-state';

/** Above a list that is there: says quietly where it is not the newest. */
export const listTitle = (title: string, state: AsyncState<unknown>): string =>
  state.status === 'error' ? `${title} · 没有更新` : title;
