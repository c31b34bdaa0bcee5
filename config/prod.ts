import type { UserConfigExport } from '@tarojs/cli';

/**
 * Taro switches most of terser's passes off and escapes every Chinese character to six bytes.
 * The browserslist in package.json says what the phones understand: iOS 12, Chrome 69.
 */
export default {
  terser: {
    enable: true,
    config: {
      compress: {
        ecma: 2017,
        passes: 2,
        arrows: true,
        collapse_vars: true,
        comparisons: true,
        computed_props: true,
        hoist_props: true,
        inline: true,
        loops: true,
        negate_iife: true,
        properties: true,
        reduce_funcs: true,
        reduce_vars: true,
        switches: true,
        toplevel: true,
        typeofs: true,
      },
      output: { ecma: 2017, ascii_only: false },
    },
  },
} satisfies UserConfigExport<'webpack5'>;
