// Taro's build reads this file; jest's projects say their own (jest.config.js).
module.exports = {
  // Fields of classes are plain assignments: nobody here has a setter that a field would have to bypass.
  assumptions: { setPublicClassFields: true },
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: true,
        compiler: 'webpack5',
        // The phones of the browserslist have these; babel rewrites them for corner cases of Safari (identity of tagged
        // templates, scopes of default parameters) that no code here meets. It costs 3 % of the main package.
        exclude: ['transform-template-literals', 'transform-parameters', 'transform-destructuring'],
      },
    ],
  ],
};
