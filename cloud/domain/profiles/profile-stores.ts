/** A picture that a person chose, as far as WeChat has judged it. */
export interface Avatar {
  readonly fileID: string;
  /** Of the content check that decides about it. */
  readonly traceId: string;
  /** Unix seconds: when that check was asked for. */
  readonly askedAt: number;
  readonly state: 'pending' | 'passed';
}

export interface KeptProfile {
  readonly nickname: string | null;
  readonly avatar: Avatar | null;
}

/** One document a person. */
export interface ProfilesStore {
  /** Nulls before the first save. */
  kept(openid: string): Promise<KeptProfile>;
  saveNickname(openid: string, nickname: string): Promise<void>;
  /** Puts `after` where `before` is, in one atomic decision. False where `before` is not what is kept any more. */
  replaceAvatar(openid: string, before: Avatar | null, after: Avatar): Promise<boolean>;
  /** The avatar of this check has passed. Nothing where another took its place. */
  passAvatar(openid: string, traceId: string): Promise<void>;
  /** Removes the avatar of this check. Nothing where another took its place. */
  removeAvatar(openid: string, traceId: string): Promise<void>;
}

/** A file that a person uploaded, and where it is kept from then on. */
export interface Picture {
  readonly uploadID: string;
  /** Written by a function alone: nobody can put another picture there once WeChat has judged this one. */
  readonly fileID: string;
}

/** Whose picture is whose: a stored fact. */
export interface PicturesStore {
  /**
   * The first who claims an upload has it, and decides where it is kept. Answers what is decided, now or before;
   * undefined where it is somebody else's.
   */
  claim(openid: string, picture: Picture): Promise<Picture | undefined>;
  release(openid: string, fileID: string): Promise<void>;
  /** Some pictures of this person; none where there are none. */
  someOf(openid: string): Promise<readonly Picture[]>;
}

export interface Check {
  readonly openid: string;
  readonly fileID: string;
}

/** Content checks under way: WeChat's verdict names the trace_id alone. */
export interface ChecksStore {
  begin(traceId: string, check: Check): Promise<void>;
  find(traceId: string): Promise<Check | undefined>;
  end(traceId: string): Promise<void>;
}

/** Where the files themselves are. */
export interface PictureFiles {
  /** A temporary URL; undefined where there is no such file. */
  url(fileID: string): Promise<string | undefined>;
  /** True where the file is at `to` now, also because it was moved before; false where there is neither. */
  move(from: string, to: string): Promise<boolean>;
  remove(fileIDs: readonly string[]): Promise<void>;
}

/** What the rules about avatars need. */
export interface AvatarParts {
  readonly profiles: ProfilesStore;
  readonly pictures: PicturesStore;
  readonly checks: ChecksStore;
  readonly files: PictureFiles;
}
