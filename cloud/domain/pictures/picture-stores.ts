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
  /** Whether the upload is still this person's, and kept there. */
  holds(openid: string, picture: Picture): Promise<boolean>;
  release(openid: string, fileIDs: readonly string[]): Promise<void>;
  /** Those of this person that are kept there, in any order. */
  keptAs(openid: string, fileIDs: readonly string[]): Promise<readonly Picture[]>;
  /** Some pictures of this person; none where there are none. */
  someOf(openid: string): Promise<readonly Picture[]>;
}

/** What a picture was made for: decides what WeChat's verdict does. */
export type PictureKind = 'avatar' | 'photo';

export interface Check {
  readonly openid: string;
  readonly fileID: string;
  readonly kind: PictureKind;
}

/** Content checks under way: WeChat's verdict names the trace_id alone. */
export interface ChecksStore {
  begin(traceId: string, check: Check): Promise<void>;
  find(traceId: string): Promise<Check | undefined>;
  end(traceIds: readonly string[]): Promise<void>;
}

/** Where the files themselves are. */
export interface PictureFiles {
  /** A temporary URL; undefined where there is no such file. */
  url(fileID: string): Promise<string | undefined>;
  /** The same for several, in the order asked, at once. */
  urls(fileIDs: readonly string[]): Promise<readonly (string | undefined)[]>;
  /** True where the file is at `to` now, also because it was moved before; false where there is neither. */
  move(from: string, to: string): Promise<boolean>;
  /** The bytes; undefined where there is no such file. Throws a CallError, `input-too-large`, beyond `maxBytes`. */
  read(fileID: string, maxBytes: number): Promise<Uint8Array | undefined>;
  write(fileID: string, bytes: Uint8Array): Promise<void>;
  /** One that is gone already is no failure. */
  remove(fileIDs: readonly string[]): Promise<void>;
}

/** What the rules about pictures of any kind need. */
export interface PictureParts {
  readonly pictures: PicturesStore;
  readonly checks: ChecksStore;
  readonly files: PictureFiles;
}

/** What it takes to have a picture checked. */
export interface Checking {
  /** Asks WeChat to check the picture behind a URL and answers the trace_id. Rejects with a CallError. */
  readonly askForCheck: (url: string, openid: string) => Promise<string>;
  /** A name for a file: 32 hexadecimal digits, random. */
  readonly newName: () => string;
  /** Ms since the epoch. */
  readonly now: () => number;
}
