/** `wx-server-sdk` 4.0.2 as it behaves, where its own declarations say otherwise. The only file that imports it. */
import * as cloud from 'wx-server-sdk';

// Declared as a string; at run time it is the symbol that stands for the environment the function is deployed to.
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string });

/** Good only inside `main`: the SDK reads the environment of the running invocation. */
export function getWXContext(): Readonly<Record<string, unknown>> {
  return cloud.getWXContext();
}

/**
 * Asks WeChat for the data behind CloudIDs of the user who calls, one answer for each, in the order asked.
 * Rejects with `{ errCode, errMsg }`, as a whole where one item has no data.
 */
export async function getOpenData(cloudIDs: readonly string[]): Promise<readonly unknown[]> {
  // Declared as a plain value; at run time it is a promise.
  const answer = cloud.getOpenData({ list: [...cloudIDs] }) as unknown as Promise<{
    readonly list: readonly unknown[];
  }>;
  return (await answer).list;
}

// `throwOnNotFound` is missing in the declarations: without it a document that is not there is an error.
const options: object = { throwOnNotFound: false };
export const database = cloud.database(options);
