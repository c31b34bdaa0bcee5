import type { ActivityCard } from '../../../cloud/contract/contract';
import type { CallFunction } from '../../wechat/call-function';
import { failed, pending, type AsyncState } from '../async-state';
import { isFresh, type KeptCard } from './card';

export interface CardPorts {
  readonly callFunction: CallFunction;
  /** Ms since the epoch. */
  readonly now: () => number;
  /** Whether cards can follow the walk, as far as is known. */
  readonly isOpen: () => boolean;
  readonly show: (card: AsyncState<ActivityCard>) => void;
}

export interface CardKeeper {
  readonly kept: () => KeptCard | undefined;
  /** Gets an id, unless there is no better one than that which is there. */
  readonly prepare: () => Promise<void>;
  /** The same as time goes by: not again within half a minute, whatever came of it. */
  readonly renew: () => Promise<void>;
  readonly reset: () => void;
}

const AGAIN_MS = 30_000;

/** Gets the ids for a walk's cards, one call at a time. Errors are shown; nothing throws. */
export function createCardKeeper(activity: string, { callFunction, now, isOpen, show }: CardPorts): CardKeeper {
  let state: AsyncState<ActivityCard> = { status: 'idle' };
  let kept: KeptCard | undefined;
  let request: Promise<void> | undefined;
  /** Counts what was started, so that a late answer knows that it is late. */
  let started = 0;
  let askedAt = -Infinity;

  const set = (next: AsyncState<ActivityCard>): void => show((state = next));

  const ask = async (): Promise<void> => {
    const mine = (started += 1);
    askedAt = now();
    set(pending(state));
    try {
      const card = await callFunction('activity', 'card', { activity });
      if (mine !== started) return;
      kept = { card, at: now() };
      set({ status: 'success', data: card, updatedAt: kept.at });
    } catch (error) {
      if (mine === started) set(failed(state, error));
    }
  };

  const prepare = (): Promise<void> => {
    if (request !== undefined) return request;
    if (!isOpen() || isFresh(kept, now())) return Promise.resolve();
    return (request = ask().finally(() => (request = undefined)));
  };

  return {
    kept: () => kept,
    prepare,
    renew: () => (Math.abs(now() - askedAt) < AGAIN_MS ? Promise.resolve() : prepare()),
    reset() {
      started += 1;
      askedAt = -Infinity;
      state = { status: 'idle' };
      kept = request = undefined;
    },
  };
}
