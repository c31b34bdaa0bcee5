import * as v from 'valibot';
import { call } from './call';
import { phone, phoneCode, phoneData } from './phone';
import { fileID, nickname, profile } from './profile';

const kept = v.strictObject({ phone });
const nothing = v.strictObject({});

/** What WeChat can answer where it is asked something. */
const asksWeChat = ['rate-limited', 'cloud-error'] as const;

/** What a person gives of themself, and takes back. Everything is about the caller alone. */
export const me = {
  /** The caller's number as it is kept, in full; null where none is. Asks WeChat nothing and costs nothing. */
  phone: call({
    openData: {},
    input: {},
    output: v.strictObject({ phone: v.nullable(phone) }),
    errors: [],
    maxBytes: 1_024,
  }),
  /** Redeems the code of a phone button and keeps the number. The same code again answers what it gave, while that is kept. */
  phoneByCode: call({
    openData: {},
    input: { code: phoneCode },
    output: kept,
    errors: [
      'phone-code-expired',
      'phone-code-foreign',
      'phone-unavailable',
      'open-data-untrusted',
      'open-data-stale',
      ...asksWeChat,
    ],
    maxBytes: 1_024,
  }),
  /** The same by the CloudID that older ways of the button give. */
  phoneByCloudID: call({ openData: { phone: phoneData }, input: {}, output: kept, errors: [], maxBytes: 4_096 }),
  /** Deletes the caller's number. */
  forgetPhone: call({ openData: {}, input: {}, output: nothing, errors: [], maxBytes: 1_024 }),

  /** What is known about the caller. */
  profile: call({ openData: {}, input: {}, output: profile, errors: ['cloud-error'], maxBytes: 1_024 }),
  /**
   * Keeps a nickname that passes WeChat's content check, if `turn` is the caller's: else it is a late duplicate and does
   * nothing. Answers the truth also where nothing was done.
   */
  saveNickname: call({
    openData: {},
    input: { nickname, turn: v.pipe(v.number(), v.integer(), v.minValue(0)) },
    output: profile,
    errors: ['content-refused', ...asksWeChat],
    maxBytes: 1_024,
  }),
  /**
   * Makes a file that the caller has just uploaded to `avatars/` their avatar. It is `pending` until WeChat's content
   * check has pushed its verdict; one that is refused is removed. The avatar before it is deleted.
   */
  saveAvatar: call({
    openData: {},
    input: { fileID },
    output: profile,
    errors: ['file-missing', 'forbidden', ...asksWeChat],
    maxBytes: 1_024,
  }),

  /** Deletes every document and every file of the caller. */
  forgetEverything: call({ openData: {}, input: {}, output: nothing, errors: asksWeChat, maxBytes: 1_024 }),
} as const;
