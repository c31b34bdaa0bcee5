/** What the contract must and must not let through: checked by `tsc`, never run. */
import type { ClientInput, ErrorOf, FunctionName, Output, Route, ServerInput } from '../../../cloud/contract/contract';
import type { CloudID, PhoneData, Resolved, Unresolved, WeRunData } from '../../../cloud/contract/cloud-id';
import type { WithoutCloudID } from '../../../cloud/contract/call-types';

declare function send<F extends FunctionName, R extends Route<F>>(
  name: F,
  route: R,
  input: ClientInput<F, R>,
): Output<F, R>;
declare const werun: CloudID<WeRunData>;
declare const phone: CloudID<PhoneData>;
declare const group: CloudID<{ readonly openGId: string }>;
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Expect<T extends true> = T;

// A CloudID at the top is what the call takes.
send('opendata', 'weRun', { werun }).days[0]?.steps.toFixed();
send('opendata', 'steps', {}).days[0]?.date.slice();

// @ts-expect-error a nested CloudID is never replaced by WeChat
send('opendata', 'weRun', { werun: { nested: werun } });
// @ts-expect-error nor one in a list
send('opendata', 'weRun', { werun: [werun] });
// @ts-expect-error the plain text of a CloudID is not one
send('opendata', 'weRun', { werun: 'cloudID' });
// @ts-expect-error open data of another kind
send('opendata', 'weRun', { werun: group });
// @ts-expect-error missing
send('opendata', 'weRun', {});
// @ts-expect-error surplus
send('opendata', 'steps', { werun });
// @ts-expect-error the openid comes from WeChat, never from input
send('opendata', 'weRun', { werun, openid: 'o' });
// @ts-expect-error no such route
send('opendata', 'constructor', {});
// @ts-expect-error no such function
send('nothing', 'weRun', {});
// @ts-expect-error answers are read only
send('opendata', 'steps', {}).days satisfies unknown[];

// A phone number goes by its code or by its CloudID, and never as what the phone says it is.
send('me', 'phoneByCode', { code: 'code' }).phone.countryCode satisfies string;
send('me', 'phoneByCloudID', { phone }).phone.purePhoneNumber.slice();
// @ts-expect-error the code is no CloudID
send('me', 'phoneByCode', { code: phone });
// @ts-expect-error a number that the phone read itself
send('me', 'phoneByCloudID', { phone: { purePhoneNumber: '13800138000' } });
// @ts-expect-error steps are no phone number
send('me', 'phoneByCloudID', { phone: werun });
// @ts-expect-error there may be none
send('me', 'phone', {}).phone.phoneNumber.slice();

// However deep, and whatever the field is declared as.
declare const anything: WithoutCloudID<{ note: unknown; list: { id: typeof werun }[] }>;
// @ts-expect-error a CloudID is not JSON
anything.note satisfies typeof werun;
// @ts-expect-error nor can one be put where any JSON may stand
({ note: { deep: werun }, list: [] }) satisfies WithoutCloudID<{ note: unknown; list: string[] }>;

/** Each is true, or it does not compile. */
export type Cases = [
  Expect<Equal<ServerInput<'opendata', 'weRun'>['werun'], Resolved<WeRunData> | Unresolved>>,
  Expect<Equal<Route<'opendata'>, 'weRun' | 'steps'>>,
  Expect<Equal<Extract<ErrorOf<'opendata', 'steps'>, 'cloudid-expired'>, never>>,
  Expect<Equal<Extract<ErrorOf<'opendata', 'weRun'>, 'cloudid-expired'>, 'cloudid-expired'>>,
  Expect<Equal<(typeof anything)['list'][number]['id'], never>>,
];
