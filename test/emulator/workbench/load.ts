/** Reads what the workbench shows, all at first and then whatever a push says has changed. */
import { watchChanges } from '../control/client';
import type { Change } from '../control/types';
import { control } from './control';
import { newest } from './newest';
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
      set({ calls: [...get().calls, change.record].slice(-KEPT_CALLS) });
      return loadDatabase();
    case 'phone':
      return addPhoneEvent(change.phoneId, change.event) ? undefined : loadPhone();
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

const loadProject = newest(
  () => Promise.all([control.info(), control.app.get(), control.functions.list()]),
  ([info, app, functions]) => set({ info, app, functions }),
);

/** The first phone that a browser shows; one is made where there is none. Consents go with whoever holds it. */
const loadPhone = newest(
  async () => {
    const phones = await control.phones.list();
    const phone = phones.find(({ host }) => host === 'browser') ?? (await control.phones.open({ host: 'browser' }));
    return { phone, consents: await control.consents.get(phone.openid) };
  },
  (state) => set(state),
);

/** Declarations, consents, billing and content checks are the platform's too, and are announced with its users. */
const loadUsers = newest(
  async () => {
    const [users, app, billing, checks] = await Promise.all([
      control.users.list(),
      control.app.get(),
      control.app.phoneBilling(),
      control.contentChecks.list(),
      loadPhone(),
    ]);
    return { users, app, billing, checks };
  },
  (state) => set(state),
);

const loadClock = newest(
  () => control.clock.get(),
  (clock) => set({ clock }),
);

const loadCalls = newest(
  () => control.functions.calls(),
  (calls) => set({ calls }),
);

export const loadRecords = newest(
  async () => {
    const { phone } = get();
    return phone && control.phones.records(phone.id);
  },
  (records) => set({ records }),
);

export const loadDatabase = newest(
  async () => {
    const collections = await control.database.collections();
    const chosen = get().collection;
    const collection = chosen !== undefined && collections.includes(chosen) ? chosen : collections[0];
    const documents = collection === undefined ? [] : await control.database.documents(collection);
    return { collections, collection, documents };
  },
  (state) => set(state),
);

function run(work: () => Promise<void>): void {
  work().catch((error: unknown) => notify(error));
}
