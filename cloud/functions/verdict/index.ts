import * as v from 'valibot';
import { CallError } from '../../contract/call-error';
import type { Answer } from '../../contract/errors';
import { judgePhoto } from '../../domain/album/remove-photos';
import { judgeAvatar } from '../../domain/profiles/judge-avatar';
import { type CallContext, readContext } from '../../platform/context';
import { reportFailure } from '../../platform/log';
import { getWXContext } from '../../platform/sdk';
import { toCallError } from '../../platform/sdk-failure';
import { albumParts } from '../../stores/album-parts';
import { avatarParts } from '../../stores/avatar-parts';
import { checksStore } from '../../stores/checks-store';

/** The verdict of a content check, version 2 (developers.weixin.qq.com: api_mediacheckasync). */
const push = v.object({
  Event: v.literal('wxa_media_check'),
  /** The person whose picture was checked. */
  FromUserName: v.optional(v.string()),
  trace_id: v.pipe(v.string(), v.minLength(1), v.maxLength(256)),
  /** Not 0 where WeChat could not check, for instance because the URL was too old. */
  errcode: v.optional(v.number(), 0),
  result: v.optional(v.object({ suggest: v.string() })),
});

/** WeChat takes `success` for received (developers.weixin.qq.com: framework/server-ability/message-push.md). */
type Received = 'success';

/** Receives what WeChat pushes about pictures. Only WeChat may call it, never a person. */
export async function main(event: unknown): Promise<Received | Answer<never>> {
  try {
    const context = readContext(getWXContext());
    refusePeople(context);
    const { FromUserName, trace_id, errcode, result } = read(event);
    refuseStrangers(context, FromUserName);
    // No verdict: the picture stays pending, and its owner's next look asks again.
    if (errcode === 0 && result !== undefined) await carryOut(trace_id, result.suggest === 'pass');
    return 'success';
  } catch (thrown) {
    const error = toCallError(thrown);
    reportFailure('verdict', error);
    return { ok: false, error: error.toFailure() };
  }
}

/** The same verdict again finds no check and changes nothing. */
async function carryOut(traceId: string, passed: boolean): Promise<void> {
  const check = await checksStore.find(traceId);
  if (check?.kind === 'avatar') await judgeAvatar(avatarParts, traceId, check, passed);
  if (check?.kind === 'photo') await judgePhoto(albumParts, traceId, check, passed);
}

/** Where a call comes from that a person began (developers.weixin.qq.com: Cloud.getWXContext.md). */
const people = ['wx_client', 'wx_devtools', 'wx_localdebug', 'wx_http', 'scf'];

function refusePeople({ sources }: CallContext): void {
  if (sources.some((source) => people.includes(source))) throw notWeChat();
}

/** Whether WeChat gives an OPENID with its pushes is not documented; if so, it is the one that the push is about. */
function refuseStrangers({ openid }: CallContext, about: string | undefined): void {
  if (openid !== undefined && openid !== about) throw notWeChat();
}

function notWeChat(): CallError {
  return new CallError('forbidden', 'Only WeChat may call verdict.');
}

function read(event: unknown): v.InferOutput<typeof push> {
  const parsed = v.safeParse(push, event);
  if (parsed.success) return parsed.output;
  throw new CallError('invalid-input', 'Not the wxa_media_check that WeChat documents.');
}
