/** What stands in the file, what the build reads instead, and how often it stands there (once). */
type Cut = readonly [before: string, after: string, times?: number];

/** Becomes the table of the components that are in `base.wxml` (trim-plugin.ts). */
export const componentsTable = '__COMPONENTS_IN_BASE_WXML__';

const given = (name: string, value: boolean): Cut => [`$$$hostConfig.${name}`, value ? '!0' : '!1'];
/** Taro's renderer does not have it, so that the reconciler only asks for it behind a switch that is off. */
const missing = (name: string): Cut => [`$$$hostConfig.${name},`, 'void 0,'];
/** Nobody calls it: terser takes out what is assigned to a variable that is never read. */
const uncalled = (name: string): Cut => [`exports.${name}=`, `var uncalled_${name}=`];

/** Keys end the path of a file of node_modules. README.md says what each is worth. */
export const cuts: Readonly<Record<string, readonly Cut[]>> = {
  // webpack does not see through a destructured `require`, and keeps every export of the run time.
  '@tarojs/taro/index.js': [
    ["const { hooks } = require('@tarojs/runtime')", "const hooks = require('@tarojs/runtime').hooks"],
  ],
  // The constants of Taro's host config (@tarojs/react, reconciler.ts), which the reconciler reads when it runs.
  'react-reconciler/cjs/react-reconciler.production.min.js': [
    given('isPrimaryRenderer', true),
    given('supportsMutation', true),
    given('supportsMicrotasks', true),
    given('supportsPersistence', false),
    given('supportsHydration', false),
    given('supportsTestSelectors', false),
    ...[
      'findFiberRoot',
      'getBoundingRect',
      'getTextContent',
      'isHiddenSubtree',
      'matchAccessibilityRole',
      'setFocusIfFocusable',
      'setupIntersectionObserver',
      'cloneInstance',
      'createContainerChildSet',
      'appendChildToContainerChildSet',
      'finalizeContainerChildren',
      'replaceContainerChildren',
      'cloneHiddenInstance',
      'cloneHiddenTextInstance',
      'canHydrateInstance',
      'canHydrateTextInstance',
      'canHydrateSuspenseInstance',
      'isSuspenseInstancePending',
      'isSuspenseInstanceFallback',
      'getSuspenseInstanceFallbackErrorDetails',
      'registerSuspenseInstanceRetry',
      'getNextHydratableSibling',
      'getFirstHydratableChild',
      'getFirstHydratableChildWithinContainer',
      'getFirstHydratableChildWithinSuspenseInstance',
      'hydrateInstance',
      'hydrateTextInstance',
      'hydrateSuspenseInstance',
      'getNextHydratableInstanceAfterSuspenseInstance',
      'commitHydratedContainer',
      'commitHydratedSuspenseInstance',
      'clearSuspenseBoundary',
      'clearSuspenseBoundaryFromContainer',
      'shouldDeleteUnhydratedTailInstances',
      'didNotMatchHydratedContainerTextInstance',
      'didNotMatchHydratedTextInstance',
    ].map(missing),
    ...[
      'attemptContinuousHydration',
      'attemptDiscreteHydration',
      'attemptHydrationAtCurrentPriority',
      'attemptSynchronousHydration',
      'createComponentSelector',
      'createHasPseudoClassSelector',
      'createHydrationContainer',
      'createRoleSelector',
      'createTestNameSelector',
      'createTextSelector',
      'findAllNodes',
      'findBoundingRects',
      'focusWithin',
      'getFindAllNodesFailureDescription',
      'observeVisibleRects',
      'registerMutableSourceForHydration',
    ].map(uncalled),
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
