import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ActivityCard, ActivityDetail } from '../../../cloud/contract/contract';
import type { CallFunction } from '../../wechat/call-function';
import { OpenDataError } from '../../wechat/open-data-error';
import type { Updatable } from '../../wechat/share-menu';
import { failed, pending, type AsyncState } from '../async-state';
import { cardUntil, updatableOf } from './card';
import { createCardKeeper } from './keep-card';
import { merged } from './merged';
import { isGranted, isIn, predict, type Wish } from './predict';

export interface ActivityPorts {
  readonly callFunction: CallFunction;
  /** The walk belongs in the person's list, or did until now. */
  readonly mine: () => void;
  /** The cloud keeps no phone number of the person, whatever this phone knows. */
  readonly phoneMissing: () => void;
  /** Ms since the epoch. */
  readonly now: () => number;
}

export type Change = Wish | 'start' | 'cancel';

type WalkState = ActivityDetail['state'];

export interface ActivityState {
  /** While a change is on its way `data` is what it will probably lead to. */
  readonly activity: AsyncState<ActivityDetail>;
  /** What is being changed: one thing at a time. */
  readonly changing: Change | undefined;
  readonly card: AsyncState<ActivityCard>;
  /** Until when a card that is shared now follows, ms since the epoch by the phone's clock; undefined: there is none. */
  readonly cardUntil: number | undefined;
  /** For `useShare`: undefined: an ordinary card; null: nothing to share yet. */
  readonly updatable: Updatable | null | undefined;
}

export interface ActivityActions {
  /** For a page that is shown: reads the walk, unless it came just now, and gets a card ready. */
  readonly load: () => Promise<void>;
  /** Reads the walk. */
  readonly refresh: () => Promise<void>;
  /** Takes a place, or the next one in the waiting list: at once on the screen, then as the cloud says. */
  readonly join: () => Promise<void>;
  /** Gives the place back, likewise. */
  readonly leave: () => Promise<void>;
  /** The organizer starts it now. */
  readonly start: () => Promise<void>;
  /** The organizer calls it off, or ends it where it has started. */
  readonly cancel: () => Promise<void>;
  /** Does again what failed: the same change, never a second one; else reads the walk. */
  readonly retry: () => Promise<void>;
  /** Gets an id for a card, unless there is no better one than that which is there. */
  readonly prepareCard: () => Promise<void>;
  /** The same for a page that stays in front, as time goes by: at most twice a minute, whatever happens. */
  readonly keepCard: () => Promise<void>;
  /**
   * A card has perhaps been sent: the cloud tells it anew what is stored. Nobody waits for it; where the cloud cannot be
   * reached it is done again with each load or refresh, until it has heard.
   */
  readonly shared: () => Promise<void>;
}

export interface ActivityStore extends ActivityActions, Omit<StoreApi<ActivityState>, 'setState'> {
  /** Takes a walk that came by another call. */
  readonly receive: (walk: ActivityDetail) => void;
  readonly reset: () => void;
}

const JUST_NOW_MS = 5_000;

const unknown: ActivityState = {
  activity: { status: 'idle' },
  changing: undefined,
  card: { status: 'idle' },
  cardUntil: undefined,
  updatable: null,
};

const outcomes: Readonly<Record<'start' | 'cancel', readonly WalkState[]>> = {
  start: ['started'],
  cancel: ['cancelled', 'ended'],
};

