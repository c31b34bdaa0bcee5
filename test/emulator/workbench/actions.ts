/** What a developer can do to the local WeChat from its page. The answer arrives in the store by the pushed change. */
import type { Suggestion } from '../wechat/content/types';
import type { PhoneNumber, User } from '../wechat/types';
import type { Client } from '../phone/bridge';
import { control } from './control';
import { loadDatabase, loadPhone, loadRecords } from './load';
import { notify } from './notice';
import { typedNumber } from './person/typed-number';
import { useWorkbench } from './store';

/** Runs an action; says what went wrong, or `done`. */
export function act(work: Promise<unknown>, done?: string): void {
  work.then(
    () => done !== undefined && notify(done),
    (error: unknown) => notify(error),
  );
}

export async function chooseCollection(collection: string): Promise<void> {
  useWorkbench.setState({ collection });
  await loadDatabase();
}

export async function clearRecords(phoneId: string): Promise<void> {
  await control.phones.clearRecords(phoneId);
  await loadRecords();
}

export async function addUser(nickName: string, phoneId: string): Promise<void> {
  const user = await control.users.create({ nickName });
  await control.phones.switchUser(phoneId, user.openid);
}

/** Whose consents, steps and logs the panels show. */
export async function choosePhone(phoneId: string): Promise<void> {
  const { phone, phones } = useWorkbench.getState();
  const chosen = phones.find(({ id }) => id === phoneId);
  if (chosen === undefined || phone?.id === phoneId) return;
  useWorkbench.setState({ phone: chosen, consents: undefined, records: undefined });
  await Promise.all([loadPhone(), loadRecords()]);
}

/** One more phone beside the others, in the hands of this user. */
export async function openPhone(openid: string): Promise<void> {
  await control.phones.open({ host: 'browser', openid });
}

export async function openPhoneOfNewUser(nickName: string): Promise<void> {
  const { openid } = await control.users.create({ nickName });
  await openPhone(openid);
}

/** @param libraryVersion '' is the newest */
export async function setClient(phoneId: string, platform: Client['platform'], libraryVersion: string): Promise<void> {
  await control.phones.setClient(phoneId, { platform, ...(libraryVersion !== '' && { libraryVersion }) });
}

/** Another number of this user, offered first from now on. */
export async function bindNumber({ openid, phoneNumbers }: User, typed: string): Promise<void> {
  await control.users.update(openid, { phoneNumbers: [typedNumber(typed), ...phoneNumbers] });
}

export async function removeNumber({ openid, phoneNumbers }: User, number: PhoneNumber): Promise<void> {
  await control.users.update(openid, { phoneNumbers: phoneNumbers.filter((other) => other !== number) });
}

/** Pushes every verdict that is still to come, or that of one check, as `suggest` says. */
export async function deliver(...which: [] | [traceId: string, suggest: Suggestion]): Promise<void> {
  const pushed = await control.contentChecks.deliver(...which);
  notify(`${pushed} pushed.`);
}

/** Declares or withdraws one API or scope of the privacy guideline. */
export async function setDeclared(item: string, declared: boolean): Promise<void> {
  const { undeclared } = await control.app.get();
  const others = undeclared.filter((other) => other !== item);
  await control.app.declare({ undeclared: declared ? others : [...others, item] });
}

/** Rejects as the function does. */
export async function fireTimer(name: string): Promise<void> {
  await control.functions.fireTimer(name);
}
