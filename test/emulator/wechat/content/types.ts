/** WeChat's content checks. Source: developers.weixin.qq.com/miniprogram/dev/server/API/sec-center/sec-check */

export type Suggestion = 'pass' | 'review' | 'risky';

/** A picture (or sound) that was handed in to `security.mediaCheckAsync`. */
export interface ContentCheck {
  readonly traceId: string;
  readonly openid: string;
  /** `undefined`: WeChat could not fetch the file. */
  readonly suggest: Suggestion | undefined;
  /** ms of the moved clock. */
  readonly submittedAt: number;
  /** When the verdict is pushed by itself, ms of the moved clock. */
  readonly dueAt: number;
  readonly state: 'pending' | 'delivered' | 'failed';
  /** What the receiver said, where it failed. */
  readonly error?: string;
}

/** What WeChat pushes to the app's receiver when a media check is done. */
export interface PushMessage {
  readonly ToUserName: string;
  readonly FromUserName: string;
  /** Unix seconds. */
  readonly CreateTime: number;
  readonly MsgType: 'event';
  readonly Event: 'wxa_media_check';
  readonly appid: string;
  readonly trace_id: string;
  readonly version: 2;
  readonly detail: readonly Verdict[];
  /** 0, or -1008 where the file could not be fetched: then there is no result. */
  readonly errcode: number;
  readonly errmsg: string;
  readonly result?: { readonly suggest: Suggestion; readonly label: number };
}

export interface Verdict {
  readonly strategy: string;
  readonly errcode: number;
  readonly suggest: Suggestion;
  readonly label: number;
  readonly prob: number;
}
