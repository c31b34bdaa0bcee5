import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { getPrivacySetting, onNeedPrivacy, openPrivacyContract } from '../../wechat/privacy';
import { getSetting, openSetting } from '../../wechat/settings';
import { dataOf } from '../async-state';
import { createConsentStore, type ConsentActions, type ConsentState } from './store';

/** One store for the whole app: a question is asked once, whoever waits for its answer. */
export const consentStore = createConsentStore({
  getPrivacySetting,
  openPrivacyContract,
  onNeedPrivacy,
  getSetting,
  openSetting,
  now: Date.now,
});

export type UseConsent = ConsentState & ConsentActions;

/**
 * What the person has agreed to, granted and refused, and the ways to ask and to take it back.
 *
 * @example
 * const { consents, read, openSetting } = useConsent();
 */
export function useConsent(): UseConsent {
  const state = useStore(consentStore);
  const { read, ensurePrivacy, agree, refuse, agreed, readContract, openSetting, recover } = consentStore;
  return { ...state, read, ensurePrivacy, agree, refuse, agreed, readContract, openSetting, recover };
}

/** What a sheet needs that asks for agreement to the privacy guideline. */
export interface PrivacyQuestion {
  /** `《…隐私保护指引》` */
  readonly contractName: string;
  readonly onAgree: (buttonId: string) => void;
  readonly onRefuse: () => void;
  readonly onReadContract: () => void;
}

/**
 * Takes WeChat's privacy question over for the page that calls it. Where there is something to ask it gives what the
 * sheet needs; the page has to show one.
 *
 * @example
 * const question = usePrivacyQuestion();
 * return <>{question && <PrivacySheet {...question} />}</>;
 */
export function usePrivacyQuestion(): PrivacyQuestion | undefined {
  const { consents, asking, front } = useStore(consentStore);
  const [presenter] = useState<object>(() => ({}));
  useEffect(() => consentStore.present(presenter), [presenter]);
  if (asking === undefined || front !== presenter) return undefined;
  return {
    contractName: dataOf(consents)?.privacy.contractName || '《用户隐私保护指引》',
    onAgree: consentStore.agree,
    onRefuse: consentStore.refuse,
    onReadContract: () => void consentStore.readContract(),
  };
}
