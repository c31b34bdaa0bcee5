import type { Judged } from '../pictures/begin-check';
import type { PictureParts } from '../pictures/picture-stores';
import type { ProfileCopies } from '../groups/memberships-store';

/** A picture that a person chose, as far as WeChat has judged it. */
export interface Avatar extends Judged {
  readonly fileID: string;
}

export interface KeptProfile {
  readonly nickname: string | null;
  /** How often the nickname was saved. */
  readonly turn: number;
  readonly avatar: Avatar | null;
  /** Grows with every change, also from before a deletion to after it. 0: nothing is kept. */
  readonly rev: number;
}

/** One document a person. */
export interface ProfilesStore {
  /** Nulls and zeros before the first save. */
  kept(openid: string): Promise<KeptProfile>;
  /** Sets it and raises the turn, if this is their turn; in one atomic step. */
  saveNickname(openid: string, nickname: string, turn: number): Promise<void>;
  /** Puts `after` where `before` is, in one atomic decision. False where `before` is not what is kept any more. */
  replaceAvatar(openid: string, before: Avatar | null, after: Avatar): Promise<boolean>;
  /** The avatar of this check has passed. Nothing where another took its place. */
  passAvatar(openid: string, traceId: string): Promise<void>;
  /** Removes the avatar of this check. Nothing where another took its place. */
  removeAvatar(openid: string, traceId: string): Promise<void>;
  /** Removes a profile in which nothing is left. */
  removeEmpty(openid: string): Promise<void>;
}

/** What the rules about avatars need. */
export interface AvatarParts extends PictureParts {
  readonly profiles: ProfilesStore;
  /** Where others see the profile. */
  readonly copies: ProfileCopies;
}
