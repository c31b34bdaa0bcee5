import { createWorld, render } from './wechat';

describe('button', () => {
  test('lets a tap through to the page', () => {
    const page = render(createWorld(), '<button id="b" bindtap="tapped">x</button>', { handlers: { tapped: null } });
    page.tap('b');
    expect(page.calls).toHaveLength(1);
  });

  test('swallows a tap while it is disabled, on itself and on what is in it', () => {
    const wxml = '<button disabled bindtap="tapped"><view id="inner" bindtap="tapped">x</view></button>';
    const page = render(createWorld(), wxml, { handlers: { tapped: null } });
    page.tap('inner');
    expect(page.calls).toEqual([]);
  });

  describe('pressed', () => {
    beforeEach(() => jest.useFakeTimers());
    afterEach(() => jest.useRealTimers());

    test('shows its hover class from hover-start-time on until hover-stay-time after the touch', () => {
      const page = render(createWorld(), '<button id="b">x</button>');
      page.touch('b', 'touchstart');
      jest.advanceTimersByTime(19);
      expect(page.byId('b').getAttribute('hover')).toBeFalsy();
      jest.advanceTimersByTime(1);
      expect(page.byId('b').getAttribute('hover')).toBe('button-hover');
      page.touch('b', 'touchend');
      jest.advanceTimersByTime(69);
      expect(page.byId('b').getAttribute('hover')).toBe('button-hover');
      jest.advanceTimersByTime(1);
      expect(page.byId('b').getAttribute('hover')).toBe(false);
    });

    test('does not press what is around it with hover-stop-propagation', () => {
      const wxml =
        '<view id="outer" hover-class="on"><view id="in" hover-class="on" hover-stop-propagation>x</view></view>';
      const page = render(createWorld(), wxml);
      page.touch('in', 'touchstart');
      jest.advanceTimersByTime(1000);
      expect(page.byId('in').getAttribute('hover')).toBe('on');
      expect(page.byId('outer').getAttribute('hover')).toBeNull();
    });
  });
});

describe('open-type', () => {
  const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

  test('openSetting opens the settings page and tells what was switched on when it has been left', async () => {
    const world = createWorld({}, { authSetting: { 'scope.werun': true } });
    const wxml = '<button id="b" open-type="openSetting" bindopensetting="left">x</button>';
    const page = render(world, wxml, { handlers: { left: null } });
    page.tap('b');
    await settled();
    expect(world.opened).toEqual([{ name: 'setting', data: {} }]);
    expect(page.calls).toEqual([['left', { errMsg: 'openSetting:ok', authSetting: { 'scope.werun': true } }]]);
  });

  test('agreePrivacyAuthorization sends the consent, tells the app and the privacy registry', async () => {
    const world = createWorld({ answerPrivacy: () => ({}) });
    const wxml =
      '<button id="agree" open-type="agreePrivacyAuthorization" bindagreeprivacyauthorization="agreed">x</button>';
    const page = render(world, wxml, { handlers: { agreed: null } });
    page.tap('agree');
    await settled();
    expect(world.requests).toEqual([{ method: 'answerPrivacy', params: { agreed: true } }]);
    expect(world.emitted).toEqual([{ name: 'agreePrivacyAuthorization', value: 'agree' }]);
    expect(page.calls).toHaveLength(1);
  });

  test('of a kind that is not offered says so by name, once', () => {
    const world = createWorld();
    const page = render(world, '<button id="b" open-type="contact">x</button>');
    page.tap('b');
    page.tap('b');
    expect(world.warnings()).toEqual([expect.stringContaining('open-type="contact"')]);
  });

  test('does nothing while the button is disabled', async () => {
    const world = createWorld();
    const page = render(world, '<button id="b" disabled open-type="openSetting">x</button>');
    page.tap('b');
    await settled();
    expect(world.opened).toEqual([]);
  });
});
