import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ActivityDetail } from '../../../cloud/contract/contract';
import type { CallFunction } from '../../wechat/call-function';
import { OpenDataError } from '../../wechat/open-data-error';
import type { Stored } from '../../wechat/stored';
import { failed, pending, type AsyncState } from '../async-state';
import { faultsOf, newDraft, planOf, readDraft, type Draft, type Faults, type Field } from './draft';

export interface PlanPorts {
  readonly callFunction: CallFunction;
  /** 32 hexadecimal digits that nobody can guess. */
  readonly randomName: () => Promise<string>;
  /** Where the draft outlives the page. */
  readonly stored: Stored;
  /** Takes the walk that was made. */
  readonly receive: (walk: ActivityDetail) => void;
  /** Ms since the epoch. */
  readonly now: () => number;
}

export interface PlanState {
  readonly draft: Draft;
  /** Of what the person has been at; of all fields once they wanted to send. */
  readonly faults: Faults;
  readonly state: AsyncState<ActivityDetail>;
}

export interface PlanActions {
  /** Changes the draft and keeps it on this phone. */
  readonly edit: (change: Partial<Omit<Draft, 'requestId'>>) => void;
  /** The person has left a field: what is wrong with it may be said. */
  readonly leaveField: (field: Field) => void;
  /** Makes the walk, unless something is wrong; answers it. However often it is sent, it is one walk. */
  readonly send: () => Promise<ActivityDetail | undefined>;
}

export type PlanStore = PlanActions & Omit<StoreApi<PlanState>, 'setState'>;

const everyField: readonly Field[] = ['title', 'place', 'meetingPoint', 'start', 'places'];

/** A walk that is being planned for a group, outside React. Errors are in the state; no action throws. */
export function createPlanStore(group: string, ports: PlanPorts): PlanStore {
  const { callFunction, now, stored } = ports;
  const { subscribe, getState, getInitialState, setState } = createStore<PlanState>(() => ({
    draft: readDraft(stored.read(), now()),
    faults: {},
    state: { status: 'idle' },
  }));
  const left = new Set<Field>();
  let sending: Promise<ActivityDetail | undefined> | undefined;

  const faults = (): Faults => {
    const said: { -readonly [F in Field]?: string } = faultsOf(getState().draft, now());
    everyField.filter((field) => !left.has(field)).forEach((field) => delete said[field]);
    return said;
  };
  const keep = (draft: Draft): void => {
    setState({ draft });
    stored.keep(draft);
  };

  const kept = (): Draft => readDraft(stored.read(), 0);
  /** Else it is of another page, opened since, or of nobody any more: that one is not written over. */
  const isKept = (draft: Draft): boolean => isSame(kept(), draft);

  const make = async (): Promise<ActivityDetail> => {
    const { draft } = getState();
    const requestId = draft.requestId ?? (await ports.randomName());
    // Before it is sent: a launch that ends in between sends the same one later.
    keep({ ...getState().draft, requestId });
    try {
      const walk = await callFunction('activity', 'create', { requestId, group, ...planOf(draft) });
      finish(walk);
      return walk;
    } catch (reason) {
      // It made one whose answer got lost, and that is gone since, with all of the person: another tap makes another.
      if (OpenDataError.from(reason).code === 'activity-missing') {
        const { draft: asSent } = getState();
        if (isKept(asSent)) stored.keep(withoutRequest(asSent));
        setState({ draft: withoutRequest(asSent) });
      }
      throw reason;
    }
  };

  /** The draft is done if it is this walk. What was typed since it was sent, now or long ago, stays for another one. */
  const finish = (walk: ActivityDetail): void => {
    left.clear();
    const { draft } = getState();
    const isMine = isKept(draft);
    const typed = withoutRequest(draft);
    const isDone = isSame(walk, planOf(draft));
    setState({ faults: {}, draft: isDone ? newDraft(now()) : typed });
    if (isSame(walk, planOf(kept()))) stored.drop();
    else if (isMine) stored.keep(typed);
    ports.receive(walk);
  };

  const run = async (): Promise<ActivityDetail | undefined> => {
    setState({ state: pending(getState().state) });
    try {
      const walk = await make();
      setState({ state: { status: 'success', data: walk, updatedAt: now() } });
      return walk;
    } catch (reason) {
      setState({ state: failed({ status: 'idle' }, reason) });
      return undefined;
    }
  };

  return {
    subscribe,
    getState,
    getInitialState,

    edit(change) {
      keep({ ...getState().draft, ...change });
      const { state } = getState();
      // What was refused is being mended.
      if (state.status === 'error') setState({ state: { status: 'idle' } });
      // Picked, so there is no field to leave.
      if ('date' in change || 'time' in change) left.add('start');
      setState({ faults: faults() });
    },

    leaveField(field) {
      left.add(field);
      setState({ faults: faults() });
    },

    send() {
      if (sending !== undefined) return sending;
      everyField.forEach((field) => left.add(field));
      setState({ faults: faults() });
      if (Object.keys(getState().faults).length > 0) return Promise.resolve(undefined);
      return (sending = run().finally(() => (sending = undefined)));
    },
  };
}

const withoutRequest = ({ requestId: _used, ...draft }: Draft): Draft => draft;

const isSame = <T extends object>(one: T, other: T): boolean =>
  (Object.keys(other) as (keyof T)[]).every((key) => one[key] === other[key]);
