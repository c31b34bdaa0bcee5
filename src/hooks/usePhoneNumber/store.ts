import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Phone } from '../../../cloud/contract/contract';
import type { CallFunction } from '../../wechat/call-function';
import { OpenDataError } from '../../wechat/open-data-error';
import type { PhoneProof } from '../../wechat/phone-number';
import { failed, pending, type AsyncState } from '../async-state';
import { redeem } from './redeem';

export interface PhoneNumberState {
  readonly state: AsyncState<Phone>;
  /** Whether it is known if the cloud keeps a number. Until then WeChat is not asked: each of its answers costs money. */
  readonly looked: boolean;
  /** Whether the person has yet to agree to the privacy guideline, which the button then asks for with the same tap. */
  readonly needsPrivacy: boolean;
  /** Whether what failed can be done again without a new tap on WeChat's button. */
  readonly repeatable: boolean;
}

export interface PhoneNumberPorts {
  /** Reads what a phone number button gave; throws why it gave nothing. */
  readonly readPhoneNumber: (detail: unknown) => PhoneProof;
  readonly callFunction: CallFunction;
  /** Whether the person has yet to agree to the privacy guideline. */
  readonly privacyNeeded: () => Promise<boolean>;
  /** Ms since the epoch. */
  readonly now: () => number;
}

export interface PhoneNumberActions {
  /** Reads the number that the cloud keeps, once. Asks WeChat nothing and costs nothing. */
  readonly restore: () => Promise<void>;
  /** `detail` of the button's event. */
  readonly receive: (detail: unknown) => Promise<void>;
  /** Deletes the number, in the cloud and here. */
  readonly forget: () => Promise<void>;
  /** Does again what failed, where that needs no new tap on WeChat's button. */
  readonly recover: () => Promise<void>;
}

export interface PhoneNumberStore extends PhoneNumberActions, Omit<StoreApi<PhoneNumberState>, 'setState'> {
  /** The cloud has forgotten the number, so this forgets it too. */
  readonly reset: () => void;
}

const unknown: PhoneNumberState = { state: { status: 'idle' }, looked: false, needsPrivacy: false, repeatable: false };

/** The phone number outside React. Errors are in the state; no action throws. */
export function createPhoneNumberStore(ports: PhoneNumberPorts): PhoneNumberStore {
  const { subscribe, getState, getInitialState, setState } = createStore<PhoneNumberState>(() => unknown);
  /** Counts what was started, so that a late answer knows that it is late. */
  let turn = 0;
  let restoring: Promise<void> | undefined;
  let again: () => Promise<void> = () => Promise.resolve();

  /** Does `work`, and takes its outcome unless something newer was started meanwhile. */
  const run = async (work: Work, mayRepeat: (error: OpenDataError) => boolean): Promise<void> => {
    const mine = (turn += 1);
    setState({ state: pending(getState().state), repeatable: false });
    try {
      const outcome = await work();
      if (mine === turn) setState(outcome);
    } catch (reason) {
      if (mine !== turn) return;
      const error = OpenDataError.from(reason);
      again = () => run(work, mayRepeat);
      setState({ state: failed(getState().state, error), repeatable: error.recover === 'retry' && mayRepeat(error) });
      if (error.code === 'privacy-denied') setState({ needsPrivacy: true });
    }
  };

  const known = (phone: Phone): AsyncState<Phone> => ({ status: 'success', data: phone, updatedAt: ports.now() });

  const look: Work = async () => {
    const [{ phone }, needsPrivacy] = await Promise.all([ports.callFunction('me', 'phone', {}), ports.privacyNeeded()]);
    return { state: phone ? known(phone) : { status: 'idle' }, looked: true, needsPrivacy };
  };

  const forgetInCloud: Work = async () => {
    await ports.callFunction('me', 'forgetPhone', {});
    return { state: { status: 'idle' }, looked: true };
  };

  return {
    subscribe,
    getState,
    getInitialState,

    restore() {
      const { looked, repeatable } = getState();
      if (looked || repeatable) return Promise.resolve();
      return (restoring ??= run(look, () => true).finally(() => (restoring = undefined)));
    },

    async receive(detail) {
      const at = ports.now();
      const open: Work = async () => {
        const taken = { proof: ports.readPhoneNumber(detail), at };
        return { state: known(await redeem(ports.callFunction, taken, ports.now())), looked: true };
      };
      // One that the cloud refused is not sent again, one that got lost on the way is.
      await run(open, ({ retryable }) => retryable);
      if (getState().needsPrivacy) setState({ needsPrivacy: await ports.privacyNeeded() });
    },

    forget: () => run(forgetInCloud, () => true),
    recover: () => (getState().repeatable ? again() : Promise.resolve()),

    reset() {
      turn += 1;
      setState({ state: { status: 'idle' }, looked: true, repeatable: false });
    },
  };
}

type Work = () => Promise<Partial<PhoneNumberState>>;
