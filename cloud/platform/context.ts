/** Who calls, as WeChat's gateway says: the only source of identity. */
export interface CallContext {
  /** Undefined where no person calls: the console, a timer. */
  readonly openid: string | undefined;
  readonly appid: string | undefined;
  /** `wx_client`, `wx_trigger`, ...: the whole chain, the first caller first. */
  readonly sources: readonly string[];
  /** The text of OPEN_DATA_INFO, '' where WeChat gave none. */
  readonly openDataInfo: string;
}

/**
 * Reads `getWXContext()`. The SDK makes a number of every value that is all digits, and loses zeros and precision by
 * it (`'00123'` becomes `123`): two people could become one. Such a value is no identity and is left out;
 * WeChat's own openids and appids have letters.
 */
export function readContext(raw: Readonly<Record<string, unknown>>): CallContext {
  return {
    openid: text(raw.OPENID),
    appid: text(raw.APPID),
    sources: text(raw.SOURCE)?.split(',') ?? [],
    openDataInfo: text(raw.OPEN_DATA_INFO) ?? '',
  };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