/** One walk outside React. Errors are in the state; no action throws. */
export function createActivityStore(activity: string, ports: ActivityPorts): ActivityStore {
  const { callFunction, now } = ports;
  const { subscribe, getState, getInitialState, setState } = createStore<ActivityState>(() => unknown);
  /** The newest that the cloud has answered. */
  let known: ActivityDetail | undefined;
  /** What is on its way; a refresh meanwhile shares it, since every answer is the walk. */
  let request: Promise<void> | undefined;
  /** Counts what was started, so that a late answer knows that it is late. */
  let started = 0;
  /** A change whose answer got lost, for its turn alone. */
  let lost: (() => Promise<void>) | undefined;
  /** The cloud did not hear of a card that was sent. */
  let isUntold = false;

  const cards = createCardKeeper(activity, {
    callFunction,
    now,
    isOpen: () => activity !== '' && (known === undefined || known.state === 'open'),
    show: (card) => setState({ card, cardUntil: cardUntil(cards.kept()), updatable: updatable() }),
  });
  const updatable = () => updatableOf(known, cards.kept(), now());

  const show = (state: AsyncState<ActivityDetail>, changing: Change | undefined): void =>
    setState({ activity: state, changing, updatable: updatable() });

  const detail = (): Promise<ActivityDetail> => callFunction('activity', 'detail', { activity });

  const take = (walk: ActivityDetail, keepNews = true): void => {
    const was = known !== undefined && isIn(known);
    known = merged(known, walk, keepNews);
    if (was || isIn(known) || known.organizer) ports.mine();
    show({ status: 'success', data: known, updatedAt: now() }, undefined);
  };

  const fail = (reason: unknown): void => {
    const error = OpenDataError.from(reason);
    if (error.code === 'activity-missing') known = undefined;
    if (error.code === 'phone-needed') ports.phoneMissing();
    show(failed(known ? { status: 'pending', data: known } : { status: 'idle' }, error), undefined);
  };

  const run = (work: () => Promise<ActivityDetail>, keepNews?: boolean): Promise<void> => {
    const mine = (started += 1);
    lost = undefined;
    const running: Promise<void> = work()
      .then(
        (walk) => (mine === started ? take(walk, keepNews) : undefined),
        (reason: unknown) => (mine === started ? fail(reason) : undefined),
      )
      .finally(() => {
        if (request === running) request = undefined;
      });
    return (request = running);
  };

  const read = (keepNews?: boolean): Promise<void> => {
    // Nobody knows which walk.
    if (activity === '') return Promise.resolve();
    if (request !== undefined) return request;
    show(pending(getState().activity), undefined);
    return run(detail, keepNews);
  };

  /** Where a change failed the screen shows what is true now, if that can be had. */
  const lookAfter = async (reason: unknown): Promise<void> => {
    if (OpenDataError.from(reason).code === 'activity-missing') return;
    const mine = started;
    try {
      const walk = await detail();
      if (mine === started) known = merged(known, walk, true);
    } catch (error) {
      console.warn('useActivity: the walk could not be read after a change that failed', error);
    }
  };

  /** One change; whatever else was asked before has no say any more. */
  const change = (kind: Change, shown: ActivityDetail, work: () => Promise<ActivityDetail>): Promise<void> => {
    show({ status: 'pending', data: shown }, kind);
    return run(work);
  };

  const wish = async (kind: Wish): Promise<void> => {
    if (getState().changing !== undefined) return request;
    if (known === undefined || isGranted(known, kind)) return;
    await attempt(kind, known, known.turn, false);
  };

  const attempt = async (kind: Wish, before: ActivityDetail, turn: number, again: boolean): Promise<void> => {
    let sent = turn;
    const send = () => callFunction('activity', kind, { activity, turn: sent });
    await change(kind, predict(before, kind), async () => {
      try {
        const walk = await send();
        if (isGranted(walk, kind) || walk.turn === sent || again) return walk;
        // Another phone of theirs was faster: this tap is a new wish, in the turn that it is now.
        sent = walk.turn;
        return await send();
      } catch (reason) {
        await lookAfter(reason);
        const done = known !== undefined && known.turn > sent && isGranted(known, kind);
        if (known !== undefined && done) return known;
        throw reason;
      }
    });
    const { activity: state } = getState();
    if (state.status === 'error' && state.error.retryable && state.data) {
      const walk = state.data;
      // The turn that was sent last: if that one has come through after all, this one does nothing.
      lost = () => attempt(kind, walk, sent, true);
    }
    // `join` and `leave` answer no names.
    if (state.status === 'success' && (isIn(state.data) || state.data.organizer)) void read();
  };

  const conduct = async (kind: 'start' | 'cancel'): Promise<void> => {
    if (getState().changing !== undefined) return request;
    if (known === undefined) return;
    await change(kind, known, async () => {
      try {
        return await callFunction('activity', kind, { activity });
      } catch (reason) {
        await lookAfter(reason);
        // Done, and only the answer got lost.
        if (known !== undefined && outcomes[kind].includes(known.state)) return known;
        throw reason;
      }
    });
    const { activity: state } = getState();
    if (state.status === 'error' && state.error.retryable) lost = () => conduct(kind);
  };

  const tellShared = async (): Promise<void> => {
    isUntold = false;
    try {
      await callFunction('activity', 'shared', { activity });
    } catch (error) {
      isUntold = OpenDataError.from(error).retryable;
      console.warn('useActivity: the cards were not told anew after sharing', error);
    }
  };

  return {
    subscribe,
    getState,
    getInitialState,
    prepareCard: cards.prepare,
    keepCard() {
      // What has expired while nobody looked can be shared no longer.
      if (getState().updatable && updatable() === null) setState({ updatable: null });
      return cards.renew();
    },
    shared: tellShared,
    refresh() {
      if (isUntold) void tellShared();
      return read();
    },
    join: () => wish('join'),
    leave: () => wish('leave'),
    start: () => conduct('start'),
    cancel: () => conduct('cancel'),
    retry: () => (getState().changing === undefined && lost ? lost() : read()),
    receive: (walk) => {
      started += 1;
      request = undefined;
      take(walk);
    },

    async load() {
      const { activity: state } = getState();
      if (isUntold) void tellShared();
      const justNow = state.status === 'success' && Math.abs(now() - state.updatedAt) < JUST_NOW_MS;
      await Promise.all([justNow ? request : read(false), cards.prepare()]);
    },

    reset() {
      started += 1;
      known = request = lost = undefined;
      isUntold = false;
      cards.reset();
      setState(unknown);
    },
  };
}
