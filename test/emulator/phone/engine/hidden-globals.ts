/**
 * Names that the JavaScript engine of WeChat's app layer does not have (WeChat: framework/runtime/env.md: no DOM, no
 * BOM). They are parameters of the functions that app code and WXS run in, and undefined there.
 */
export const HIDDEN_GLOBALS: readonly string[] = [
  ...['window', 'document', 'globalThis', 'self', 'global', 'frames', 'parent', 'top', 'opener', 'process', 'Buffer'],
  ...['eval', 'location', 'navigator', 'history', 'screen', 'localStorage', 'sessionStorage', 'indexedDB', 'caches'],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'Headers', 'Request', 'Response', 'FormData'],
  ...['Worker', 'SharedWorker', 'MessageChannel', 'MessagePort', 'BroadcastChannel', 'importScripts', 'postMessage'],
  ...['alert', 'confirm', 'prompt', 'open', 'close', 'print', 'setImmediate', 'clearImmediate', 'queueMicrotask'],
  ...['requestAnimationFrame', 'cancelAnimationFrame', 'requestIdleCallback', 'cancelIdleCallback', 'structuredClone'],
  ...['MutationObserver', 'IntersectionObserver', 'ResizeObserver', 'PerformanceObserver', 'performance', 'crypto'],
  ...['Node', 'Element', 'HTMLElement', 'SVGElement', 'Text', 'Event', 'CustomEvent', 'EventTarget', 'Image', 'Audio'],
  ...[
    'DOMParser',
    'Blob',
    'File',
    'FileReader',
    'URL',
    'URLSearchParams',
    'TextEncoder',
    'TextDecoder',
    'atob',
    'btoa',
  ],
  ...['AbortController', 'AbortSignal', 'getComputedStyle', 'matchMedia', 'addEventListener', 'removeEventListener'],
  ...['dispatchEvent', 'customElements', 'WebAssembly', '__filename', '__dirname'],
];
