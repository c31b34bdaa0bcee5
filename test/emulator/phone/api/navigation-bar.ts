import { requireString } from './calling';
import { currentPage } from './current-page';
import { fail } from './failure';
import type { ApiPart } from './part';

/** The two colours that a navigation bar's text may have (api/ui/navigation-bar/wx.setNavigationBarColor.html). */
const TEXT_STYLES: Readonly<Record<string, string>> = { '#ffffff': 'white', '#000000': 'black' };

export function createNavigationBar({ context, calling }: ApiPart) {
  return {
    setNavigationBarTitle: calling.promised<WechatMiniprogram.SetNavigationBarTitleOption>(
      'setNavigationBarTitle',
      (options) => {
        const title = requireString('setNavigationBarTitle', options, 'title');
        const page = currentPage(context, 'setNavigationBarTitle');
        context.stack.setWindow(page, { navigationBarTitleText: title });
      },
    ),
    setNavigationBarColor: calling.promised<WechatMiniprogram.SetNavigationBarColorOption>(
      'setNavigationBarColor',
      (options) => {
        const api = 'setNavigationBarColor';
        const textStyle = TEXT_STYLES[requireString(api, options, 'frontColor').toLowerCase()];
        if (!textStyle) throw fail(api, 'invalid frontColor, only #ffffff and #000000 are allowed');
        context.stack.setWindow(currentPage(context, api), {
          navigationBarTextStyle: textStyle,
          navigationBarBackgroundColor: requireString(api, options, 'backgroundColor'),
        });
      },
    ),
  } satisfies Partial<WechatMiniprogram.Wx>;
}
