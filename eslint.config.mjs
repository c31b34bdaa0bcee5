// The arrows of the house, as rules: pages -> hooks -> wechat -> contract <- functions -> domain; functions -> platform.
import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const forbid = (...patterns) => ({
  'no-restricted-imports': [
    'error',
    { patterns: patterns.map(([group, message, extra]) => ({ group, message, ...extra })) },
  ],
});
const taro = [['@tarojs/taro'], 'Only src/wechat touches Taro.* and wx.*.'];
const emulator = [['**/test/**', '**/emulator/**'], 'Nothing in src or cloud knows that the local WeChat exists.'];
const cloudCode = [
  ['**/cloud/functions/**', '**/cloud/stores/**', '**/cloud/domain/**', '**/cloud/platform/**', '**/cloud/schema'],
  'The phone and the cloud share cloud/contract only.',
];
const validators = [
  ['**/cloud/contract/*', '!**/cloud/contract/errors', '!**/cloud/contract/masked-phone'],
  'The client takes types: write `import type`.',
  { allowTypeImports: true },
];

export default tseslint.config(
  {
    ignores: ['**/dist/', '**/node_modules/', '.emulator/', '.sabotage/', 'test/fixtures/', 'test/weapp-gate/broken/'],
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
    },
  },
  { files: ['src/**/*.{ts,tsx}'], rules: forbid(taro, emulator, cloudCode, validators) },
  {
    files: ['src/wechat/**'],
    rules: forbid(
      [['**/hooks/**', '**/pages/**', '**/components/**'], 'The edge knows nothing above it.'],
      emulator,
      cloudCode,
      validators,
    ),
  },
  {
    files: ['src/components/**'],
    rules: forbid(
      taro,
      [
        ['zustand', 'zustand/*', '**/hooks/**', '**/pages/**', '**/wechat/**'],
        'Components are presentational.',
        { allowTypeImports: true },
      ],
      emulator,
    ),
  },
  { files: ['cloud/**/*.ts'], rules: forbid(emulator, [['**/src/**'], 'The cloud knows nothing of the phone.']) },
  {
    files: ['cloud/domain/**'],
    rules: forbid(emulator, [
      ['wx-server-sdk', 'tcb-router', '**/platform/**', '**/stores/**', '**/functions/**'],
      'Domain rules import nothing of CloudBase.',
    ]),
  },
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
