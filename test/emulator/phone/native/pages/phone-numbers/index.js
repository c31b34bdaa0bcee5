/* global Page, wechat */
/** Calling codes that the page offers (WeChat's own has all of them). */
const REGIONS = [
  { name: '中国大陆 +86', code: '86' },
  { name: '中国香港 +852', code: '852' },
  { name: '中国澳门 +853', code: '853' },
  { name: '中国台湾 +886', code: '886' },
  { name: '新加坡 +65', code: '65' },
  { name: '美国 +1', code: '1' },
];

/** The numbers of this WeChat account, to add to and to remove from; how many there are is the page's answer. */
Page({
  data: { numbers: [], regions: REGIONS, region: 0, typed: '', problem: '' },

  onLoad() {
    this.show(wechat.data.numbers || []);
  },

  show(numbers) {
    wechat.answer({ count: numbers.length });
    this.setData({ numbers, problem: '' });
  },

  chooseRegion(event) {
    this.setData({ region: Number(event.detail.value) });
  },

  type(event) {
    this.setData({ typed: event.detail.value.replace(/\D/g, '') });
  },

  /** WeChat sends a code by SMS first; here every number is the user's own. */
  add() {
    const { typed, region } = this.data;
    if (!/^\d{5,15}$/.test(typed)) return this.setData({ problem: '请填写正确的手机号' });
    const countryCode = REGIONS[region].code;
    return wechat.request('addPhoneNumber', { purePhoneNumber: typed, countryCode }).then(
      ({ numbers }) => {
        this.setData({ typed: '' });
        this.show(numbers);
      },
      ({ errMsg }) => this.setData({ problem: errMsg }),
    );
  },

  remove(event) {
    const { number: numberId } = event.currentTarget.dataset;
    return wechat.request('removePhoneNumber', { numberId }).then(
      ({ numbers }) => this.show(numbers),
      ({ errMsg }) => this.setData({ problem: errMsg }),
    );
  },
});
