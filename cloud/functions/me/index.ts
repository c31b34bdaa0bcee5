import { keepPhone } from '../../domain/phones/phones';
import { redeemPhone } from '../../domain/phones/redeem-phone';
import { saveAvatar } from '../../domain/profiles/save-avatar';
import { resolved } from '../../platform/open-data-field';
import { serve } from '../../platform/router';
import { phonesStore } from '../../stores/phones-store';
import { profilesStore } from '../../stores/profiles-store';
import { checkNickname } from './content-check';
import { forgetEverything } from './forget-everything';
import { checkedParts, profileOf } from './profile';
import { redeemAtWeChat } from './wechat-phone';

const exchange = {
  store: phonesStore,
  redeem: redeemAtWeChat,
  now: () => Date.now(),
  sleep: (ms: number) => new Promise<void>((done) => setTimeout(done, ms)),
};

export const main = serve('me', {
  async phone(_input, { openid }) {
    return { phone: (await phonesStore.kept(openid)) ?? null };
  },
  async phoneByCode({ code }, { openid }) {
    return { phone: await redeemPhone(exchange, openid, code) };
  },
  async phoneByCloudID({ phone }, { openid }) {
    return { phone: await keepPhone(phonesStore, openid, resolved(phone)) };
  },
  async forgetPhone(_input, { openid }) {
    await phonesStore.forget(openid);
    return {};
  },
  profile(_input, { openid }) {
    return profileOf(openid);
  },
  async saveNickname({ nickname, turn }, { openid }) {
    await checkNickname(nickname, openid);
    await profilesStore.saveNickname(openid, nickname, turn);
    return profileOf(openid);
  },
  async saveAvatar({ fileID }, { openid }) {
    await saveAvatar(checkedParts, openid, fileID);
    return profileOf(openid);
  },
  async forgetEverything(_input, { openid }) {
    await forgetEverything(openid);
    return {};
  },
});
