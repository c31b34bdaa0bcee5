import * as v from 'valibot';

/** 1 to 32 UTF-16 units after trimming, no control characters, no half of a surrogate pair, something to see in it. */
export const nickname = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.maxLength(32),
  v.regex(/^[^\p{Cc}\p{Cs}]+$/u),
  v.regex(/[\p{L}\p{N}\p{P}\p{S}]/u),
);

/**
 * What `wx.cloud.uploadFile` answered for `cloudPath: avatars/<name>.<extension>`. The name is made on the phone from
 * 32 to 64 random hexadecimal digits: nobody can guess where another person's upload is.
 */
export const fileID = v.pipe(
  v.string(),
  v.maxLength(256),
  v.regex(/^cloud:\/\/[\w.-]+\/avatars\/[0-9a-f]{32,64}\.(?:png|jpg|jpeg|gif|webp)$/),
);

/** What the app knows about the caller. */
export const profile = v.strictObject({
  nickname: v.nullable(v.string()),
  /** How often the nickname was saved so far: `saveNickname` carries it, so that a late duplicate does nothing. */
  turn: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** `url` is temporary (two hours). `pending`: WeChat has not judged it yet, so nobody else sees it. */
  avatar: v.nullable(
    v.strictObject({ url: v.pipe(v.string(), v.maxLength(2_048)), state: v.picklist(['pending', 'passed']) }),
  ),
  /** Masked: `138****8000`. */
  phone: v.nullable(v.string()),
  /** How many days of steps are kept. */
  days: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

export type Profile = Readonly<v.InferOutput<typeof profile>>;
