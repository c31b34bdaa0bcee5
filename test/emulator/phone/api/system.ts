import type { PhoneContext } from '../parts';
import { DEVICE, WECHAT_VERSION, menuButton, safeArea, windowSize } from './device';
import type { ApiPart } from './part';

/** WeChat: developers.weixin.qq.com/miniprogram/dev/api/base/system/ */
export function createSystem({ context, calling }: ApiPart) {
  const windowInfo = (): WechatMiniprogram.WindowInfo => ({
    ...windowSize(context),
    screenWidth: DEVICE.screenWidth,
    screenHeight: DEVICE.screenHeight,
    statusBarHeight: DEVICE.statusBarHeight,
    screenTop: DEVICE.screenHeight - windowSize(context).windowHeight,
    safeArea: safeArea(),
  });
  const systemInfo = (): WechatMiniprogram.SystemInfo => {
    const { statusBarHeight, ...rest } = windowInfo();
    return {
      ...{ ...rest, statusBarHeight },
      ...{ ...deviceInfo(context), ...appBaseInfo(context), ...SETTING },
      albumAuthorized: true,
      cameraAuthorized: true,
      locationAuthorized: true,
      locationReducedAccuracy: false,
      microphoneAuthorized: true,
      notificationAuthorized: true,
      notificationAlertAuthorized: true,
      notificationBadgeAuthorized: true,
      notificationSoundAuthorized: true,
      phoneCalendarAuthorized: true,
    };
  };
  return {
    getSystemInfo: calling.promised<WechatMiniprogram.GetSystemInfoOption>('getSystemInfo', systemInfo),
    getSystemInfoAsync: calling.callbackOnly<WechatMiniprogram.GetSystemInfoAsyncOption>(
      'getSystemInfoAsync',
      systemInfo,
    ),
    getSystemInfoSync: systemInfo,
    getWindowInfo: windowInfo,
    getDeviceInfo: () => deviceInfo(context),
    getAppBaseInfo: () => appBaseInfo(context),
    getSystemSetting: () => ({ ...SETTING }),
    getAppAuthorizeSetting: () => ({ ...AUTHORIZE_SETTING }),
    getMenuButtonBoundingClientRect: menuButton,
  } satisfies Partial<WechatMiniprogram.Wx>;
}

const SETTING = {
  bluetoothEnabled: true,
  deviceOrientation: 'portrait',
  locationEnabled: true,
  wifiEnabled: true,
} as const satisfies WechatMiniprogram.SystemSetting;

const AUTHORIZE_SETTING = {
  albumAuthorized: 'authorized',
  bluetoothAuthorized: 'authorized',
  cameraAuthorized: 'authorized',
  locationAuthorized: 'authorized',
  locationReducedAccuracy: false,
  microphoneAuthorized: 'authorized',
  notificationAuthorized: 'authorized',
  notificationAlertAuthorized: 'authorized',
  notificationBadgeAuthorized: 'authorized',
  notificationSoundAuthorized: 'authorized',
  phoneCalendarAuthorized: 'authorized',
} as const satisfies WechatMiniprogram.AppAuthorizeSetting;

const MODELS = {
  // Neither an iPhone nor an Android phone: code that asks gets what DevTools' simulator says.
  devtools: { brand: 'devtools', model: 'iPhone 14', system: 'iOS 16.0' },
  ios: { brand: 'iPhone', model: 'iPhone 14<iPhone14,7>', system: 'iOS 16.0' },
  android: { brand: 'google', model: 'Pixel 7', system: 'Android 14' },
} as const;

function deviceInfo({ client: { platform } }: PhoneContext): WechatMiniprogram.DeviceInfo {
  return {
    ...{ abi: 'arm64', deviceAbi: 'arm64', benchmarkLevel: -1, cpuType: 'unknown', memorySize: '6144' },
    ...MODELS[platform],
    platform,
  };
}

function appBaseInfo({ client, theme }: PhoneContext): WechatMiniprogram.AppBaseInfo {
  return {
    SDKVersion: client.libraryVersion,
    PCKernelVersion: '',
    enableDebug: false,
    fontSizeScaleFactor: 1,
    fontSizeSetting: 16,
    host: { appId: '' },
    language: 'zh_CN',
    version: WECHAT_VERSION,
    theme,
  };
}
