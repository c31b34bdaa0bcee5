/** One yes or no that this phone remembers for this person, between launches. Lost with the mini program. */
export interface Memory {
  recall(): boolean;
  remember(): void;
  forget(): void;
}

export function createMemory(key: string): Memory {
  return {
    recall: () => wx.getStorageSync<boolean | ''>(key) === true,
    remember: () => void wx.setStorage({ key, data: true }),
    forget: () => void wx.removeStorage({ key }),
  };
}
