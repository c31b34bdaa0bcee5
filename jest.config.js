/**
 * Four projects: `unit` (pure rules, the parts of the local WeChat), `cloud` (functions through the genuine SDK),
 * `components` (hooks and pages in jsdom through the genuine Taro runtime), `e2e` (the weapp build, driven by
 * miniprogram-automator; started by `npm run emulator:exec`).
 */
const node = {
  rootDir: __dirname,
  modulePathIgnorePatterns: [
    '<rootDir>/\\.sabotage/',
    '<rootDir>/\\.bench/',
    '<rootDir>/dist/',
    '<rootDir>/cloud/dist/',
    '<rootDir>/test/fixtures/',
  ],
  testEnvironment: 'node',
  transform: {
    '\\.[cm]?[jt]sx?$': [
      'babel-jest',
      {
        configFile: false,
        presets: [
          ['@babel/preset-env', { targets: { node: '20' } }],
          ['@babel/preset-react', { runtime: 'automatic' }],
          '@babel/preset-typescript',
        ],
      },
    ],
  },
  // Published as ES modules only: jest needs them as CommonJS.
  transformIgnorePatterns: ['/node_modules/(?!(valibot)/)', '/dist/'],
};

module.exports = {
  testTimeout: 60000,
  projects: [
    { ...node, displayName: 'unit', testMatch: ['<rootDir>/test/unit/**/*.test.ts?(x)'] },
    { ...node, displayName: 'cloud', testMatch: ['<rootDir>/test/cloud/**/*.test.ts'] },
    { ...node, displayName: 'e2e', testMatch: ['<rootDir>/test/e2e/**/*.test.ts'] },
    require('./test/components/jest.project.js'),
  ],
};
