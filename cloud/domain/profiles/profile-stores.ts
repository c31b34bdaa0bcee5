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

/** Whose file is whose: a stored fact, because whoever saw a picture's URL knows where the file lies. */
export interface PicturesStore {
  /** The first who claims a file has it. True where that is this person, now or before. */
  claim(openid: string, fileID: string): Promise<boolean>;
  release(openid: string, fileID: string): Promise<void>;
  /** Every file of this person. */
  filesOf(openid: string): Promise<readonly string[]>;
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
  remove(fileIDs: readonly string[]): Promise<void>;
}

/** What the rules about avatars need. */
export interface AvatarParts {
  readonly profiles: ProfilesStore;
  readonly pictures: PicturesStore;
  readonly checks: ChecksStore;
  readonly files: PictureFiles;
}
