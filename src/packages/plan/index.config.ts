export default definePageConfig({
  navigationBarTitleText: '约一次同行',
});
