import type * as edge from '../../../src/wechat/enter-options';

/** The edge as it loads into an app with this `wx`. */
function loadWith(wx: object): typeof edge {
  jest.resetModules();
  Object.assign(globalThis, { wx });
  return jest.requireActual<typeof edge>('../../../src/wechat/enter-options');
}

const card = { path: 'pages/group/index', query: { a: '1' }, scene: 1044, chatType: 3, shareTicket: 'ticket' };

describe('getEnterOptions', () => {
  it('gives the newest entry', () => {
    let options: object = { path: 'pages/home/index', query: {}, scene: 1001 };
    const { getEnterOptions } = loadWith({ getEnterOptionsSync: () => options });
    expect(getEnterOptions()).toMatchObject({ path: 'pages/home/index', chatType: undefined, shareTicket: undefined });
    options = { ...card, referrerInfo: {} };
    expect(getEnterOptions()).toEqual(card);
  });

  it('takes an empty ticket for none', () => {
    const { getEnterOptions } = loadWith({ getEnterOptionsSync: () => ({ ...card, shareTicket: '' }) });
    expect(getEnterOptions().shareTicket).toBeUndefined();
  });

  it('counts how often the app has come to the front', () => {
    let show: (options: object) => void = () => undefined;
    const { countShows } = loadWith({ onAppShow: (listener: typeof show) => (show = listener) });
    expect(countShows()).toBe(0);
    show(card);
    show(card);
    expect(countShows()).toBe(2);
  });

  it('below 2.9.4 gives what the app was shown with, and before that what it was launched with', () => {
    let show: (options: object) => void = () => undefined;
    const { getEnterOptions } = loadWith({
      getLaunchOptionsSync: () => ({ path: 'pages/home/index', scene: 1001 }),
      onAppShow: (listener: typeof show) => (show = listener),
    });
    expect(getEnterOptions()).toMatchObject({ path: 'pages/home/index', query: {}, scene: 1001 });
    show(card);
    expect(getEnterOptions()).toEqual(card);
  });
});
