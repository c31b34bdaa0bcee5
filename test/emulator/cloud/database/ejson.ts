/** What crosses the wire and what is stored is canonical EJSON text. */
import { BSONRegExp, EJSON } from 'bson';
import { invalidParameter } from '../cloud-error';
import { isRecord } from '../record';

/** `db.serverDate({ offset })`: the server's time when the request is carried out, plus `offset` ms. */
const SERVER_DATE = '$tcb_server_date';

export function stringify(value: unknown): string {
  return EJSON.stringify(value, { relaxed: false });
}

/** Reads EJSON; numbers become JavaScript numbers, server dates become the Date of `now`. */
export function parse(text: string, now: number): unknown {
  return revive(EJSON.parse(text, { relaxed: true }), now);
}

/** {@link parse} where only an object makes sense. */
export function parseObject(text: string, now: number): Record<string, unknown> {
  const value = parse(text, now);
  if (!isRecord(value)) throw invalidParameter(`expected an object, got ${text.slice(0, 100)}`);
  return value;
}

function revive(value: unknown, now: number): unknown {
  if (Array.isArray(value)) return value.map((item) => revive(item, now));
  if (value instanceof BSONRegExp) return new RegExp(value.pattern, value.options);
  if (!isRecord(value)) return value;
  const serverDate = value[SERVER_DATE];
  if (isRecord(serverDate)) return new Date(now + Number(serverDate['offset'] ?? 0));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, revive(item, now)]));
}
