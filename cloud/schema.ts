/**
 * Collections, indexes and security rules: deploys, the function setup, the local WeChat and tests read this one file.
 * Correctness rests on `_id` alone; an index beyond it is for speed.
 */
export interface CollectionSchema {
  readonly name: string;
  /** What a document is, and what its `_id` means. */
  readonly documents: string;
  readonly indexes: readonly IndexSchema[];
  /** Clients neither read nor write: everything goes through functions. */
  readonly rule: 'ADMINONLY';
}

export interface IndexSchema {
  readonly name: string;
  readonly unique: boolean;
  readonly fields: readonly { readonly field: string; readonly direction: 'ascending' | 'descending' }[];
}

export const schema: readonly CollectionSchema[] = [
  {
    name: 'steps',
    documents: 'One a person, `_id` the openid: `takenAt` (Unix seconds) and `days`, at most 31 of YYYY-MM-DD: steps.',
    indexes: [],
    rule: 'ADMINONLY',
  },
];
