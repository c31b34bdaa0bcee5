export { consentStore, useConsent, usePrivacyQuestion, type PrivacyQuestion, type UseConsent } from './useConsent';
export {
  createConsentStore,
  type ConsentActions,
  type ConsentPorts,
  type Consents,
  type ConsentState,
  type ConsentStore,
} from './store';
