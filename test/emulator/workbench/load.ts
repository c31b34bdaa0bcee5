/** Reads what the workbench shows, all at first and then whatever a push says has changed. */
import { watchChanges } from '../control/client';
import type { Change } from '../control/types';
import { control } from './control';
import { notify } from './notice';
import { addPhoneEvent } from './phone-events';
import { useWorkbench } from './store';

const set = useWorkbench.setState;
const get = useWorkbench.getState;

const KEPT_CALLS = 500;

/** Fills the store and keeps it true; returns what ends that. */
export function startLoading(): () => void {
  return watchChanges(window.location.origin, (change) => run(() => take(change)), {
    onOpen() {
      set({ connected: true });
      run(loadAll);
    },
    onClose: () => set({ connected: false }),
  });
}

async function loadAll(): Promise<void> {
  await loadPhone();
  await Promise.all([loadProject(), loadUsers(), loadClock(), loadCalls(), loadRecords(), loadDatabase()]);
}

async function take(change: Change): Promise<void> {
  switch (change.topic) {
    case 'call':
      return set({ calls: [...get().calls, change.record].slice(-KEPT_CALLS) });
    case 'phone':
      return addPhoneEvent(change.phoneId, change.event);
    case 'users':
      return loadUsers();
    case 'clock':
      return loadClock();
    case 'phones':
      return loadPhone();
    case 'project':
    case 'functions':
      return loadProject();
    case 'database':
      return loadDatabase();
  }
}

async function loadProject(): Promise<void> {
  const [info, app, functions] = await Promise.all([control.info(), control.app.get(), control.functions.list()]);
  set({ info, app, functions });
}

/** The first phone that a browser shows; one is made where there is none. */
async function loadPhone(): Promise<void> {
  const phones = await control.phones.list();
  const phone = phones.find(({ host }) => host === 'browser') ?? (await control.phones.open({ host: 'browser' }));
  const before = get().phone;
  set({ phone });
  if (before?.openid !== phone.openid) await loadConsents();
}

/** Declarations are the platform's too, and are announced with it. */
async function loadUsers(): Promise<void> {
  const [users, app] = await Promise.all([control.users.list(), control.app.get()]);
  set({ users, app });
  await loadConsents();
}

async function loadConsents(): Promise<void> {
  const { phone } = get();
  if (phone === undefined) return;
  const consents = await control.consents.get(phone.openid);
  if (get().phone?.openid === phone.openid) set({ consents });
}

async function loadClock(): Promise<void> {
  set({ clock: await control.clock.get() });
}

async function loadCalls(): Promise<void> {
  set({ calls: await control.functions.calls() });
}

export async function loadRecords(): Promise<void> {
  const { phone } = get();
  if (phone !== undefined) set({ records: await control.phones.records(phone.id) });
}

export async function loadDatabase(): Promise<void> {
  const collections = await control.database.collections();
  const chosen = get().collection;
  const collection = chosen !== undefined && collections.includes(chosen) ? chosen : collections[0];
  const documents = collection === undefined ? [] : await control.database.documents(collection);
  set({ collections, collection, documents });
}

function run(work: () => Promise<void>): void {
  work().catch((error: unknown) => notify(error));
}
