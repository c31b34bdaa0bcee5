export default definePageConfig({
  navigationBarTitleText: '一起走',
  enablePullDownRefresh: true,
  // Taro looks for this hook in the page's own file only; ours is behind useShare.
  enableShareAppMessage: true,
});
