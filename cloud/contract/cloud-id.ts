/** Open data by CloudID: what the phone sends and what the function receives in its place. */

declare const openData: unique symbol;

/**
 * What `wx.cloud.CloudID(id)` makes, branded with the data that WeChat will put in its place.
 * WeChat replaces it only as a top-level field of `data`, at most five a call, for five minutes, for its owner.
 */
export interface CloudID<T> {
  readonly [openData]: T;
}

/** Who made the data and when: `timestamp` in Unix seconds. */
export interface Watermark {
  readonly appid: string;
  readonly timestamp: number;
}

/** What a function finds in place of a CloudID that WeChat could resolve. */
export interface Resolved<T> {
  readonly cloudID: string;
  readonly data: T & { readonly watermark: Watermark };
}

/** What it finds where WeChat could not: -601005 invalid, -601006 expired, -601007 somebody else's. */
export interface Unresolved {
  readonly cloudID: string;
  readonly errCode: number;
  readonly errMsg: string;
}

/** `timestamp` is Unix seconds, 00:00 UTC+8 of the day; `step` that day's steps. 0 to 31 entries, order not promised. */
export interface WeRunData {
  readonly stepInfoList: readonly { readonly timestamp: number; readonly step: number }[];
}

/**
 * `phoneNumber` with the area code where it is abroad, `purePhoneNumber` without; `countryCode` is documented as a
 * string and is a number in WeChat's sample (developers.weixin.qq.com: server/API/user-info/phone-number).
 */
export interface PhoneData {
  readonly phoneNumber: string;
  readonly purePhoneNumber: string;
  readonly countryCode: string | number;
}

/**
 * The chat group that a card was opened in. `wx.getGroupEnterInfo` calls its id `opengid`, the older `wx.getShareInfo`
 * `openGId`; whether the two are equal for one group is not documented (miniprogram-api-typings 5.2.3).
 */
export interface GroupData {
  readonly opengid?: string | undefined;
  readonly openGId?: string | undefined;
}
