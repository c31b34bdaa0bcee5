import type { AppPackage, WindowJson } from '../app-package';
import type { PageHandle, PhoneContext } from '../parts';

/** How the window of one page looks, every value resolved. */
export interface WindowLook {
  readonly title: string;
  readonly background: string;
  readonly text: 'white' | 'black';
  readonly custom: boolean;
  readonly loading: boolean;
  readonly behind: string;
  /** Dots of pull-down refresh. */
  readonly dots: 'dark' | 'light';
  readonly refreshable: boolean;
}

/** A page of WeChat's own: grey as the rest of WeChat, whatever the mini program looks like. */
const isWeChats = (page: PageHandle): boolean => page.path.startsWith('wechat/');

/** Defaults of `window` (WeChat: reference/configuration/app.md). */
export function windowLook(context: PhoneContext, page: PageHandle, theme: 'light' | 'dark'): WindowLook {
  const app: WindowJson = isWeChats(page) ? {} : (context.package.app.window ?? {});
  const read = (name: keyof WindowJson & string): unknown =>
    themed(context.package, page.window[name] ?? app[name], theme);
  const dark = theme === 'dark';
  const text = (name: keyof WindowJson & string, fallback: string): string => {
    const value = read(name);
    return typeof value === 'string' && value !== '' ? value : fallback;
  };
  const own = isWeChats(page);
  return {
    title: text('navigationBarTitleText', ''),
    background: own ? (dark ? '#111111' : '#ededed') : text('navigationBarBackgroundColor', '#000000'),
    text: (own ? dark : text('navigationBarTextStyle', 'white') === 'white') ? 'white' : 'black',
    custom: read('navigationStyle') === 'custom',
    loading: read('navigationBarLoading') === true,
    behind: text('backgroundColor', dark ? '#191919' : '#ffffff'),
    dots: text('backgroundTextStyle', 'dark') === 'light' ? 'light' : 'dark',
    refreshable: read('enablePullDownRefresh') === true,
  };
}

/** `@name` stands for a value of theme.json (WeChat: framework/ability/darkmode.md). */
function themed(app: AppPackage, value: unknown, theme: 'light' | 'dark'): unknown {
  if (typeof value !== 'string' || !value.startsWith('@')) return value;
  return app.themes?.[theme][value.slice(1)];
}
