/** The cloud calls that every app has, answered by the platform as WeChat's HTTPS APIs answer them. */
import type { Clock } from '../../clock';
import { newTraceId } from '../../wechat/content/checks';
import { checkPicture } from '../../wechat/content/pictures';
import { verdict } from '../../wechat/content/push-message';
import { checkText } from '../../wechat/content/text';
import type { Suggestion } from '../../wechat/content/types';
import type { Platform, RedeemedPhoneCode } from '../../wechat/types';
import type { OpenApiHandler } from '../types';

type Call = Parameters<OpenApiHandler>[0];

const MAX_TEXT = 2500;
const MAX_PICTURE_BYTES = 10 * 1024 * 1024;
/** WeChat's fetch of a picture, ms. */
const FETCH_MS = 10_000;

const failed = (errcode: number, errmsg: string) => ({ errcode, errmsg });

/** Source: developers.weixin.qq.com/miniprogram/dev/server/API/ user-info/phone-number, sec-center/sec-check, updatable-message */
export function wechatCalls(platform: Platform, clock: Clock): Readonly<Record<string, OpenApiHandler>> {
  /** Why a content check does not take place. */
  function refusal({ openid: caller, fields }: Call) {
    const { version, scene, openid } = fields;
    // Certified subjects only (UNCONFIRMED which code a personal one gets).
    if (platform.app.subject === 'personal') return failed(48001, 'api unauthorized');
    // The first version, without openid and scene, is closed.
    if (version !== 2 || !isScene(scene) || typeof openid !== 'string') return failed(47001, 'data format error');
    if (!platform.users.some((user) => user.openid === openid)) return failed(40003, 'invalid openid');
    // Who calls the function is in the mini program; of others WeChat wants to have seen them lately.
    if (openid !== caller && !platform.wasHereLately(openid)) return failed(61010, 'code is expired');
    return undefined;
  }

  return {
    'updatableMessage.createActivityId': ({ fields }) => platform.updatable.createActivityId(fields),
    'updatableMessage.setUpdatableMsg': ({ fields }) => platform.updatable.setUpdatableMsg(fields),

    'phonenumber.getPhoneNumber': ({ fields }) => redeemPhoneCode(platform, fields),

    'security.msgSecCheck'(call) {
      const refused = refusal(call);
      if (refused !== undefined) return refused;
      const { content } = call.fields;
      if (typeof content !== 'string' || content === '') return failed(44004, 'empty content');
      if (content.length > MAX_TEXT) return failed(45002, 'content size out of limit');
      const { suggest, label } = checkText(content);
      const trace_id = newTraceId(clock.seconds());
      return { errcode: 0, errmsg: 'ok', detail: [verdict(suggest, label)], trace_id, result: { suggest, label } };
    },

    async 'security.mediaCheckAsync'(call) {
      const refused = refusal(call);
      if (refused !== undefined) return refused;
      const { media_url, media_type, openid } = call.fields;
      if (media_type !== 1 && media_type !== 2) return failed(47001, 'data format error');
      if (typeof media_url !== 'string' || !/^https?:\/\//.test(media_url)) return failed(47001, 'data format error');
      const { traceId } = await platform.contentChecks.submit(String(openid), await look(media_url));
      return { errcode: 0, errmsg: 'ok', trace_id: traceId };
    },
  };
}

/** `getuserphonenumber`, for cloud calls and for a developer's own server. */
export async function redeemPhoneCode(
  platform: Platform,
  { code, openid }: Readonly<Record<string, unknown>>,
): Promise<RedeemedPhoneCode> {
  // UNCONFIRMED which code a personal subject gets: its general one for what an app may not call.
  if (platform.app.subject === 'personal') return failed(48001, 'api unauthorized');
  if (typeof code !== 'string') return failed(40029, 'invalid code');
  return platform.redeemPhoneCode(code, typeof openid === 'string' ? openid : undefined);
}

/** 1 profile, 2 comment, 3 forum, 4 social log. */
const isScene = (scene: unknown): boolean => scene === 1 || scene === 2 || scene === 3 || scene === 4;

/** Fetches the file at once, so that its verdict does not hang on how long its temporary URL lives. */
async function look(url: string): Promise<Suggestion | 'unreachable'> {
  let bytes: Uint8Array;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(FETCH_MS) });
    if (!response.ok) return 'unreachable';
    bytes = new Uint8Array(await response.arrayBuffer());
  } catch {
    // Whatever it was, WeChat pushes that it could not download the file.
    return 'unreachable';
  }
  return bytes.byteLength > MAX_PICTURE_BYTES ? 'unreachable' : checkPicture(bytes);
}
