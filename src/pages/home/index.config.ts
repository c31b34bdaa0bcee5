export default definePageConfig({
  navigationBarTitleText: '同行',
  enablePullDownRefresh: true,
});
