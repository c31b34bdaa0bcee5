import * as v from 'valibot';
import { asked } from './cloud-call';
import { openapi } from './sdk';

/** Where WeChat's page says that others will see the picture: in a profile, in a social log. */
const scenes = { avatar: 1, photo: 4 } as const;
const version = 2;
const picture = 2;

const answer = v.object({ traceId: v.pipe(v.string(), v.minLength(1), v.maxLength(256)) });

/**
 * How to ask for the check of a picture (developers.weixin.qq.com: api_mediacheckasync, version 2), whose verdict WeChat
 * pushes within half an hour; answers its trace_id. Throws a CallError: `rate-limited`, `cloud-error`.
 */
export function checkOf(kind: keyof typeof scenes): (mediaUrl: string, openid: string) => Promise<string> {
  return async (mediaUrl, openid) => {
    const fields = { openid, scene: scenes[kind], version, mediaUrl, mediaType: picture };
    return (await asked(openapi.security.mediaCheckAsync(fields), answer)).traceId;
  };
}
