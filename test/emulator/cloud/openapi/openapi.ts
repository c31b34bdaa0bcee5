/** `cloud.openapi.*`, `cloud.getOpenData` and `cloud.getVoIPSign`, behind the wire's `wx.openApi`. */
import { CloudError } from '../cloud-error';
import type { Platform } from '../../wechat/types';
import type { Invocation } from '../functions/invocation';
import type { OpenApiHandler } from '../types';
import { messages, type CommOpenApiResp, type KeyValuePair } from './messages';
import type { OpenApiFaults } from './open-api-faults';
import { voipSignature } from './voip-sign';

/** WeChat's refusals of a cloud call (wx-server-sdk, error.config). */
const NOT_FOUND = -604100;
const NO_PERMISSION = -604101;
const ILLEGAL_SOURCE = -604104;

export interface OpenApiRequest {
  readonly apiName: string;
  readonly requestData: Uint8Array;
  readonly invocation: Invocation | undefined;
}

export class OpenApi {
  readonly #platform: Platform;
  readonly #handlers: Readonly<Record<string, OpenApiHandler>>;

  readonly #faults: OpenApiFaults;

  constructor(platform: Platform, handlers: Readonly<Record<string, OpenApiHandler>>, faults: OpenApiFaults) {
    this.#platform = platform;
    this.#handlers = handlers;
    this.#faults = faults;
  }

  /** Bytes of a CommOpenApiResp. */
  async answer(request: OpenApiRequest): Promise<Uint8Array> {
    const { CommOpenApiResp } = messages();
    return CommOpenApiResp.encode(await this.#respond(request)).finish();
  }

  async #respond({ apiName, requestData, invocation }: OpenApiRequest): Promise<CommOpenApiResp> {
    if (invocation === undefined) return { errorCode: ILLEGAL_SOURCE };
    const { svrkitData, openapiData } = messages().CommApiData.decode(requestData);
    if (svrkitData) return this.#service(svrkitData.apiName, svrkitData.reqData, invocation);
    const answered = invocation.beginOpenApi(apiName);
    const handler = Object.hasOwn(this.#handlers, apiName) ? this.#handlers[apiName] : undefined;
    if (handler === undefined) {
      answered(NOT_FOUND);
      return refuse(NOT_FOUND, `there is no cloud call ${apiName} here`, invocation);
    }
    if (!invocation.folder.openapi.has(apiName)) {
      answered(NO_PERMISSION);
      const advice = `add "${apiName}" to permissions.openapi in config.json of the function ${invocation.folder.name}`;
      return refuse(NO_PERMISSION, advice, invocation);
    }
    const { openid } = invocation.caller;
    const fields = fieldsOf(openapiData?.pairs ?? []);
    const answer = await this.#faults.around(apiName, () => {
      if (invocation.abandoned) throw new CloudError('SYS_ERR', 'the environment was emptied since this call came');
      return handler({ openid, fields });
    });
    answered(Number(answer['errcode'] ?? 0));
    return { contentType: 'application/json', respData: Buffer.from(JSON.stringify(answer)) };
  }

  /** Needs no permission in config.json, but a user who calls. */
  #service(name: string, request: Uint8Array, invocation: Invocation): CommOpenApiResp {
    const { openid } = invocation.caller;
    if (name !== 'ApiGetOpenDataByCloudId' && name !== 'ApiVoipSign') {
      return refuse(NOT_FOUND, `there is no service ${name} here`, invocation);
    }
    if (openid === undefined) return refuse(ILLEGAL_SOURCE, `${name} needs a user who calls the function`, invocation);
    const respData = name === 'ApiVoipSign' ? this.#voipSign(request, openid) : this.#openData(request, openid);
    return { respData, svrkitErrorCode: 0 };
  }

  #openData(request: Uint8Array, openid: string): Uint8Array {
    const { ApiGetOpenDataByCloudIdReq, ApiGetOpenDataByCloudIdResp } = messages();
    const { cloudidList } = ApiGetOpenDataByCloudIdReq.decode(request);
    const dataList = cloudidList.map((cloudId) => {
      return { cloudId, json: JSON.stringify(this.#platform.resolveCloudID(cloudId, openid)) };
    });
    return ApiGetOpenDataByCloudIdResp.encode({ dataList }).finish();
  }

  #voipSign(request: Uint8Array, openid: string): Uint8Array {
    const { ApiVoipSignReq, ApiVoipSignResp } = messages();
    const { groupId, timestamp, nonce } = ApiVoipSignReq.decode(request);
    const room = { appId: this.#platform.app.appId, groupId, nonceStr: nonce, timeStamp: timestamp };
    return ApiVoipSignResp.encode({ signature: voipSignature(room, this.#platform.sessionKey(openid)) }).finish();
  }
}

/** The SDK reports the number alone: the reason goes to the function's log. */
function refuse(errorCode: number, reason: string, invocation: Invocation): CommOpenApiResp {
  invocation.console.push({ level: 'error', text: `[local CloudBase] ${errorCode}: ${reason}` });
  return { errorCode };
}

/** Values cross as JSON text under snake_case names; what is not JSON (a file's bytes) stays bytes. */
function fieldsOf(pairs: readonly KeyValuePair[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(pairs.map(({ key, value }) => [key, jsonOrBytes(value)]));
}

function jsonOrBytes(value: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(value).toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return value;
    throw error;
  }
}
