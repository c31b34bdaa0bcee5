export default definePageConfig({
  navigationBarTitleText: '群相册',
  enablePullDownRefresh: true,
});
