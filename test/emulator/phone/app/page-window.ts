import type { AppPackage, Themes, WindowJson } from '../app-package';

/** How a page's window looks: app.json, over it the page's JSON, over it what the page set since; `@name` by theme. */
export function pageWindow(
  pkg: AppPackage,
  path: string,
  patch: Partial<WindowJson>,
  theme: 'light' | 'dark',
): WindowJson {
  const own = pkg.configs[path] ?? {};
  const app = path.startsWith('wechat/') ? {} : pkg.app.window;
  return resolveNames({ ...app, ...own, ...patch }, pkg.themes, theme);
}

function resolveNames(window: WindowJson, themes: Themes | undefined, theme: 'light' | 'dark'): WindowJson {
  if (!themes) return window;
  return Object.fromEntries(
    Object.entries(window).map(([key, value]) => {
      const name = typeof value === 'string' && value.startsWith('@') ? value.slice(1) : undefined;
      return [key, name === undefined ? value : (themes[theme][name] ?? value)];
    }),
  );
}
