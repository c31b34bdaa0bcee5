/** The album's page over a phone that answers with these photos. */
import { FakeWechat, answers } from '../setup/fake-wechat';
import { launchAlbum } from '../setup/launch';

export const photo = (id: string, extra: object = {}) => ({
  photo: id,
  thumbnail: `https://thumbnail/${id}`,
  width: 800,
  height: 600,
  addedAt: Number(id.replace(/\D/g, '')),
  state: 'passed',
  mine: false,
  nickname: 'Bo',
  ...extra,
});
export const mine = { mine: true, nickname: 'Ann' };
export const noLine = { errMsg: 'cloud.callFunction:fail request:fail net::ERR_INTERNET_DISCONNECTED' };

export function withPhotos(...photos: readonly object[]): FakeWechat {
  const wechat = new FakeWechat();
  wechat.script.routes['album/page'] = answers({ photos, next: null });
  wechat.script.routes['album/open'] = ({ photos: ids }) =>
    answers({ urls: (ids as string[]).map((id) => `https://photo/${id}`) })();
  wechat.script.routes['album/remove'] = answers({});
  return wechat;
}

export const launch = (wechat: FakeWechat) => launchAlbum(wechat, { group: 'group-weekend' });
export const shown = () => [...document.querySelectorAll('.album__grid img')].map((image) => image.getAttribute('src'));
export const nodes = () => document.querySelectorAll('.album *').length;
