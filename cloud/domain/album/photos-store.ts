import type { Judged } from '../pictures/begin-check';

/** A photo of a group's album. */
export interface KeptPhoto extends Judged {
  /** Random: also the name of its file. */
  readonly id: string;
  /** The author. */
  readonly openid: string;
  readonly group: string;
  /** What the group sees in place of the author's openid. */
  readonly member: string;
  /** Time and id: unique, ascending with time. */
  readonly order: string;
  readonly fileID: string;
  /** px. */
  readonly width: number;
  readonly height: number;
  /** Ms since the epoch. */
  readonly addedAt: number;
}

export interface PhotosStore {
  find(id: string): Promise<KeptPhoto | undefined>;
  /** Adds a photo unless its id is taken. Says whether it did. */
  add(photo: KeptPhoto): Promise<boolean>;
  /** Passed ones of a group that come before `order`, newest first, at most `limit`. */
  passed(group: string, order: string | null, limit: number): Promise<readonly KeptPhoto[]>;
  /** A person's pending ones in a group, newest first, at most `limit`. */
  pendingOf(openid: string, group: string, limit: number): Promise<readonly KeptPhoto[]>;
  /** How many a person has in a group, of one state or of any. */
  count(openid: string, group: string, state?: Judged['state']): Promise<number>;
  /** Those of these that are in the group, in any order. */
  among(group: string, ids: readonly string[]): Promise<readonly KeptPhoto[]>;
  /** Some photos that a person added to a group as anybody but `member`; none where there are none. */
  someOf(openid: string, group: string, member: string | undefined): Promise<readonly KeptPhoto[]>;
  /** Puts the check of `again` in place of the one that `before` has. False where it has another by now. */
  replaceCheck(before: KeptPhoto, again: Judged): Promise<boolean>;
  pass(id: string): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
}
