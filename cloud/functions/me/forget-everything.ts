import * as v from 'valibot';
import { Collection } from '../../platform/database';
import { schema } from '../../schema';
import { avatarParts } from '../../stores/avatar-parts';

const anyDocument = v.looseObject({ _id: v.string() });

/**
 * Deletes every file and every document of a person, by the schema, so that a new collection cannot be left out.
 * Files go first: while their documents stand, a call that died can be repeated. Throws a CallError: `cloud-error`.
 */
export async function forgetEverything(openid: string): Promise<void> {
  await avatarParts.files.remove(await avatarParts.pictures.filesOf(openid));
  for (const { name, owner } of schema) {
    await new Collection(name, (value) => v.parse(anyDocument, value)).removeAll({ [owner]: openid });
  }
}
