/** The scopes of `wx.authorize`, and what WeChat's consent dialog says. Source: framework/open-ability/authorize.md */
export interface Scope {
  readonly title: string;
  readonly purpose: string;
}

export const SCOPES: Readonly<Record<string, Scope>> = {
  'scope.werun': { title: '获取你的微信运动步数', purpose: '用于展示和统计你的微信运动步数' },
  'scope.userLocation': { title: '获取你的位置信息', purpose: '你的位置信息将用于小程序位置接口的效果展示' },
  'scope.userFuzzyLocation': { title: '获取你的模糊位置信息', purpose: '你的模糊位置信息将用于小程序位置接口' },
  'scope.record': { title: '使用你的麦克风', purpose: '用于录音和语音通话' },
  'scope.camera': { title: '使用你的摄像头', purpose: '用于拍摄和视频通话' },
  'scope.writePhotosAlbum': { title: '保存图片或视频到你的相册', purpose: '用于将图片保存到相册' },
  'scope.bluetooth': { title: '使用你的蓝牙', purpose: '用于连接蓝牙设备' },
  'scope.addPhoneContact': { title: '添加到你的联系人', purpose: '用于将联系人保存到通讯录' },
  'scope.addPhoneCalendar': { title: '添加到你的日历', purpose: '用于将日程保存到日历' },
};

/** APIs that ask for a scope by themselves. */
const SCOPE_OF: Readonly<Record<string, string>> = {
  getWeRunData: 'scope.werun',
  getLocation: 'scope.userLocation',
  getFuzzyLocation: 'scope.userFuzzyLocation',
  saveImageToPhotosAlbum: 'scope.writePhotosAlbum',
  saveVideoToPhotosAlbum: 'scope.writePhotosAlbum',
  joinVoIPChat: 'scope.record',
};

/** `authorize:scope.werun` names its scope after the colon. */
export function scopeOf(api: string): string | undefined {
  const colon = api.indexOf(':');
  return colon < 0 ? SCOPE_OF[api] : api.slice(colon + 1);
}
