import type { PhoneContext } from '../parts';

/** What WeChat calls the mini program in its dialogs. */
export function appName(context: Pick<PhoneContext, 'package'>): string {
  return context.package.name || context.package.app.window?.navigationBarTitleText || '小程序';
}
