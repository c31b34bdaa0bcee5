import * as v from 'valibot';
import { Collection } from '../../platform/database';
import { thumbnailOf } from '../../domain/pictures/kept-at';
import { schema } from '../../schema';
import { activitiesStore } from '../../stores/activities-store';
import { avatarParts } from '../../stores/avatar-parts';

const claims = 'pictures';
const anyDocument = v.looseObject({ _id: v.string() });

/**
 * Deletes every file and every document of a person, by the schema, so that a new collection cannot be left out.
 * Files go first: while their documents stand, a call that died can be repeated. Calls that save a picture look after
 * they have stored it whether it is still claimed; one that claims a picture meanwhile is met by another round.
 * Throws a CallError: `cloud-error`.
 */
export async function forgetEverything(openid: string): Promise<void> {
  do {
    await forgetOnce(openid);
  } while ((await avatarParts.pictures.someOf(openid)).length > 0);
}

async function forgetOnce(openid: string): Promise<void> {
  await forgetPictures(openid);
  // Before the schema's turn: what they organized says on its cards that it is over, their seats are others' again.
  // Those without a card too, else one could be made that nobody can tell any more.
  await activitiesStore.forget(openid);
  await activitiesStore.clearForgotten(Date.now());
  // In its order memberships go after what they hold copies of, and before walks: a first entry and a new walk under way
  // count on that.
  for (const { name, owner } of schema) {
    // A claim that has come since is the only way to its files.
    if (name === claims) continue;
    await new Collection(name, (value) => v.parse(anyDocument, value)).removeAll({ [owner]: openid });
  }
}

async function forgetPictures(openid: string): Promise<void> {
  const { files, pictures } = avatarParts;
  for (let some = await pictures.someOf(openid); some.length > 0; some = await pictures.someOf(openid)) {
    await files.remove(some.flatMap(({ uploadID, fileID }) => [uploadID, fileID, thumbnailOf(fileID)]));
    await pictures.release(
      openid,
      some.map(({ fileID }) => fileID),
    );
  }
}
