import * as v from 'valibot';
import { CallError } from '../../contract/call-error';
import { asked, type Meaning } from '../../platform/cloud-call';
import { openapi } from '../../platform/sdk';

/** A profile, in the words of both checks. */
const scene = 1;
const version = 2;
const picture = 2;

const textAnswer = v.object({ result: v.object({ suggest: v.string() }) });
const pictureAnswer = v.object({ traceId: v.pipe(v.string(), v.minLength(1), v.maxLength(256)) });

/**
 * Lets a text through that WeChat would show to others (developers.weixin.qq.com: api_msgseccheck, version 2).
 * Throws a CallError: `content-refused` for `risky` and for `review`, because nobody here reviews; `rate-limited`,
 * `cloud-error`.
 */
export async function checkNickname(nickname: string, openid: string): Promise<void> {
  const fields = { openid, scene, version, content: nickname, nickname };
  const { result } = await asked(openapi.security.msgSecCheck(fields), textAnswer, meaning);
  if (result.suggest !== 'pass') throw new CallError('content-refused', "WeChat's content check refuses the text.");
}

/** Asks for the check of a picture, whose verdict WeChat pushes within half an hour, and answers its trace_id. */
export async function askForCheck(mediaUrl: string, openid: string): Promise<string> {
  const fields = { openid, scene, version, mediaUrl, mediaType: picture };
  return (await asked(openapi.security.mediaCheckAsync(fields), pictureAnswer)).traceId;
}

/** 87014: risky content, as an error in place of a verdict. */
const meaning: Meaning = ({ errCode }) => (errCode === 87014 ? 'content-refused' : undefined);
