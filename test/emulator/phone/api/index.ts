import type { PhoneContext } from '../parts';
import { createAccount } from './account';
import { createBase64 } from './base64';
import { Calling } from './calling';
import { createCanIUse } from './can-i-use';
import { createClipboard } from './clipboard';
import { createCloud } from './cloud';
import { createDialogs } from './dialogs';
import { createGroup } from './group';
import { createIntersectionObserverApi } from './intersection-observer';
import { createLifeCycle } from './life-cycle';
import { createLogin } from './login';
import { createMedia } from './media';
import { loudAboutMissing } from './missing';
import { createNavigation } from './navigation';
import { createNavigationBar } from './navigation-bar';
import { createNetwork } from './network';
import { createNextTick } from './next-tick';
import { createPageScroll } from './page-scroll';
import type { ApiPart } from './part';
import { createPrivacy } from './privacy';
import { createPullDownRefresh } from './pull-down-refresh';
import { createRandomValues } from './random-values';
import { createSelectorQueryApi } from './selector-query';
import { createSetting } from './setting';
import { createShareMenu } from './share-menu';
import { asOf } from './since';
import { createStorage } from './storage';
import { createSystem } from './system';
import { createToast } from './toast';
import { createUpdate } from './update';
import { createVibrate } from './vibrate';
import { createWeRun } from './we-run';

/**
 * The `wx` of one run of the mini program. A plain object of functions, since Taro lists `Object.keys(wx)`; reading a
 * name that is not there is reported (`loudAboutMissing`). Properties can be replaced, as automation's mocks do.
 */
export function createWx(context: PhoneContext) {
  const calling = new Calling((error) => context.reportError(error));
  const part: ApiPart = { context, calling };
  const api = {
    env: { USER_DATA_PATH: 'http://usr' },
    cloud: loudAboutMissing(context, 'wx.cloud', createCloud(part)),
    ...createLogin(part),
    ...createSetting(part),
    ...createPrivacy(part),
    ...createWeRun(part),
    ...createToast(part),
    ...createDialogs(part),
    ...createNavigation(part),
    ...createNavigationBar(part),
    ...createPullDownRefresh(part),
    ...createPageScroll(part),
    ...createSelectorQueryApi(part),
    ...createIntersectionObserverApi(part),
    ...createStorage(part),
    ...createSystem(part),
    ...createLifeCycle(part),
    ...createNetwork(part),
    ...createAccount(part),
    ...createNextTick(part),
    ...createRandomValues(part),
    ...createBase64(),
    ...createUpdate(part),
    ...createVibrate(part),
    ...createClipboard(part),
    ...createShareMenu(part),
    ...createGroup(part),
    ...createMedia(part),
  };
  const there = asOf(context.client.libraryVersion, api);
  return loudAboutMissing(context, 'wx', { ...there, ...createCanIUse(there) });
}

export type Wx = ReturnType<typeof createWx>;
