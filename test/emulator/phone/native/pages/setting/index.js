/* global Page, wechat */
/** What WeChat calls the scopes on its settings page (framework/open-ability/authorize.md). */
const LABELS = {
  'scope.userInfo': '用户信息',
  'scope.userLocation': '位置信息',
  'scope.userFuzzyLocation': '模糊位置信息',
  'scope.userLocationBackground': '后台位置信息',
  'scope.address': '通讯地址',
  'scope.invoiceTitle': '发票抬头',
  'scope.invoice': '发票',
  'scope.werun': '微信运动步数',
  'scope.record': '麦克风',
  'scope.writePhotosAlbum': '添加到相册',
  'scope.camera': '摄像头',
  'scope.bluetooth': '蓝牙',
  'scope.addPhoneContact': '添加到联系人',
  'scope.addPhoneCalendar': '添加到日历',
};

/** One row a scope that was asked before; a switch counts at once, and its state is the page's answer. */
Page({
  data: { name: wechat.appName, loaded: false, rows: [] },

  onLoad() {
    return wechat.request('getSetting', {}).then(({ authSetting }) => this.show(authSetting));
  },

  show(authSetting) {
    this.authSetting = authSetting;
    wechat.answer({ authSetting });
    const rows = Object.entries(authSetting).map(([scope, granted]) => ({
      scope,
      granted,
      label: LABELS[scope] || scope,
    }));
    this.setData({ loaded: true, rows });
  },

  toggle(event) {
    const { scope } = event.currentTarget.dataset;
    const granted = event.detail.value;
    const before = this.authSetting;
    this.show({ ...before, [scope]: granted });
    return wechat.request('answerScope', { scope, granted }).catch((error) => {
      this.show(before);
      throw error;
    });
  },
});
