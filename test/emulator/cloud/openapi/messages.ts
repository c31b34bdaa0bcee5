/** The protobuf messages of cloud calls, as the genuine SDK registers them when it is loaded. */
import { createRequire } from 'node:module';

export interface KeyValuePair {
  readonly key: string;
  readonly value: Uint8Array;
}

export interface CommApiData {
  readonly openapiData?: { readonly pairs: readonly KeyValuePair[] } | null;
  readonly svrkitData?: { readonly apiName: string; readonly reqData: Uint8Array } | null;
}

export interface CommOpenApiResp {
  readonly respData?: Uint8Array;
  readonly contentType?: string;
  /** WeChat's own refusal, e.g. -604101; 0 or absent = none. */
  readonly errorCode?: number;
  readonly svrkitErrorCode?: number;
}

interface Codec<Message> {
  encode(message: Message): { finish(): Uint8Array };
  decode(bytes: Uint8Array): Message;
}

export interface Messages {
  readonly CommApiData: Codec<CommApiData>;
  readonly CommOpenApiResp: Codec<CommOpenApiResp>;
  readonly ApiGetOpenDataByCloudIdReq: Codec<{ readonly cloudidList: readonly string[] }>;
  readonly ApiGetOpenDataByCloudIdResp: Codec<{
    readonly dataList: readonly { readonly cloudId: string; readonly json: string }[];
  }>;
  readonly ApiVoipSignReq: Codec<{ readonly groupId: string; readonly timestamp: number; readonly nonce: string }>;
  readonly ApiVoipSignResp: Codec<{ readonly signature: string }>;
}

let loaded: Messages | undefined;

/** Loads the SDK at the first use: it takes a fifth of a second, and most runs never need it. */
export function messages(): Messages {
  if (loaded === undefined) {
    const load = createRequire(__filename);
    load('wx-server-sdk');
    // The SDK's own protobufjs, whichever version it brought.
    const protobuf: unknown = createRequire(load.resolve('wx-server-sdk'))('protobufjs/minimal');
    loaded = (protobuf as { readonly roots: { readonly default: Messages } }).roots.default;
  }
  return loaded;
}
