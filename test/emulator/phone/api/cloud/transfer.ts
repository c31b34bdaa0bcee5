import { fail } from '../failure';

type Progress = Parameters<WechatMiniprogram.UploadTaskOnProgressUpdateCallback>[0] &
  Parameters<WechatMiniprogram.DownloadTaskOnProgressUpdateCallback>[0];
type Listener = (progress: Progress) => void;

/** What `uploadFile` and `downloadFile` answer where callbacks are given (api/network/upload/UploadTask.html). */
export class Transfer implements WechatMiniprogram.UploadTask, WechatMiniprogram.DownloadTask {
  readonly #listeners = new Set<Listener>();
  #end: (() => void) | undefined;

  constructor(private readonly api: string) {}

  /** The answer of `work`, unless the app aborts first. All bytes are told at once: the line is this machine. */
  async follow(work: Promise<{ readonly answer: object; readonly bytes: number }>): Promise<object> {
    const aborted = new Promise<never>((_, reject) => {
      this.#end = () => reject(fail(this.api, 'abort'));
    });
    const { answer, bytes } = await Promise.race([work, aborted]);
    const amounts = { totalBytesSent: bytes, totalBytesExpectedToSend: bytes };
    const received = { totalBytesWritten: bytes, totalBytesExpectedToWrite: bytes };
    for (const listener of this.#listeners) listener({ progress: 100, ...amounts, ...received });
    return answer;
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
