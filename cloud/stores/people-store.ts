import * as v from 'valibot';
import { phone } from '../contract/phone';
import { Collection, command, type StoredDocument } from '../platform/database';

const named = v.object({ _id: v.string(), nickname: v.nullable(v.string()) });
const reachable = v.object({ _id: v.string(), phone: v.nullable(phone) });

const profiles = new Collection('profiles', (value) => v.parse(named, value));
const phones = new Collection('phones', (value) => v.parse(reachable, value));

/** In one call of the database. */
const atOnce = 100;

/** Nicknames by openid; who has given none is missing. A call of the database for every hundred people. */
export async function nicknamesOf(openids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await ofAll(profiles, openids);
  return new Map(found.flatMap(({ _id, nickname }) => (nickname === null ? [] : [[_id, nickname] as const])));
}

/** Phone numbers by openid, as one dials them; who has given none is missing. A call for every hundred people. */
export async function phoneNumbersOf(openids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await ofAll(phones, openids);
  return new Map(found.flatMap(({ _id, phone: kept }) => (kept === null ? [] : [[_id, kept.phoneNumber] as const])));
}

async function ofAll<D extends StoredDocument>(collection: Collection<D>, ids: readonly string[]): Promise<D[]> {
  const parts = Array.from({ length: Math.ceil(ids.length / atOnce) }, (_, part) =>
    ids.slice(part * atOnce, (part + 1) * atOnce),
  );
  const found = await Promise.all(parts.map((part) => collection.list({ _id: command.in(part) }, part.length)));
  return found.flat();
}
