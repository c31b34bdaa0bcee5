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

/** For deleting all of a person. */
const byOpenid: IndexSchema = {
  name: 'openid',
  unique: false,
  fields: [{ field: 'openid', direction: 'ascending' }],
};

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
    documents: 'One a person, `_id` the openid: `nickname`, and `avatar` with its file and the state of its check.',
    owner: '_id',
    indexes: [],
    rule: 'ADMINONLY',
  },
  {
    name: 'pictures',
    documents:
      'One an uploaded file, `_id` its random name: whose it is (`openid`), `uploadID`, and `fileID`, where it is kept.',
    owner: 'openid',
    indexes: [byOpenid],
    rule: 'ADMINONLY',
  },
  {
    name: 'checks',
    documents: 'One a content check under way, `_id` its trace_id: whose picture it is about (`openid`), and `fileID`.',
    owner: 'openid',
    indexes: [byOpenid],
    rule: 'ADMINONLY',
  },
];

/** What WeChat has to be told to push, in the console of CloudBase: 设置 > 其他设置 > 消息推送. */
export const pushes = [{ message: 'event', event: 'wxa_media_check', receiver: 'verdict' }] as const;
