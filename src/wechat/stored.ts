/** One value that this phone keeps for this person between launches. Lost with the mini program. */
export interface Stored {
  /** Undefined: nothing is kept. What an older version kept may have any shape. */
  read(): unknown;
  /** `value`: JSON. Waits for nothing; where WeChat cannot keep it there is nothing the next time. */
  keep(value: object): void;
  drop(): void;
}

export function createStored(key: string): Stored {
  return {
    read: () => wx.getStorageSync<unknown>(key) || undefined,
    keep: (value) => void wx.setStorage({ key, data: value }),
    drop: () => void wx.removeStorage({ key }),
  };
}
