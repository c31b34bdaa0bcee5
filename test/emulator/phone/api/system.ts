import { DEVICE, SDK_VERSION, WECHAT_VERSION, menuButton, safeArea, windowSize } from './device';
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
      ...{ ...deviceInfo(), ...appBaseInfo(context.theme), ...SETTING },
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
    getDeviceInfo: deviceInfo,
    getAppBaseInfo: () => appBaseInfo(context.theme),
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

function deviceInfo(): WechatMiniprogram.DeviceInfo {
  return {
    abi: 'arm64',
    deviceAbi: 'arm64',
    benchmarkLevel: -1,
    brand: 'devtools',
    cpuType: 'unknown',
    memorySize: '6144',
    model: 'iPhone 14',
    // Neither an iPhone nor an Android phone: code that asks gets what DevTools' simulator says.
    platform: 'devtools',
    system: 'iOS 16.0',
  };
}

function appBaseInfo(theme: 'light' | 'dark'): WechatMiniprogram.AppBaseInfo {
  return {
    SDKVersion: SDK_VERSION,
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
