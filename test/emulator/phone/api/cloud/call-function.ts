import type { PhoneContext } from '../../parts';
import { wrongParameter, type CloudCalling } from './calling';
import { topLevelCloudIDs } from './cloud-id';

/** WeChat: developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/functions/Cloud.callFunction.html */
export function createCallFunction({ bridge }: PhoneContext, calling: CloudCalling) {
  return {
    callFunction: calling.api<ICloud.CallFunctionParam, ICloud.CallFunctionResult & { requestID: string }>(
      'callFunction',
      async ({ name, data = {} }) => {
        if (typeof name !== 'string') throw wrongParameter('callFunction', 'name', 'string', name);
        if (typeof data !== 'object' || data === null) throw wrongParameter('callFunction', 'data', 'object', data);
        const { result, requestID } = await bridge.request('callFunction', {
          name,
          data: JSON.stringify(data),
          cloudIDs: topLevelCloudIDs(data),
        });
        return { result: result as ICloud.CallFunctionResult['result'], requestID };
      },
    ),
  } satisfies Partial<WxCloud>;
}
