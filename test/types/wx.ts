/**
 * `wx` as a whole against WeChat's typings: what we offer is what WeChat offers, but for the deviations listed here. The
 * type check (`npm run types`) reads this file; nothing runs it.
 */
import type { createWx } from '../emulator/phone/api';

type Ours = ReturnType<typeof createWx>;
type WeChats = WechatMiniprogram.Wx;

/** Offered otherwise than the typings say, and why. */
interface Deviations {
  /** Not the whole cloud API: see below. */
  cloud: never;
  /** The typings always have a `cloudID`; there is none without a cloud environment (open-api/werun/wx.getWeRunData.html). */
  getWeRunData: never;
  /** The same. */
  getGroupEnterInfo: never;
  /** And the typings give it a Promise, which its page denies (api/share/wx.getShareInfo.html). */
  getShareInfo: never;
  /** The typings give the listener's `resolve` as an object; it is a function (open-api/privacy/wx.onNeedPrivacyAuthorization.html). */
  onNeedPrivacyAuthorization: never;
}

type Deviating<A, B> = { [K in keyof A & keyof B]: A[K] extends B[K] ? never : K }[keyof A & keyof B];
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

export const nothingElseDeviates: Same<Deviating<Ours, WeChats>, keyof Deviations> = true;
export const nothingIsInvented: Same<Exclude<keyof Ours, keyof WeChats>, never> = true;

export const cloudDoesNotDeviate: Same<Deviating<Ours['cloud'], WxCloud>, never> = true;
export const cloudInventsNothing: Same<Exclude<keyof Ours['cloud'], keyof WxCloud>, never> = true;

declare const ours: Ours;
/** Assignable as a whole, so that optional and overloaded parts count as well. */
export const offered: Pick<WeChats, Exclude<keyof Ours & keyof WeChats, keyof Deviations>> = ours;
export const offeredOfCloud: Pick<WxCloud, keyof Ours['cloud'] & keyof WxCloud> = ours.cloud;
