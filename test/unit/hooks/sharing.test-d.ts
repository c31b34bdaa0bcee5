/** What somebody who shares, or asks how a person came in, may and may not write. `tsc` is the test. */
import type { useShare } from '../../../src/hooks/useShare';
import type { Entry } from '../../../src/hooks/useShareTicket';

type Share = Parameters<typeof useShare>[0];

export const ordinary: Share = { page: 'home', title: '同行', path: '/pages/group/index', imageUrl: null };
export const onItsWay: Share = { ...ordinary, updatable: null };

// @ts-expect-error a path of a card begins with a slash
export const relative: Share = { ...ordinary, path: 'pages/group/index' };

// @ts-expect-error what is on the screen goes into no chat by oversight
export const screenshot: Share = { page: 'home', title: '同行', path: '/pages/group/index' };

// @ts-expect-error only pages that are counted share
export const uncounted: Share = { ...ordinary, page: 'me' };

export const groupOf = (entry: Entry): string | undefined => (entry.status === 'group' ? entry.group : undefined);

// @ts-expect-error a group is known in that state alone
export type GroupAnyway = Entry['group'];

// @ts-expect-error and an error in that one
export type ErrorAnyway = Extract<Entry, { readonly status: 'unsupported' }>['error'];
