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

/** Fields under the names of WeChat's page in camel case; the answer too. Rejects with `{ errCode, errMsg }`. */
export type CloudCall = (fields: Readonly<Record<string, unknown>>) => Promise<unknown>;

// Declared as Record<string, any>. A call has to stand in `permissions.openapi` of the function's config.json.
export const openapi = cloud.openapi as {
  readonly phonenumber: { readonly getPhoneNumber: CloudCall };
  readonly security: { readonly msgSecCheck: CloudCall; readonly mediaCheckAsync: CloudCall };
  readonly updatableMessage: { readonly createActivityId: CloudCall; readonly setUpdatableMsg: CloudCall };
};

/** One answer for a file, in the order asked: `status` 0 or why not, as `{ errCode }` would say. */
interface FileAnswer {
  readonly status: number;
}

/** Temporary URLs, two hours long. */
export async function getTempFileURL(fileIDs: readonly string[]) {
  // Declared as perhaps nothing, for a callback that nobody passes.
  const answer = await (cloud.getTempFileURL({ fileList: [...fileIDs] }) as Promise<{
    readonly fileList: readonly (FileAnswer & { readonly tempFileURL: string })[];
  }>);
  return answer.fileList;
}

export async function deleteFile(fileIDs: readonly string[]) {
  const answer = await (cloud.deleteFile({ fileList: [...fileIDs] }) as Promise<{
    readonly fileList: readonly FileAnswer[];
  }>);
  return answer.fileList;
}

/** The bytes of a file. Rejects with `{ errCode, errMsg }`. */
export async function downloadFile(fileID: string): Promise<Buffer> {
  return (await cloud.downloadFile({ fileID })).fileContent;
}

/** Writes a file that belongs to nobody but the functions; answers its fileID. Rejects with `{ errCode, errMsg }`. */
export async function uploadFile(cloudPath: string, fileContent: Buffer): Promise<string> {
  return (await cloud.uploadFile({ cloudPath, fileContent })).fileID;
}

// `throwOnNotFound` is missing in the declarations: without it a document that is not there is an error.
const options: object = { throwOnNotFound: false };
export const database = cloud.database(options);
