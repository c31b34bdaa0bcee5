/** What stands in the file, what the build reads instead, and how often it stands there (once). */
type Cut = readonly [before: string, after: string, times?: number];

/** Becomes the table of the components that are in `base.wxml` (trim-plugin.ts). */
export const componentsTable = '__COMPONENTS_IN_BASE_WXML__';

/** Keys end the path of a file of node_modules. README.md says what each is worth. */
export const cuts: Readonly<Record<string, readonly Cut[]>> = {
  // webpack does not see through a destructured `require`, and keeps every export of the run time.
  '@tarojs/taro/index.js': [
    ["const { hooks } = require('@tarojs/runtime')", "const hooks = require('@tarojs/runtime').hooks"],
  ],
  // The names of all components and properties of WeChat: replaced by those that are in base.wxml.
  '@tarojs/runtime/dist/utils/index.js': [['getComponentsAlias$1(internalComponents)', componentsTable]],
  '@tarojs/runtime/dist/dsl/common.js': [
    ['getComponentsAlias, internalComponents, ', ''],
    ['import { incrementId, customWrapperCache }', 'import { incrementId, customWrapperCache, getComponentsAlias }'],
    ['getComponentsAlias(internalComponents)', 'getComponentsAlias()'],
  ],
  '@tarojs/react/dist/react.esm.js': [
    ['import { setInnerHTML, ', 'import { getComponentsAlias, setInnerHTML, '],
    // A click of a component of WeChat is called `tap`.
    ['compName in internalComponents', 'dom.tagName.toLowerCase() in getComponentsAlias()'],
  ],
  '@tarojs/shared/dist/components.js': [
    ['Object.assign(', '/*#__PURE__*/Object.assign(', 16],
    [': singleQuote(', ': /*#__PURE__*/singleQuote(', 34],
    ['= new Set([', '= /*#__PURE__*/ new Set([', 3],
    ['= new Map([', '= /*#__PURE__*/ new Map(['],
  ],
  '@tarojs/shared/dist/constants.js': [['= new Set([', '= /*#__PURE__*/ new Set([', 3]],
  '@tarojs/plugin-platform-weapp/dist/runtime.js': [
    ['mergeInternalComponents(components);', ''],
    // Promises for each function of `wx`, made when the app starts; here only src/wechat calls WeChat, by `wx`.
    ['    initNativeApi,\n', ''],
  ],
};
