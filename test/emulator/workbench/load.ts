/** Reads what the workbench shows, all at first and then whatever a push says has changed. */
import { watchChanges } from '../control/client';
import type { Change, PhoneInfo } from '../control/types';
import { control } from './control';
import { newest } from './newest';
import { notify } from './notice';
import { oneAtATime } from './one-at-a-time';
import { addPhoneEvent } from './phone-events';
import { useWorkbench, type Talk } from './store';

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
  await Promise.all([
    ...[loadProject(), loadUsers(), loadClock(), loadCalls(), loadRecords(), loadDatabase()],
    ...[loadChats(), loadTimers(), loadFaults()],
  ]);
}

async function take(change: Change): Promise<void> {
  switch (change.topic) {
    case 'call':
      set({ calls: [...get().calls, change.record].slice(-KEPT_CALLS) });
      return all(loadDatabase(), loadTimers(), loadFaults());
    case 'phone':
      return addPhoneEvent(change.phoneId, change.event) ? undefined : loadPhone();
    case 'users':
      return loadUsers();
    case 'chats':
      return loadChats();
    case 'clock':
      return all(loadClock(), loadTimers());
    case 'phones':
      await loadPhone();
      return loadChats();
    case 'project':
    case 'functions':
      return all(loadProject(), loadTimers());
    case 'database':
      return loadDatabase();
    case 'faults':
      return loadFaults();
  }
}

async function all(...loads: readonly Promise<void>[]): Promise<void> {
  await Promise.all(loads);
}

const loadProject = newest(
  () => Promise.all([control.info(), control.app.get(), control.functions.list()]),
  ([info, app, functions]) => set({ info, app, functions }),
);

/** What browsers show; one phone is made where there is none. Consents go with whoever holds the chosen one. */
export const loadPhone = newest(
  async () => {
    const open = (await control.phones.list()).filter(({ host }) => host === 'browser');
    const phones = open.length > 0 ? open : [await control.phones.open({ host: 'browser' })];
    const before = get().phone?.id;
    const phone = phones.find(({ id }) => id === before) ?? phones[0];
    return { phones, phone, consents: phone && (await control.consents.get(phone.openid)) };
  },
  (state) => {
    // Another one was chosen while this was read.
    const chosen = state.phones.find(({ id }) => id === get().phone?.id);
    if (chosen === undefined || chosen.id === state.phone?.id) set(state);
    else set({ phones: state.phones, phone: chosen });
  },
);

/** What each phone's user sees of their chats. Cards carry pictures: a storm of changes is read once. */
export const loadChats = oneAtATime(async () => {
  const { phones } = get();
  const [talks, activities] = await Promise.all([
    Promise.all(phones.map(async (phone) => [phone.id, await talksOn(phone)] as const)),
    control.updatable.list(),
  ]);
  set({ talks: Object.fromEntries(talks), activities });
});

async function talksOn({ openid, client }: PhoneInfo): Promise<readonly Talk[]> {
  const chats = await control.chats.list(openid);
  const read = async (chat: Talk['chat']) => ({
    chat,
    messages: await control.chats.messages(chat.id, openid, client),
  });
  return Promise.all(chats.map(read));
}

const loadTimers = newest(
  () => control.functions.timers(),
  (timers) => set({ timers }),
);

const loadFaults = newest(
  () => control.faults.list(),
  (armed) => set({ armed }),
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
