import { callFailureCode } from './call-failure';
import { readFailure } from './failure';
import { OpenDataError } from './open-data-error';
import { randomName } from './random-name';

/**
 * Uploads a picture that WeChat gave a temporary path for, under a name that nobody can guess; answers its file id.
 *
 * @throws {OpenDataError} `network`, `timeout`, `rate-limited`, `cloud-error`, `api-unsupported`
 */
export async function uploadPicture(folder: 'avatars', filePath: string): Promise<string> {
  const cloudPath = `${folder}/${await randomName()}.${extensionOf(filePath)}`;
  return inCloud('uploadFile', async (cloud) => (await cloud.uploadFile({ cloudPath, filePath })).fileID);
}

/**
 * Deletes a file that this person has uploaded.
 *
 * @throws {OpenDataError} as {@link uploadPicture}
 */
export function deleteFile(fileID: string): Promise<void> {
  return inCloud('deleteFile', async (cloud) => void (await cloud.deleteFile({ fileList: [fileID] })));
}

async function inCloud<T>(api: string, work: (cloud: WxCloud) => Promise<T>): Promise<T> {
  if (wx.cloud === undefined)
    throw new OpenDataError('api-unsupported', 'wx.cloud is missing: base library below 2.2.3');
  try {
    return await work(wx.cloud);
  } catch (reason) {
    const failure = readFailure(reason);
    throw new OpenDataError(callFailureCode(failure), `${api}: ${failure.text}`, { cause: reason });
  }
}

type WxCloud = NonNullable<typeof wx.cloud>;

/** WeChat's avatars are JPEG; a picture from the album may be something else. */
const extensionOf = (path: string): string => /\.(png|jpg|jpeg|gif|webp)$/i.exec(path)?.[1]?.toLowerCase() ?? 'jpg';
