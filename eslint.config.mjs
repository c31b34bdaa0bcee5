// The arrows of the house, as rules: pages -> hooks -> wechat -> contract <- functions -> domain; functions -> platform.
import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** In a flat config a later `no-restricted-imports` replaces an earlier one whole: each room states all that it may not. */
const room = (files, ...patterns) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: patterns.map(([group, message, extra]) => ({ group, message, ...extra })) },
    ],
  },
});
const types = { allowTypeImports: true };
const emulator = [['**/test/**', '**/emulator/**'], 'Nothing in src or cloud knows that the local WeChat exists.'];
const taro = [['@tarojs/taro'], 'Only src/wechat touches Taro.* and wx.*.'];
const taroHooks = [
  ['@tarojs/taro'],
  'Hooks only: the build leaves out Taro.* (config/README.md). Call wx.*.',
  { importNamePattern: '^(?!use[A-Z])' },
];
const cloudCode = [
  ['**/cloud/functions/**', '**/cloud/stores/**', '**/cloud/domain/**', '**/cloud/platform/**', '**/cloud/schema'],
  'The phone and the cloud share cloud/contract only.',
];
const validators = [
  ['**/cloud/contract/*', '!**/cloud/contract/errors', '!**/cloud/contract/masked-phone'],
  'The client takes types: write `import type`.',
  types,
];
const phone = [emulator, cloudCode, validators];
const above = (...folders) => [folders.map((folder) => `**/${folder}/**`), 'An arrow points one way: see README.md.'];
const sdk = [['wx-server-sdk', 'tcb-router'], 'Only cloud/platform touches the SDK.'];
const src = [['**/src/**'], 'The cloud knows nothing of the phone.'];
const noHtml = {
  selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
  message: 'The build leaves out the parser of HTML (config/README.md).',
};
const noWx = {
  'no-restricted-globals': ['error', { name: 'wx', message: taro[1] }, { name: 'Taro', message: taro[1] }],
};

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      '**/node_modules/',
      '.bench/',
      '.emulator/',
      '.sabotage/',
      'test/fixtures/',
      'test/weapp-gate/broken/',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './cloud/tsconfig.json', './test/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'max-lines': ['error', { max: 300, skipComments: false }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // `sum += await one()` reads the sum before it waits: two at once lose a count.
      'require-atomic-updates': ['error', { allowProperties: true }],
    },
  },
  room(['src/**/*.{ts,tsx}'], ...phone, taro),
  room(['src/hooks/**'], ...phone, taro, above('pages', 'packages', 'components')),
  room(['src/wechat/**'], ...phone, taroHooks, above('hooks', 'pages', 'packages', 'components')),
  room(
    ['src/components/**'],
    ...phone,
    taro,
    [['zustand', 'zustand/*', '**/hooks/**', '**/wechat/**'], 'Components are presentational.', types],
    above('pages', 'packages'),
  ),
  { files: ['src/**/*.{ts,tsx}'], ignores: ['src/wechat/**'], rules: noWx },
  { files: ['src/**/*.tsx'], rules: { 'no-restricted-syntax': ['error', noHtml] } },
  room(['cloud/contract/**'], emulator, src, sdk, above('functions', 'stores', 'domain', 'platform')),
  room(['cloud/domain/**'], emulator, src, sdk, above('functions', 'stores', 'platform')),
  room(['cloud/platform/**'], emulator, src, above('functions', 'stores', 'domain')),
  room(['cloud/stores/**'], emulator, src, sdk, above('functions')),
  room(['cloud/functions/**'], emulator, src, sdk),
  room(['cloud/*.ts'], emulator, src, sdk, above('functions', 'stores', 'domain', 'platform')),
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'module',
          'require',
          'process',
          'console',
          '__dirname',
          'exports',
          'Buffer',
          'setTimeout',
          'clearTimeout',
          'URL',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
);
