/**
 * Collections, indexes and security rules: deploys, the function setup, the local WeChat and tests read this one file.
 * Correctness rests on `_id` alone; an index beyond it is for speed.
 */
export interface CollectionSchema {
  readonly name: string;
  /** What a document is, and what its `_id` means. */
  readonly documents: string;
  /** Where a document says whose it is: that is how `me/forgetEverything` finds all of a person. */
  readonly owner: '_id' | 'openid';
  readonly indexes: readonly IndexSchema[];
  /** Clients neither read nor write: everything goes through functions. */
  readonly rule: 'ADMINONLY';
}

export interface IndexSchema {
  readonly name: string;
  readonly unique: boolean;
  readonly fields: readonly { readonly field: string; readonly direction: 'ascending' | 'descending' }[];
}

/** `-` before a field: descending. */
function index(name: string, ...fields: readonly string[]): IndexSchema {
  return {
    name,
    unique: false,
    fields: fields.map((field) =>
      field.startsWith('-') ? { field: field.slice(1), direction: 'descending' } : { field, direction: 'ascending' },
    ),
  };
}

/** For deleting all of a person. */
const byOpenid = index('openid', 'openid');

export const schema: readonly CollectionSchema[] = [
  {
    name: 'steps',
    documents: 'One a person, `_id` the openid: `takenAt` (Unix seconds) and `days`, at most 31 of YYYY-MM-DD: steps.',
    owner: '_id',
    indexes: [],
    rule: 'ADMINONLY',
  },
  {
    name: 'phones',
    documents:
      'One a person, `_id` the openid: `phone`, when the person gave it (`takenAt`, Unix seconds) and by which code; ' +
      'while a code is being redeemed, `redeeming` and `until` (ms). Codes are kept as hashes.',
    owner: '_id',
    indexes: [],
    rule: 'ADMINONLY',
  },
  {
    name: 'profiles',
    documents:
      'One a person, `_id` the openid: `nickname` and `turn`, how often it was saved, `avatar` with its file and the ' +
      'state of its check, and `rev`, raised by each change.',
    owner: '_id',
    indexes: [],
    rule: 'ADMINONLY',
  },
  {
    name: 'pictures',
    documents:
      'One an uploaded file, `_id` its random name: whose it is (`openid`), `uploadID`, and `fileID`, where it is kept.',
    owner: 'openid',
    indexes: [index('openid', 'openid', 'fileID')],
    rule: 'ADMINONLY',
  },
  {
    name: 'checks',
    documents:
      'One a content check under way, `_id` its trace_id: whose picture it is about (`openid`), `fileID`, and `kind`: ' +
      'avatar or photo.',
    owner: 'openid',
    indexes: [byOpenid],
    rule: 'ADMINONLY',
  },
  {
    name: 'memberships',
    documents:
      'One a person and group, `_id` `group:openid`: `group` and the API that named it (`source`), `member`, the id that ' +
      'others see, `visible` and `turn`, how often that was changed, `joinedAt` and `enteredAt` (ms), and copies: `nickname`, `avatar` (a file that WeChat ' +
      'passed) and `profileRev` of the profile, `days` (the newest three) and `takenAt` (Unix seconds) of the steps.',
    owner: 'openid',
    indexes: [
      index('openid', 'openid', '-enteredAt'),
      index('group', 'group', '-enteredAt'),
      index('member', 'group', 'member'),
    ],
    rule: 'ADMINONLY',
  },
  {
    name: 'shares',
    documents: 'One a tap on share, `_id` its requestId: who (`openid`), on which `page`, `from` where, and `at` (ms).',
    owner: 'openid',
    indexes: [byOpenid],
    rule: 'ADMINONLY',
  },
  {
    name: 'photos',
    documents:
      'One a photo of an album, `_id` its random id: `openid`, `group` and `member` of its author, `order` (time and ' +
      'id, unique, for paging), `addedAt` (ms), `fileID`, `width`, `height`, and its check: `traceId`, `askedAt`, `state`.',
    owner: 'openid',
    indexes: [
      index('openid', 'openid', 'group', 'member'),
      index('order', 'group', 'state', '-order'),
      index('author', 'group', 'openid', 'state', '-order'),
    ],
    rule: 'ADMINONLY',
  },
  {
    name: 'activities',
    documents:
      'One a walk, `_id` its random id: organizer (`openid`), `group`, plan (times in ms), `state`; `roster`, openids in ' +
      'the order in which they came, `free`, how many more fit in, `people`, all who ever were in it, their `turns` and ' +
      'what they have `seen`; `rev`, `dirty`, `lease`, `publishedAt`, `cards` and `cardsUntil` for the cards in chats.',
    owner: 'openid',
    indexes: [
      index('openid', 'openid', 'endsAt'),
      index('roster', 'roster', 'endsAt'),
      index('group', 'group', 'endsAt'),
      index('people', 'people'),
      index('starts', 'state', 'startsAt'),
      index('ends', 'state', 'endsAt'),
      index('dirty', 'dirty', 'publishedAt'),
      index('cardless', 'dirty', 'cardsUntil'),
    ],
    rule: 'ADMINONLY',
  },
];

/** What WeChat has to be told to push, in the console of CloudBase: 设置 > 其他设置 > 消息推送. */
export const pushes = [{ message: 'event', event: 'wxa_media_check', receiver: 'verdict' }] as const;
