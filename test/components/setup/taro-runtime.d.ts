/** What the tests use of Taro's own runtime, which it publishes without types. */

declare module '@tarojs/plugin-platform-weapp/dist/runtime';

declare module '@tarojs/plugin-framework-react/dist/runtime' {
  import type { ComponentType } from 'react';

  interface Renderer {
    readonly createRoot: () => { readonly render: () => void };
  }

  export function createReactApp(app: () => null, react: unknown, renderer: Renderer, config: object): object;
  export function connectReactPage(react: unknown, id: string): (page: ComponentType) => ComponentType;
}
