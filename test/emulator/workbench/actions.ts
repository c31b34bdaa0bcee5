/** What a developer can do to the local WeChat from its page. The answer arrives in the store by the pushed change. */
import { control } from './control';
import { loadDatabase, loadRecords } from './load';
import { notify } from './notice';
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

/** Declares or withdraws one API or scope of the privacy guideline. */
export async function setDeclared(item: string, declared: boolean): Promise<void> {
  const { undeclared } = await control.app.get();
  const others = undeclared.filter((other) => other !== item);
  await control.app.declare({ undeclared: declared ? others : [...others, item] });
}
