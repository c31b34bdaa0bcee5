/**
 * Hooks and pages in jsdom: genuine React, genuine `@tarojs/taro` with its genuine hooks, over a fake `wx`.
 * Only `@tarojs/components` is replaced: on a phone they are WeChat's, here they are small DOM stand-ins.
 */
module.exports = {
  displayName: 'components',
  testMatch: ['<rootDir>/test/components/**/*.test.ts?(x)'],
  testEnvironment: 'jsdom',
  setupFiles: ['<rootDir>/test/components/setup/environment.ts'],
  moduleNameMapper: {
    '^@tarojs/components$': '<rootDir>/test/components/setup/stand-ins.tsx',
    '\\.scss$': '<rootDir>/test/components/setup/no-style.ts',
  },
  transform: {
    '\\.[jt]sx?$': [
      'babel-jest',
      {
        configFile: false,
        presets: [['taro', { framework: 'react', ts: true }]],
        plugins: ['@babel/plugin-transform-modules-commonjs'],
      },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!@tarojs/)'],
  // What Taro's build writes in.
  globals: {
    CLOUD_ENV: '',
    ENABLE_INNER_HTML: false,
    ENABLE_ADJACENT_HTML: false,
    ENABLE_SIZE_APIS: false,
    ENABLE_TEMPLATE_CONTENT: false,
    ENABLE_MUTATION_OBSERVER: false,
    ENABLE_CLONE_NODE: false,
    ENABLE_CONTAINS: false,
  },
};
