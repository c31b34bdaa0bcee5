import type { Platform, ResolvedCloudID } from '../../wechat/types';

/** WeChat replaces at most five CloudIDs a call (WeChat: framework/open-ability/signature.md). */
const MAX_REPLACED = 5;

export interface Substituted {
  readonly event: Record<string, unknown>;
  /** Fields that hold open data from WeChat: what OPEN_DATA_INFO lists. */
  readonly keys: readonly string[];
}

/**
 * Replaces CloudIDs by what they stand for: top-level fields only, the first five. A sixth stays a plain string (what
 * WeChat does with it is not documented). A CloudID that cannot be resolved becomes an object with errCode, and is not
 * listed as open data.
 *
 * @param cloudIDs top-level field -> cloudID, in the order of the fields
 */
export function substitute(
  data: Readonly<Record<string, unknown>>,
  cloudIDs: Readonly<Record<string, string>>,
  openid: string,
  platform: Pick<Platform, 'resolveCloudID'>,
): Substituted {
  const replaced = new Map<string, ResolvedCloudID>();
  for (const [field, cloudID] of Object.entries(cloudIDs).slice(0, MAX_REPLACED)) {
    if (Object.hasOwn(data, field) && data[field] === cloudID)
      replaced.set(field, platform.resolveCloudID(cloudID, openid));
  }
  return {
    event: Object.fromEntries(Object.entries(data).map(([field, value]) => [field, replaced.get(field) ?? value])),
    keys: [...replaced].filter(([, resolved]) => 'data' in resolved).map(([field]) => field),
  };
}
