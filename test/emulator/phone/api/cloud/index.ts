import type { ApiPart } from '../part';
import { createCallFunction } from './call-function';
import { CloudCalling } from './calling';
import { CloudID } from './cloud-id';
import { createFiles } from './files';

/** WeChat: developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/ */
export function createCloud({ context }: ApiPart) {
  const calling = new CloudCalling(context);
  return {
    /** One environment is all there is: which one is asked for does not matter. */
    init: (_config?: IInitCloudConfig): void => {
      calling.initialised = true;
    },
    ...createCallFunction(context, calling),
    ...createFiles(context, calling),
    CloudID: CloudID as unknown as ICloud.ICloudIDConstructor,
  } satisfies Partial<WxCloud>;
}
