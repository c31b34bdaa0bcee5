/**
 * What `wx.cloud.CloudID(cloudID)` makes. At the top level of `data` it asks WeChat to put the open data in its place;
 * anywhere deeper it travels as the plain string (framework/open-ability/signature.md).
 */
export class CloudIDValue {
  constructor(readonly cloudID: string) {}

  toJSON(): string {
    return this.cloudID;
  }
}

/** `CloudID(id)` and `new CloudID(id)` both make one, as with WeChat. */
export function CloudID(cloudID: string): CloudIDValue {
  if (typeof cloudID !== 'string') throw new TypeError(`CloudID: cloudID should be a string, got ${String(cloudID)}`);
  return new CloudIDValue(cloudID);
}

/** Top-level fields of `data` that hold a CloudID, in the order of the fields. */
export function topLevelCloudIDs(data: object): Record<string, string> {
  const entries = Object.entries(data).filter(
    (entry): entry is [string, CloudIDValue] => entry[1] instanceof CloudIDValue,
  );
  return Object.fromEntries(entries.map(([field, { cloudID }]) => [field, cloudID]));
}
