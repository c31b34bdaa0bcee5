import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import devConfig from './dev';
import prodConfig from './prod';
// Taro compiles TypeScript only under `config/`, and only until its plugins load: the functions plugin and what it
// imports have to be loaded from here, or their syntax fails later.
import './functions-plugin';
import './trim-plugin';

const root = path.resolve(__dirname, '..');

export default defineConfig<'webpack5'>((merge) => {
  const base: UserConfigExport<'webpack5'> = {
    projectName: 'tongxing',
    date: '2026-11-20',
    designWidth: 750,
    deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
    sourceRoot: 'src',
    outputRoot: 'dist',
    framework: 'react',
    // Prebundling shares code at run time in development: another program than the one that ships.
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    plugins: [path.join(__dirname, 'functions-plugin.ts'), path.join(__dirname, 'trim-plugin.ts')],
    defineConstants: {
      // An undefined `process.env.X` would crash on the phone, so the value is always written in.
      CLOUD_ENV: JSON.stringify(process.env['TARO_APP_CLOUD_ENV'] ?? ''),
    },
    copy: {
      patterns: ['sitemap.json', 'assets/card.png'].map((file) => ({ from: `src/${file}`, to: `dist/${file}` })),
      options: {},
    },
    cache: {
      enable: true,
      buildDependencies: {
        config: [
          __filename,
          ...['dev.ts', 'prod.ts', 'trim-plugin.ts', 'trim/cuts.ts', 'trim/cut-loader.js', 'trim/collapse-xml.ts'].map(
            (file) => path.join(__dirname, file),
          ),
        ],
      },
    },
    // Templates of the weapp are written out once a level; deeper trees go on inside Taro's `comp` component. Our pages are
    // eight levels deep. Each level is 3 KB of the main package, Taro's default is 16.
    baseLevel: 10,
    mini: {
      runtime: { enableInnerHTML: false },
      // Each component's classes begin with its own name: no order of sheets is wrong.
      miniCssExtractPluginOption: { ignoreOrder: true },
      // The error table is the one part of the contract that the phone carries as code.
      compile: { include: [path.join(root, 'cloud', 'contract')] },
      postcss: { pxtransform: { enable: true, config: {} } },
    },
  };
  return merge({}, base, process.env.NODE_ENV === 'development' ? devConfig : prodConfig);
});
