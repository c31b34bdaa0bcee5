import type { Access } from '../phone/bridge';
import type { Consents } from './consents';
import { fail } from './failure';
import type { Privacy } from './privacy';
import { SCOPES, scopeOf } from './scopes';
import type { AppDeclaration } from './types';

/** An API of privacy that ran without the user's agreement. 104: user-privacy/PrivacyAuthorize.md. */
export const privacyDenied = (api: string) => fail(api, 'privacy permission is not authorized', 104);
/** The user refused the scope. 103: framework/usability/PublicErrno.md "jsapi user authorize denied". */
export const scopeDenied = (api: string) => fail(api, 'auth deny', 103);

export interface AccessState {
  readonly app: AppDeclaration;
  readonly privacy: Privacy;
  readonly consents: Consents;
}

/**
 * Whether `api` may run now, in the order in which WeChat asks: is it declared in the privacy guideline (else errno
 * 112), has the user agreed to the guideline (else 104), then to the scope (else 103).
 * Source: framework/user-privacy/PrivacyAuthorize.md, framework/usability/PublicErrno.md.
 */
export function decideAccess(state: AccessState, openid: string, api: string, scope = scopeOf(api)): Access {
  const { app, privacy, consents } = state;
  const asked = scope === undefined ? undefined : SCOPES[scope];
  if (scope !== undefined && asked === undefined) return { state: 'fail', failure: fail(api, 'invalid scope') };

  const items = scope === undefined ? [api] : [api, scope];
  if (items.some((item) => app.undeclared.includes(item))) {
    return { state: 'fail', failure: fail(api, 'api scope is not declared in the privacy agreement', 112) };
  }
  const agreement = privacy.state(openid, items);
  if (agreement === 'silence') return { state: 'fail', failure: privacyDenied(api) };
  if (agreement === 'ask') return { state: 'privacy', contractName: app.contractName };

  if (scope === undefined || asked === undefined) return { state: 'granted' };
  const answer = consents.of(openid)[scope];
  if (answer === undefined) return { state: 'ask', scope, ...asked };
  return answer ? { state: 'granted' } : { state: 'fail', failure: scopeDenied(api) };
}
