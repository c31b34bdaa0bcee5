/* global Page, wechat */
/** What the guideline says of each scope that WeChat asks a person for (framework/user-privacy/README.md). */
const ITEMS = {
  'scope.werun': { purpose: '展示和统计你的运动情况', what: '收集你的微信运动步数', label: '微信运动步数' },
  getPhoneNumber: { purpose: '联系你', what: '收集你的手机号', label: '手机号' },
  chooseAvatar: { purpose: '展示你的个人资料', what: '收集你的昵称、头像', label: '昵称、头像' },
  'scope.userLocation': { purpose: '提供与位置有关的功能', what: '收集你的位置信息', label: '位置信息' },
  'scope.record': { purpose: '录音和语音通话', what: '访问你的麦克风', label: '麦克风' },
  'scope.camera': { purpose: '拍摄和视频通话', what: '访问你的摄像头', label: '摄像头' },
  'scope.writePhotosAlbum': { purpose: '保存图片或视频', what: '使用你的相册（仅写入）权限', label: '添加到相册' },
};

/** `data.scopes`: the declared scopes; all that have a sentence when it is not given. */
Page({
  data: { name: wechat.appName, contractName: '', items: [], labels: '' },

  onLoad() {
    const declared = wechat.data.scopes || Object.keys(ITEMS);
    const items = declared.filter((scope) => ITEMS[scope]).map((scope) => ({ scope, ...ITEMS[scope] }));
    this.setData({ items, labels: items.map((item) => item.label).join('、') });
    return wechat.request('getPrivacySetting', {}).then(({ privacyContractName }) => {
      this.setData({ contractName: privacyContractName });
    });
  },
});
