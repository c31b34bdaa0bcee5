import { CallError } from '../../contract/call-error';
import type { Answer } from '../../contract/errors';
import { ensureCollection } from '../../platform/collections';
import { readContext } from '../../platform/context';
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
    const { openid, sources } = readContext(getWXContext());
    if (openid !== undefined || sources.includes('wx_client')) {
      throw new CallError('forbidden', 'Only the console of CloudBase may call setup.');
    }
    return { ok: true, data: await setUp() };
  } catch (thrown) {
    const error = toCallError(thrown);
    reportFailure('setup', error);
    return { ok: false, error: error.toFailure() };
  }
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
