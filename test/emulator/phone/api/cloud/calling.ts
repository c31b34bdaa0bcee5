import type { PhoneContext } from '../../parts';
import { jsonCopy, typeName } from '../json';
import { OFFLINE } from '../network';
import { CloudError, cloudError, toCloudError } from './cloud-error';

const NOT_INITIALISED =
  "errCode: -1  | errMsg: Cloud API isn't enabled, please call wx.cloud.init first\n" +
  '请先调用 wx.cloud.init() 完成初始化后再调用其他云 API。init 方法可传入一个对象用于设置默认配置，详见文档。';

/** What apps pass; untyped JavaScript may leave out anything. */
export type CloudOptions = Readonly<Record<string, unknown>>;

interface CloudApi<P extends IAPIParam, R> {
  (options: OQ<P>): void;
  (options: RQ<P>): Promise<R>;
}

/** The calling convention of `wx.cloud`: callbacks, or a Promise where none is given; failures are Errors. */
export class CloudCalling {
  initialised = false;

  constructor(private readonly context: PhoneContext) {}

  /** An API by its name: `work` gives what `success` gets, without `errMsg`. */
  api<P extends IAPIParam, R extends IAPISuccessParam>(
    name: string,
    work: (options: CloudOptions) => Promise<Omit<R, 'errMsg'>>,
  ): CloudApi<P, R> {
    const call = (options: CloudOptions = {}): unknown => this.run(name, options, () => work(options));
    return call as CloudApi<P, R>;
  }

  /** Throws at once where `wx.cloud.init` was not called, as WeChat does. Undefined where there are callbacks. */
  run(name: string, options: CloudOptions, work: () => Promise<object>): Promise<object> | undefined {
    if (!this.initialised) throw new CloudError(-1, NOT_INITIALISED);
    const answer = this.#answer(name, work);
    const { success, fail, complete } = options;
    if (!success && !fail && !complete) return answer;
    answer.then(
      (result) => this.#settle([success, complete], result),
      (error: unknown) => this.#settle([fail, complete], error),
    );
    return undefined;
  }

  async #answer(name: string, work: () => Promise<object>): Promise<object> {
    try {
      if (!this.context.online) throw cloudError(name, -1, `request:fail ${OFFLINE}`);
      return { ...jsonCopy(await work()), errMsg: `cloud.${name}:ok` };
    } catch (thrown) {
      throw toCloudError(name, thrown);
    }
  }

  /** In a task of their own, as messages from WeChat's native side arrive. */
  #settle(callbacks: readonly unknown[], value: unknown): void {
    setTimeout(() => {
      for (const callback of callbacks) {
        if (typeof callback !== 'function') continue;
        try {
          (callback as (value: unknown) => void)(value);
        } catch (error) {
          this.context.reportError(error);
        }
      }
    }, 0);
  }
}

/** WeChat's own check of a parameter: errCode -401003. */
export function required(api: string, options: CloudOptions, field: string, wanted: 'string' | 'array'): unknown {
  const value = options[field];
  if (wanted === 'array' ? Array.isArray(value) : typeof value === wanted) return value;
  throw wrongParameter(api, field, wanted, value);
}

export function wrongParameter(api: string, field: string, wanted: string, value: unknown): CloudError {
  const reason = `parameter.${field} should be ${wanted} instead of ${typeName(value).toLowerCase()};`;
  return cloudError(api, -401003, reason, 'api parameter type error');
}
