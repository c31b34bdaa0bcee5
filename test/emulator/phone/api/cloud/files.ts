import { fromBase64, toBase64 } from '../../files/base64';
import type { PhoneContext } from '../../parts';
import { required, wrongParameter, type CloudCalling, type CloudOptions } from './calling';
import { cloudError } from './cloud-error';
import { Transfer, type TransferWork } from './transfer';

/** Files a call may name. */
const MOST = 50;
/** Bytes of an upload that are sent, and told as progress, at once. */
const PIECE = 128 * 1024;

/** WeChat: developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/storage/ */
export function createFiles({ bridge, files }: PhoneContext, calling: CloudCalling) {
  const text = (api: string, options: CloudOptions, field: string): string =>
    String(required(api, options, field, 'string'));
  const list = (api: string, options: CloudOptions): readonly unknown[] => {
    const fileList = required(api, options, 'fileList', 'array') as readonly unknown[];
    if (fileList.length <= MOST) return fileList;
    throw cloudError(api, -401003, `at most ${MOST} files a call, got ${fileList.length}`);
  };

  /** An API that moves bytes: with callbacks it answers with a task. */
  const transfer = <Api extends 'uploadFile' | 'downloadFile'>(
    api: Api,
    work: (options: CloudOptions, transfer: TransferWork) => Promise<object>,
  ): WxCloud[Api] => {
    const call = (options: CloudOptions = {}): unknown => {
      const task = new Transfer(api);
      return calling.run(api, options, () => task.follow((transfer) => work(options, transfer))) ?? task;
    };
    return call as WxCloud[Api];
  };

  return {
    uploadFile: transfer('uploadFile', async (options, { tell, isAborted }) => {
      const cloudPath = text('uploadFile', options, 'cloudPath');
      const filePath = text('uploadFile', options, 'filePath');
      const file = files.get(filePath);
      if (!file) throw cloudError('uploadFile', -1, `uploadFile:fail file not found: ${filePath}`);
      const { bytes } = file;
      const upload = crypto.randomUUID();
      let sent = 0;
      while (bytes.length - sent > PIECE) {
        if (isAborted()) return {};
        const base64 = toBase64(bytes.subarray(sent, sent + PIECE));
        ({ received: sent } = await bridge.request('uploadPart', { upload, base64 }));
        tell(sent, bytes.length);
      }
      const last = toBase64(bytes.subarray(sent));
      const answer = await bridge.request('uploadFile', { cloudPath, base64: last, ...(sent > 0 ? { upload } : {}) });
      tell(bytes.length, bytes.length);
      return answer;
    }),

    downloadFile: transfer('downloadFile', async (options, { tell }) => {
      const fileID = text('downloadFile', options, 'fileID');
      const { base64, contentType, statusCode } = await bridge.request('downloadFile', { fileID });
      const bytes = fromBase64(base64);
      tell(bytes.length, bytes.length);
      return { statusCode, tempFilePath: files.add({ bytes, type: contentType }) };
    }),

    /** `fileList` also takes `{ fileID, maxAge }`, seconds. */
    getTempFileURL: calling.api<ICloud.GetTempFileURLParam, ICloud.GetTempFileURLResult>(
      'getTempFileURL',
      async (options) => {
        const wanted = list('getTempFileURL', options).map(toWanted);
        const { fileList } = await bridge.request('getTempFileURL', { fileList: wanted });
        return { fileList: [...fileList] };
      },
    ),

    deleteFile: calling.api<ICloud.DeleteFileParam, ICloud.DeleteFileResult>('deleteFile', async (options) => {
      const { fileList } = await bridge.request('deleteFile', { fileList: list('deleteFile', options).map(String) });
      return { fileList: [...fileList] };
    }),
  } satisfies Partial<WxCloud>;
}

function toWanted(file: unknown): { fileID: string; maxAge?: number } {
  if (typeof file === 'string') return { fileID: file };
  const { fileID, maxAge } = Object(file) as { fileID?: unknown; maxAge?: unknown };
  if (typeof fileID !== 'string') throw wrongParameter('getTempFileURL', 'fileList[i]', 'string', file);
  return { fileID, ...(typeof maxAge === 'number' ? { maxAge } : {}) };
}
