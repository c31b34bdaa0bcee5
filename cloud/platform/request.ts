import * as v from 'valibot';
import type { AnyCall } from '../contract/call';
import { CallError } from '../contract/call-error';
import { type OpenDataField, openDataField } from './open-data-field';

/** An event that has the shape that its call declares. Its open data is not trusted yet. */
export interface Request {
  readonly route: string;
  readonly openData: Readonly<Record<string, OpenDataField>>;
  readonly input: Readonly<Record<string, unknown>>;
}

/** What WeChat's gateway adds to an event by itself. A client can write them too: nobody reads them. */
const gatewayFields = ['userInfo', 'tcbContext'];

/**
 * Reads an event by the declared calls. Says what is wrong without repeating what was sent.
 * Throws a CallError: `invalid-input`, `unknown-route`, `input-too-large`.
 */
export function readRequest(event: unknown, calls: Readonly<Record<string, AnyCall>>): Request {
  if (typeof event !== 'object' || event === null || Array.isArray(event)) {
    throw new CallError('invalid-input', 'The event is not an object.');
  }
  const { $url: route, ...rest } = event as { readonly $url?: unknown };
  const call = typeof route === 'string' && Object.hasOwn(calls, route) ? calls[route] : undefined;
  if (typeof route !== 'string' || call === undefined) {
    throw new CallError('unknown-route', `$url must be one of: ${Object.keys(calls).join(', ')}.`);
  }
  const fields = Object.fromEntries(Object.entries(rest).filter(([name]) => !gatewayFields.includes(name)));
  if (Buffer.byteLength(JSON.stringify(fields)) > call.maxBytes) {
    throw new CallError('input-too-large', `${route} takes at most ${call.maxBytes} bytes of JSON.`);
  }
  const openDataNames = Object.keys(call.openData);
  const wire = v.strictObject({
    ...call.input,
    ...Object.fromEntries(openDataNames.map((name) => [name, openDataField])),
  });
  const parsed = v.safeParse(wire, fields);
  if (!parsed.success) throw refusal(parsed.issues, Object.keys(wire.entries));

  const isOpenData = ([name]: readonly [string, unknown]) => openDataNames.includes(name);
  const entries = Object.entries(parsed.output);
  return {
    route,
    openData: Object.fromEntries(entries.filter(isOpenData)) as Request['openData'],
    input: Object.fromEntries(entries.filter((entry) => !isOpenData(entry))),
  };
}

const tooLarge = ['max_length', 'max_bytes', 'max_entries', 'max_graphemes', 'max_words'];

function refusal(issues: readonly v.BaseIssue<unknown>[], names: readonly string[]): CallError {
  const all = issues.flatMap((issue) => [issue, ...(issue.issues ?? [])]);
  const field = issues[0]?.path?.[0]?.key;
  const where = names.find((name) => name === field) ?? 'a field that this call does not have';
  return all.some((issue) => tooLarge.includes(issue.type))
    ? new CallError('input-too-large', `Too large: ${where}.`)
    : new CallError('invalid-input', `Not as the contract declares it: ${where}.`);
}
