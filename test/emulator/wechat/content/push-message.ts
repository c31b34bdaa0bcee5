import type { ContentCheck, PushMessage, Verdict } from './types';
import { NORMAL, OTHER } from './words';

/** `wxa_media_check` as WeChat pushes it. Source: server/API/sec-center/sec-check/api_mediacheckasync.md */
export function pushMessage(check: ContentCheck, appId: string, now: number): PushMessage {
  const { openid, traceId, suggest } = check;
  const head = {
    ToUserName: `gh_${appId.slice(2, 14)}`,
    FromUserName: openid,
    CreateTime: now,
    MsgType: 'event',
    Event: 'wxa_media_check',
    appid: appId,
    trace_id: traceId,
    version: 2,
  } as const;
  // As developers have seen it: no detail, no result.
  if (suggest === undefined) return { ...head, detail: [], errcode: -1008, errmsg: '下载错误,请检查媒体链接是否正确' };
  const label = suggest === 'pass' ? NORMAL : OTHER;
  return { ...head, detail: [verdict(suggest, label)], errcode: 0, errmsg: 'ok', result: { suggest, label } };
}

/** What one of WeChat's judges said. */
export function verdict(suggest: Verdict['suggest'], label: number): Verdict {
  return { strategy: 'content_model', errcode: 0, suggest, label, prob: 90 };
}
