import { database } from './sdk';

/**
 * Makes a collection that is not there. The SDK reports one that is as an error without a code of its own
 * (errCode -1), so what counts is whether the collection can be read afterwards.
 */
export async function ensureCollection(name: string): Promise<'created' | 'existing'> {
  try {
    await database.createCollection(name);
    return 'created';
  } catch (cause) {
    try {
      await database.collection(name).limit(1).get();
    } catch {
      throw cause;
    }
    return 'existing';
  }
}
