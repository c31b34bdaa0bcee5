export default defineAppConfig({
  pages: ['pages/home/index', 'pages/group/index'],
  subPackages: [
    { root: 'packages/me', pages: ['index'] },
    { root: 'packages/plan', pages: ['index'] },
    // Cards lead to it by this path; most people who open the app never do.
    { root: 'pages/activity', pages: ['index'] },
    { root: 'packages/album', pages: ['index'] },
  ],
  window: {
    navigationBarTitleText: '同行',
    navigationBarBackgroundColor: '@navBackground',
    navigationBarTextStyle: '@navText',
    backgroundColor: '@background',
    backgroundColorTop: '@background',
    backgroundColorBottom: '@background',
    backgroundTextStyle: '@loading',
  },
  darkmode: true,
  themeLocation: 'theme.json',
  sitemapLocation: 'sitemap.json',
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
});
