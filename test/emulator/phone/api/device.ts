import type { PhoneContext } from '../parts';

/** The phone that the local WeChat pretends to be: size of an iPhone 14, all lengths in px. */
export const DEVICE = {
  screenWidth: 390,
  screenHeight: 844,
  statusBarHeight: 47,
  navigationBarHeight: 44,
  bottomInset: 34,
  pixelRatio: 3,
} as const;

/** The base library whose behaviour is followed. */
export const SDK_VERSION = '3.8.0';
export const WECHAT_VERSION = '8.0.60';

/** What a page's `window` sees: the screen without the bars that WeChat draws. */
export function windowSize(context: PhoneContext): { windowWidth: number; windowHeight: number; pixelRatio: number } {
  const { view } = context;
  if (view) return { windowWidth: view.windowWidth, windowHeight: view.windowHeight, pixelRatio: view.pixelRatio };
  const custom = context.stack.pages.at(-1)?.window.navigationStyle === 'custom';
  const bars = custom ? 0 : DEVICE.statusBarHeight + DEVICE.navigationBarHeight;
  return {
    windowWidth: DEVICE.screenWidth,
    windowHeight: DEVICE.screenHeight - bars,
    pixelRatio: DEVICE.pixelRatio,
  };
}

export function safeArea(): WechatMiniprogram.SafeArea {
  const top = DEVICE.statusBarHeight;
  const bottom = DEVICE.screenHeight - DEVICE.bottomInset;
  return { left: 0, right: DEVICE.screenWidth, top, bottom, width: DEVICE.screenWidth, height: bottom - top };
}

/** The capsule at the top right. */
export function menuButton(): WechatMiniprogram.ClientRect {
  const [width, height, margin] = [87, 32, 7];
  const top = DEVICE.statusBarHeight + (DEVICE.navigationBarHeight - height) / 2;
  const right = DEVICE.screenWidth - margin;
  return { width, height, top, right, bottom: top + height, left: right - width };
}
