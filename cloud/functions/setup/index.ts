import { CallError } from '../../contract/call-error';
import type { Answer } from '../../contract/errors';
import { ensureCollection } from '../../platform/collections';
import { type CallContext, readContext } from '../../platform/context';
import { reportFailure } from '../../platform/log';
import { getWXContext } from '../../platform/sdk';
import { toCallError } from '../../platform/sdk-failure';
import { pushes, schema } from '../../schema';

export interface SetupReport {
  readonly created: readonly string[];
  readonly existing: readonly string[];
  /** What no function can do: indexes, rules and pushes are set in the console. */
  readonly byHand: readonly string[];
}

/** Makes the collections of a new environment. Can be called again at any time; only the console may, never a person. */
export async function main(): Promise<Answer<SetupReport>> {
  try {
    refuseOthersThanConsole(readContext(getWXContext()));
    return { ok: true, data: await setUp() };
  } catch (thrown) {
    const error = toCallError(thrown);
    reportFailure('setup', error);
    return { ok: false, error: error.toFailure() };
  }
}

/**
 * 云端测试 has an empty context, and DevTools' own calls have SOURCE `wx_devtools`, without an openid where no person is
 * behind them (its simulator has one). Every other source is somebody else: a phone, HTTP, a timer, another function,
 * whatever WeChat adds (developers.weixin.qq.com: wxcloud/reference-sdk-api/utils/Cloud.getWXContext.md).
 */
function refuseOthersThanConsole({ openid, sources }: CallContext): void {
  const source = sources.join();
  const isConsole = openid === undefined && (source === '' || source === 'wx_devtools');
  if (isConsole) return;
  const person = openid === undefined ? '' : ' for a person';
  throw new CallError('forbidden', `Only the console of CloudBase may call setup; SOURCE is "${source}"${person}.`);
}

async function setUp(): Promise<SetupReport> {
  const created: string[] = [];
  const existing: string[] = [];
  for (const { name } of schema) {
    if ((await ensureCollection(name)) === 'created') created.push(name);
    else existing.push(name);
  }
  const byHand = [
    ...schema.flatMap(({ name, indexes, rule }) => [
      `${name}: permission ${rule}`,
      ...indexes.map((index) => `${name}: ${index.unique ? 'unique ' : ''}index ${index.name}`),
    ]),
    ...pushes.map(({ message, event, receiver }) => `message push: ${message} ${event} to the function ${receiver}`),
  ];
  return { created, existing, byHand };
}
