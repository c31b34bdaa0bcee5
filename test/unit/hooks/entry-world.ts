import type { CloudID, GroupData } from '../../../cloud/contract/cloud-id';
import type { Board } from '../../../cloud/contract/contract';
import {
  createShareTicketStore,
  type ShareTicketPorts,
  type ShareTicketStore,
} from '../../../src/hooks/useShareTicket/store';
import type { EnterOptions } from '../../../src/wechat/enter-options';
import { OpenDataError } from '../../../src/wechat/open-data-error';
import { boardWith } from './boards';
import { last, settle, type Pending } from './pending';

const path = 'pages/group/index';
const entry = (scene: number, more: Partial<EnterOptions> = {}): EnterOptions => ({
  path,
  query: {},
  scene,
  chatType: undefined,
  shareTicket: undefined,
  ...more,
});

/** How WeChat says that a person came in. */
export const entries = {
  desktop: entry(1023, { path: 'pages/home/index' }),
  recent: entry(1089),
  /** A card with a ticket, as Android and iOS report it. */
  android: entry(1044, { chatType: 3, shareTicket: 'ticket-1' }),
  ios: entry(1008, { chatType: 3, shareTicket: 'ticket-1' }),
  another: entry(1044, { chatType: 3, shareTicket: 'ticket-2' }),
  weCom: entry(1044, { chatType: 4, shareTicket: 'ticket-1' }),
  /** Below base library 2.20.0. */
  withoutChatType: entry(1044, { shareTicket: 'ticket-1' }),
  groupWithoutTicket: entry(1008, { chatType: 3 }),
  oldGroupWithoutTicket: entry(1008),
  single: entry(1007, { chatType: 1 }),
  /** iOS says 1044 of a card in a single chat too. UNCONFIRMED, and it must not matter. */
  singleOddScene: entry(1044, { chatType: 1 }),
  oldSingle: entry(1007),
  privateMessage: entry(1044, { chatType: 1, shareTicket: 'ticket-1' }),
} as const;

/** A world in which the test decides how the app is entered, and when WeChat and the cloud answer. */
export class EntryWorld {
  options: EnterOptions = entries.desktop;
  shows = 0;
  isFirstPage = true;
  readonly asked: ({ ticket: string | undefined } & Pending<CloudID<GroupData>>)[] = [];
  readonly calls: ({ route: string; input: object } & Pending<Board>)[] = [];
  readonly received: string[] = [];
  readonly store: ShareTicketStore;

  constructor() {
    this.store = createShareTicketStore({
      getEnterOptions: () => structuredClone(this.options),
      countShows: () => this.shows,
      isFirstPage: () => this.isFirstPage,
      getGroupData: (ticket) => new Promise((resolve, reject) => this.asked.push({ ticket, resolve, reject })),
      callFunction: ((name: string, route: string, input: object) =>
        new Promise<Board>((resolve, reject) =>
          this.calls.push({ route: `${name}/${route}`, input, resolve, reject }),
        )) as unknown as ShareTicketPorts['callFunction'],
      receive: ({ group }) => this.received.push(group),
    });
  }

  get state() {
    return this.store.getState();
  }

  /** The app comes to the front like this, and the page looks. */
  async enter(options: EnterOptions): Promise<void> {
    this.shows += 1;
    await this.showPage(options);
  }

  /** A page looks, without the app having been away. */
  async showPage(options: EnterOptions): Promise<void> {
    this.options = options;
    void this.store.look();
    await settle();
  }

  /** WeChat says which group, by the CloudID `id`. */
  async give(id: string): Promise<void> {
    last(this.asked).resolve(id as unknown as CloudID<GroupData>);
    await settle();
  }

  async refuse(code: OpenDataError['code']): Promise<void> {
    last(this.asked).reject(new OpenDataError(code, code));
    await settle();
  }

  async answer(group: string): Promise<void> {
    last(this.calls).resolve(boardWith({ group }));
    await settle();
  }

  async fail(code: OpenDataError['code']): Promise<void> {
    last(this.calls).reject(new OpenDataError(code, code));
    await settle();
  }
}
