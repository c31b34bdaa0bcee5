import { CloudID, topLevelCloudIDs } from './cloud-id';
import { CloudError, cloudError, toCloudError } from './cloud-error';
import { typeName } from './json';
import { OFFLINE } from './network';
import type { ApiPart } from './part';

const NOT_INITIALISED =
  "errCode: -1  | errMsg: Cloud API isn't enabled, please call wx.cloud.init first\n" +
  '请先调用 wx.cloud.init() 完成初始化后再调用其他云 API。init 方法可传入一个对象用于设置默认配置，详见文档。';

interface CallFunctionResult {
  readonly result: ICloud.CallFunctionResult['result'];
  readonly requestID: string;
  readonly errMsg: string;
}

/** What apps pass; untyped JavaScript may leave out anything. */
interface CallFunctionOptions {
  readonly name?: unknown;
  readonly data?: unknown;
  readonly success?: (result: CallFunctionResult) => void;
  readonly fail?: (error: CloudError) => void;
  readonly complete?: (result: CallFunctionResult | CloudError) => void;
}

/** WeChat: developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/functions/Cloud.callFunction.html */
export function createCloud({ context }: ApiPart) {
  let initialised = false;

  async function call({ name, data = {} }: CallFunctionOptions): Promise<CallFunctionResult> {
    if (typeof name !== 'string') throw parameterError('name', 'string', name);
    if (typeof data !== 'object' || data === null) throw parameterError('data', 'object', data);
    if (!context.online) throw cloudError('callFunction', -1, `request:fail ${OFFLINE}`);
    const { result, requestID } = await context.bridge.request('callFunction', {
      name,
      data: JSON.stringify(data),
      cloudIDs: topLevelCloudIDs(data),
    });
    return { result: result as CallFunctionResult['result'], requestID, errMsg: 'cloud.callFunction:ok' };
  }

  /** Throws at once where `wx.cloud.init` was not called, as WeChat does. */
  function callFunction(options: OQ<ICloud.CallFunctionParam>): void;
  function callFunction(options: RQ<ICloud.CallFunctionParam>): Promise<ICloud.CallFunctionResult>;
  function callFunction(options: CallFunctionOptions = {}): Promise<ICloud.CallFunctionResult> | void {
    if (!initialised) throw new CloudError(-1, NOT_INITIALISED);
    const answer = call(options).catch((thrown: unknown) => Promise.reject(toCloudError('callFunction', thrown)));
    const { success, fail, complete } = options;
    if (!success && !fail && !complete) return answer;
    const settle =
      <T>(first: ((value: T) => void) | undefined, last: ((value: T) => void) | undefined) =>
      (value: T) =>
        void setTimeout(() => {
          for (const callback of [first, last]) {
            try {
              callback?.(value);
            } catch (error) {
              context.reportError(error);
            }
          }
        }, 0);
    answer.then(settle(success, complete), settle(fail, complete));
  }

  return {
    /** One environment is all there is: which one is asked for does not matter. */
    init: (_config?: IInitCloudConfig): void => {
      initialised = true;
    },
    callFunction,
    CloudID: CloudID as unknown as ICloud.ICloudIDConstructor,
  } satisfies Pick<WxCloud, 'init' | 'callFunction' | 'CloudID'>;
}

function parameterError(field: string, wanted: string, value: unknown): CloudError {
  const reason = `parameter.${field} should be ${wanted} instead of ${typeName(value).toLowerCase()};`;
  return cloudError('callFunction', -401003, reason, 'api parameter type error');
}
