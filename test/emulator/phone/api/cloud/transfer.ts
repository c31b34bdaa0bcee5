import { fail } from '../failure';

type Progress = Parameters<WechatMiniprogram.UploadTaskOnProgressUpdateCallback>[0] &
  Parameters<WechatMiniprogram.DownloadTaskOnProgressUpdateCallback>[0];
type Listener = (progress: Progress) => void;

export interface TransferWork {
  /** Bytes that have arrived, of all. */
  readonly tell: (done: number, total: number) => void;
  readonly isAborted: () => boolean;
}

/** What `uploadFile` and `downloadFile` answer where callbacks are given (api/network/upload/UploadTask.html). */
export class Transfer implements WechatMiniprogram.UploadTask, WechatMiniprogram.DownloadTask {
  readonly #listeners = new Set<Listener>();
  #end: (() => void) | undefined;

  constructor(private readonly api: string) {}

  /** The answer of `work`, unless the app aborts first. `work` tells what has arrived, in bytes, and stops once aborted. */
  async follow(work: (transfer: TransferWork) => Promise<object>): Promise<object> {
    let isAborted = false;
    const aborted = new Promise<never>((_, reject) => {
      this.#end = () => {
        isAborted = true;
        reject(fail(this.api, 'abort'));
      };
    });
    const tell = (done: number, total: number): void => {
      if (isAborted) return;
      const sent = { totalBytesSent: done, totalBytesExpectedToSend: total };
      const received = { totalBytesWritten: done, totalBytesExpectedToWrite: total };
      const progress = total === 0 ? 100 : Math.floor((done / total) * 100);
      for (const listener of this.#listeners) listener({ progress, ...sent, ...received });
    };
    return Promise.race([work({ tell, isAborted: () => isAborted }), aborted]);
  }

  abort(): void {
    this.#end?.();
  }

  onProgressUpdate(listener: Listener): void {
    this.#listeners.add(listener);
  }

  offProgressUpdate(listener?: Listener): void {
    if (listener) this.#listeners.delete(listener);
    else this.#listeners.clear();
  }

  /** There are no headers between here and there. */
  onHeadersReceived(): void {}
  offHeadersReceived(): void {}
}
