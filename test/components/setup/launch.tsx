import type * as library from '@testing-library/react';
import type { ComponentType } from 'react';
import type { FakeWechat } from './fake-wechat';

type Library = typeof library;

/** A page on the screen, and the person's fingers. */
export interface Launched extends Pick<Library, 'screen' | 'fireEvent'> {
  /** Taps what reads `label`, and lets everything settle. */
  readonly tap: (label: string) => Promise<void>;
  /** The page comes to the front again. */
  readonly show: () => Promise<void>;
  /** Another page, or another app, covers it. */
  readonly hide: () => Promise<void>;
  /** The person goes back: the page is gone. */
  readonly leave: () => Promise<void>;
  readonly pullDown: () => Promise<void>;
  readonly reachBottom: () => Promise<void>;
  /** The page is scrolled, so many px from its top. */
  readonly scroll: (scrollTop: number) => Promise<void>;
  /** The person shares by a button or the menu: what WeChat gets for the card, at once. */
  readonly share: (from: 'button' | 'menu') => unknown;
  /** Lets promises and React come to rest, after `action` where there is one. */
  readonly settle: (action?: () => unknown) => Promise<void>;
}

let closeLast: () => void = () => undefined;

export const launchHome = (wechat: FakeWechat): Promise<Launched> =>
  launch(wechat, 'pages/home/index', () => import('../../../src/pages/home/index'));

export const launchMe = (wechat: FakeWechat): Promise<Launched> =>
  launch(wechat, 'packages/me/index', () => import('../../../src/packages/me/index'));

/** `group`: opened from 我的群; without it from a card. */
export const launchGroup = (wechat: FakeWechat, group?: string): Promise<Launched> =>
  launch(wechat, 'pages/group/index', () => import('../../../src/pages/group/index'), group ? { group } : {});

/** `query`: what stands in its path. */
export const launchAlbum = (wechat: FakeWechat, query: Record<string, string>): Promise<Launched> =>
  launch(wechat, 'packages/album/index', () => import('../../../src/packages/album/index'), query);

/** A page of the test's own, for hooks that several pages use. */
export const launchProbe = (
  wechat: FakeWechat,
  load: () => Promise<{ readonly default: ComponentType }>,
): Promise<Launched> => launch(wechat, 'pages/probe/index', load);

/** A cold start of the app with `wechat` as its WeChat: everything is loaded anew, so nothing survives from before. */
async function launch(
  wechat: FakeWechat,
  page: string,
  load: () => Promise<{ readonly default: ComponentType }>,
  query: Readonly<Record<string, string>> = {},
): Promise<Launched> {
  closeLast();
  jest.resetModules();
  Object.assign(globalThis, { wx: wechat.wx, getCurrentPages: () => [], getApp: () => ({}) });
  const React = await import('react');
  const { act, fireEvent, render, screen } = await import('@testing-library/react');
  await import('@tarojs/plugin-platform-weapp/dist/runtime');
  const { connectReactPage, createReactApp } = await import('@tarojs/plugin-framework-react/dist/runtime');
  const { Current, safeExecute } = await import('@tarojs/runtime');
  Object.assign(Current, { router: { params: query } });
  // The app itself draws nothing; Taro learns here which React its hooks belong to.
  createReactApp(() => null, React, { createRoot: () => ({ render: () => undefined }) }, {});
  const { default: Page } = await load();
  const Wrapped = connectReactPage(React, page)(Page);

  const settle = (action: () => unknown = () => undefined): Promise<void> =>
    act(async () => {
      await action();
      await new Promise((done) => setTimeout(done, 5));
    });
  const lifecycle = (name: 'componentDidShow' | 'componentDidHide' | 'onPullDownRefresh' | 'onReachBottom') =>
    settle(() => safeExecute(page, name));

  const view = render(<Wrapped />);
  closeLast = () => {
    view.unmount();
    document.body.replaceChildren();
  };
  await lifecycle('componentDidShow');
  return {
    screen,
    fireEvent,
    tap: (label) => settle(() => fireEvent.click(screen.getByText(label))),
    show: () => lifecycle('componentDidShow'),
    hide: () => lifecycle('componentDidHide'),
    leave: () => settle(() => view.unmount()),
    share: (from): unknown => safeExecute(page, 'onShareAppMessage', { from, target: undefined }) as unknown,
    scroll: (scrollTop) => settle(() => safeExecute(page, 'onPageScroll', { scrollTop })),
    pullDown: () => lifecycle('onPullDownRefresh'),
    reachBottom: () => lifecycle('onReachBottom'),
    settle,
  };
}
