import { callFailureCode } from './call-failure';
import { readFailure } from './failure';
import { OpenDataError } from './open-data-error';
import { randomName } from './random-name';

/** Percent, 0 to 100. */
export type OnProgress = (percent: number) => void;

/**
 * Uploads a picture that WeChat gave a temporary path for, under a name that nobody can guess; answers its file id.
 * The album's are called JPEG or PNG; whether they are is for the cloud to see.
 *
 * @throws {OpenDataError} `network`, `timeout`, `rate-limited`, `cloud-error`, `api-unsupported`
 */
export async function uploadPicture(
  folder: 'avatars' | 'album',
  filePath: string,
  onProgress?: OnProgress,
): Promise<string> {
  const cloudPath = `${folder}/${await randomName()}.${extensionOf(filePath, folder)}`;
  return inCloud('uploadFile', (cloud) =>
    onProgress ? uploadTold(cloud, { cloudPath, filePath }, onProgress) : upload(cloud, { cloudPath, filePath }),
  );
}

interface File {
  readonly cloudPath: string;
  readonly filePath: string;
}

const upload = async (cloud: WxCloud, file: File): Promise<string> => (await cloud.uploadFile(file)).fileID;

/** There is a task to follow only where callbacks are given (lib.wx.cloud.d.ts). */
const uploadTold = (cloud: WxCloud, file: File, onProgress: OnProgress): Promise<string> =>
  new Promise((resolve, reject) => {
    const task = cloud.uploadFile({ ...file, success: ({ fileID }) => resolve(fileID), fail: reject });
    task.onProgressUpdate(({ progress }) => onProgress(progress));
  });

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
const extensionOf = (path: string, folder: 'avatars' | 'album'): string => {
  const known = folder === 'album' ? /\.(png|jpe?g)$/i : /\.(png|jpe?g|gif|webp)$/i;
  return known.exec(path)?.[1]?.toLowerCase() ?? 'jpg';
};
