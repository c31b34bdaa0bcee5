import * as v from 'valibot';
import { CallError } from '../contract/call-error';
import { asked, type Meaning } from './cloud-call';
import { openapi } from './sdk';

/** Where WeChat's page says that others will see the text: in a profile, in a social log. */
const scenes = { profile: 1, log: 4 } as const;
const version = 2;

const answer = v.object({ result: v.object({ suggest: v.string() }) });

/** What is checked, and of whom: `nickname` where it is one. */
export interface CheckedText {
  readonly kind: keyof typeof scenes;
  readonly content: string;
  readonly openid: string;
  readonly nickname?: string;
}

/**
 * Lets a text through that WeChat would show to others (developers.weixin.qq.com: api_msgseccheck, version 2).
 * Throws a CallError: `content-refused` for `risky` and for `review`, because nobody here reviews; `rate-limited`,
 * `cloud-error`.
 */
export async function checkText({ kind, ...fields }: CheckedText): Promise<void> {
  const asking = openapi.security.msgSecCheck({ ...fields, scene: scenes[kind], version });
  const { result } = await asked(asking, answer, meaning);
  if (result.suggest !== 'pass') throw new CallError('content-refused', "WeChat's content check refuses the text.");
}

/** 87014: risky content, as an error in place of a verdict. */
const meaning: Meaning = ({ errCode }) => (errCode === 87014 ? 'content-refused' : undefined);
