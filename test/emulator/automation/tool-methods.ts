import { SDK_VERSION } from '../phone/api/device';
import type { Methods } from './method';

export function toolMethods(): Methods {
  return {
    'Tool.getInfo': () => ({ SDKVersion: SDK_VERSION }),
    /** The client says goodbye; the phone stays. */
    'Tool.close': () => ({}),
  };
}
