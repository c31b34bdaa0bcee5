import * as v from 'valibot';
import { CallError } from '../../contract/call-error';
import { asked, type Meaning } from '../../platform/cloud-call';
import { openapi } from '../../platform/sdk';

/** A profile. */
const scene = 1;
const version = 2;

const textAnswer = v.object({ result: v.object({ suggest: v.string() }) });

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

/** 87014: risky content, as an error in place of a verdict. */
const meaning: Meaning = ({ errCode }) => (errCode === 87014 ? 'content-refused' : undefined);
