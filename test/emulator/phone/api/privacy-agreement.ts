/** What the app told `resolve` of onNeedPrivacyAuthorization. `exposed`: its popup is shown, the answer comes later. */
export type Agreement = 'agreed' | 'disagreed' | 'exposed';

/**
 * Reads the argument of `resolve({ event, buttonId })`. `agree` counts only with the id of a button of open-type
 * agreePrivacyAuthorization that the user tapped.
 */
export function parseAgreement(option: unknown, tappedButtons: ReadonlySet<string>): Agreement {
  const { event, buttonId } = Object(option) as { event?: unknown; buttonId?: unknown };
  if (event === 'exposureAuthorization') return 'exposed';
  if (event === 'disagree') return 'disagreed';
  if (event !== 'agree') {
    throw new TypeError(
      `onNeedPrivacyAuthorization: resolve was given event ${JSON.stringify(event)}; WeChat knows 'agree', 'disagree' and 'exposureAuthorization'`,
    );
  }
  if (typeof buttonId === 'string' && tappedButtons.has(buttonId)) return 'agreed';
  throw new Error(
    `onNeedPrivacyAuthorization: resolve({ event: 'agree', buttonId: ${JSON.stringify(buttonId)} }) needs the id of a tapped ` +
      `<button open-type="agreePrivacyAuthorization">; tapped so far: ${[...tappedButtons].join(', ') || 'none'}`,
  );
}
