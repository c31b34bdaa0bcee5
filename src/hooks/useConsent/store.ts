import { createStore, type StoreApi } from 'zustand/vanilla';
import type { OpenDataError } from '../../wechat/open-data-error';
import type { PrivacyRequest, PrivacySetting } from '../../wechat/privacy';
import type { Scope, Scopes } from '../../wechat/settings';
import { dataOf, failed, pending, type AsyncState } from '../async-state';

/** What the person has said so far. */
export interface Consents {
  readonly privacy: PrivacySetting;
  readonly scopes: Scopes;
}

export interface ConsentState {
  readonly consents: AsyncState<Consents>;
  /** What waits for the person's word on the privacy guideline, as WeChat names it: the sheet is on the screen. */
  readonly asking: string | undefined;
  /** Who presented last: pages below it leave the question to it. */
  readonly front: object | undefined;
}

export interface ConsentPorts {
  readonly getPrivacySetting: () => Promise<PrivacySetting>;
  readonly openPrivacyContract: () => Promise<void>;
  readonly onNeedPrivacy: (listener: (request: PrivacyRequest) => void) => void;
  readonly getSetting: () => Promise<Scopes>;
  readonly openSetting: () => Promise<Scopes>;
  /** Ms since the epoch. */
  readonly now: () => number;
}

export interface ConsentActions {
  /** Reads settings and privacy state. Asks the person nothing. */
  readonly read: () => Promise<void>;
  /**
   * Explains and asks for agreement to the guideline where it is missing; says whether to go on. Where no page shows the
   * sheet it says yes, and WeChat asks by its own popup.
   */
  readonly ensurePrivacy: () => Promise<boolean>;
  /** The person agreed by tapping the button with this id. */
  readonly agree: (buttonId: string) => void;
  readonly refuse: () => void;
  /** The person agreed elsewhere: by a button whose tap is the agreement. */
  readonly agreed: () => void;
  /** Opens the guideline. */
  readonly readContract: () => Promise<void>;
  /** Opens WeChat's permission page. From a tap only. */
  readonly openSetting: () => Promise<void>;
  /** Carries out the way out of an error that has to do with consent; says whether asking again makes sense now. */
  readonly recover: (error: OpenDataError, scope: Scope) => Promise<boolean>;
}

export interface ConsentStore extends ConsentActions, Omit<StoreApi<ConsentState>, 'setState'> {
  /**
   * A sheet is ready to show the question: from here on WeChat leaves it to the app. The last one that presents has
   * WeChat's ear, also where somebody else had registered meanwhile. Gives the function that ends it.
   */
  readonly present: (presenter: object) => () => void;
}

/** Consent outside React: one question at a time, however many APIs wait for its answer. */
export function createConsentStore(ports: ConsentPorts): ConsentStore {
  const { subscribe, getState, getInitialState, setState } = createStore<ConsentState>(() => ({
    consents: { status: 'idle' },
    asking: undefined,
    front: undefined,
  }));
  let waiting: readonly PrivacyRequest[] = [];
  let presenters: readonly object[] = [];
  let turn = 0;

  const set = (consents: AsyncState<Consents>) => setState({ consents });
  const know = (consents: Consents) => set({ status: 'success', data: consents, updatedAt: ports.now() });

  const read = async (): Promise<void> => {
    const mine = (turn += 1);
    set(pending(getState().consents));
    try {
      const [privacy, scopes] = await Promise.all([ports.getPrivacySetting(), ports.getSetting()]);
      if (mine === turn) know({ privacy, scopes });
    } catch (error) {
      if (mine === turn) set(failed(getState().consents, error));
    }
  };

  const ask = (request: PrivacyRequest): void => {
    if (presenters.length === 0) {
      console.warn(
        `useConsent: ${request.referrer} needs agreement to the privacy guideline, and no page shows the sheet`,
      );
      return request.refuse();
    }
    waiting = [...waiting, request];
    setState({ asking: getState().asking ?? request.referrer });
    request.shown();
    if (getState().consents.status === 'idle') void read();
  };

  const answer = (tell: (request: PrivacyRequest) => void): void => {
    const asked = waiting;
    waiting = [];
    setState({ asking: undefined });
    asked.forEach(tell);
  };

  const agreed = (): void => {
    const known = dataOf(getState().consents);
    turn += 1;
    if (known) know({ ...known, privacy: { ...known.privacy, needed: false } });
  };

  /** By the sheet and not by an API that asks, because for 10 s after a refusal WeChat lets those fail without a word. */
  const ensurePrivacy = async (): Promise<boolean> => {
    const { needed } = await ports.getPrivacySetting();
    if (!needed || presenters.length === 0) return true;
    return new Promise((resolve) =>
      ask({ referrer: 'consent', shown: () => undefined, agree: () => resolve(true), refuse: () => resolve(false) }),
    );
  };

  /** Opens a page of WeChat; what it says afterwards is known. A failure is in the state. */
  const visit = async (page: () => Promise<void>): Promise<void> => {
    try {
      await page();
    } catch (error) {
      set(failed(getState().consents, error));
    }
  };

  const openSetting = async (): Promise<Scopes> => {
    const scopes = await ports.openSetting();
    const known = dataOf(getState().consents);
    turn += 1;
    if (known) know({ ...known, scopes });
    return scopes;
  };

  return {
    subscribe,
    getState,
    getInitialState,
    read,
    ensurePrivacy,
    agree(buttonId) {
      answer((request) => request.agree(buttonId));
      agreed();
    },
    refuse: () => answer((request) => request.refuse()),
    agreed,
    readContract: () => visit(ports.openPrivacyContract),
    openSetting: () => visit(async () => void (await openSetting())),

    async recover({ recover }, scope) {
      if (recover === 'open-setting') return (await openSetting())[scope] === true;
      return recover === 'agree-privacy' ? ensurePrivacy() : true;
    },

    present(presenter) {
      const line = (next: readonly object[]): void => {
        presenters = next;
        setState({ front: next[next.length - 1] });
      };
      line([...presenters, presenter]);
      ports.onNeedPrivacy(ask);
      return () => {
        line(presenters.filter((other) => other !== presenter));
        // The page is gone: what waits must not wait for ever.
        if (presenters.length === 0 && waiting.length > 0) answer((request) => request.refuse());
      };
    },
  };
}
