import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ClientInput } from '../../../cloud/contract/contract';
import { callFunction } from '../../wechat/call-function';
import { OpenDataError } from '../../wechat/open-data-error';
import { useDidHide, useDidShow, useShareAppMessage } from '../../wechat/page';
import { randomName } from '../../wechat/random-name';
import { armShareMenu, type Updatable } from '../../wechat/share-menu';

type Tap = ClientInput<'share', 'tapped'>;

/** What the next card says; it may change with every render. */
export interface Share {
  /** Who is counted. */
  readonly page: Tap['page'];
  readonly title: string;
  /** With its query. */
  readonly path: `/${string}`;
  /**
   * 5:4, JPEG or PNG: a path of the package, a temporary one, `https://` or `cloud://`. Null: WeChat's screenshot of the
   * page, which takes what is on the screen into other chats; for pages that show nothing of anybody.
   */
  readonly imageUrl: string | null;
  /** Makes the card follow something. Null: what it follows is still on its way, so nothing may be shared yet. */
  readonly updatable?: Updatable | null | undefined;
  /**
   * The person is back from choosing a chat: perhaps a card was sent, WeChat does not say. The one of the render in which
   * they tapped; `follows`: whether WeChat had taken over by then what the card was to follow.
   */
  readonly onShared?: ((follows: boolean) => void) | undefined;
}

export interface UseShare {
  /** For a `<Button openType="share">`. */
  readonly shareButton: { readonly openType: 'share'; readonly disabled: boolean };
  /** Whether WeChat has said that a card shared now follows what it should. Ordinary cards do not wait for that. */
  readonly ready: boolean;
  /** Why a card that follows something could not be prepared. */
  readonly error: OpenDataError | undefined;
  /** Prepares it again. */
  readonly retry: () => void;
}

/**
 * The page's one owner of sharing, by its buttons and by WeChat's menu: cards carry a ticket, so that whoever opens one
 * in a group is known to come from there. The page's config needs `enableShareAppMessage: true`.
 *
 * @example
 * const { shareButton } = useShare({ page: 'home', title: '同行', path: '/pages/group/index', imageUrl: '/assets/card.png' });
 * return <Button {...shareButton}>分享到群</Button>;
 */
export function useShare({ page, title, path, imageUrl, updatable, onShared }: Share): UseShare {
  const [armed, setArmed] = useState<{ readonly with?: string; readonly error?: OpenDataError }>({});
  /** The menu belongs to the page in front, and so do changes of it. */
  const front = useRef(true);
  /** Whether WeChat was ever asked to make this page's cards follow something. */
  const followed = useRef(false);
  /** What is to be done once the person is back. */
  const choosing = useRef<() => void>();
  const wanted = updatable ? JSON.stringify(updatable) : undefined;
  const newest = useRef(wanted);
  newest.current = wanted;

  const arm = useCallback(() => {
    const asked = newest.current;
    const settle = (error?: OpenDataError): void => {
      if (asked !== undefined && asked === newest.current) setArmed({ with: asked, ...(error && { error }) });
      else if (error) console.warn('useShare: the share menu was not prepared', error);
    };
    const follow = asked === undefined ? undefined : (JSON.parse(asked) as Updatable);
    const isWanted = (): boolean => front.current && asked === newest.current;
    armShareMenu({ updatable: follow, followed: followed.current, isWanted }).then(
      (done) => done && settle(),
      (reason: unknown) => settle(OpenDataError.from(reason)),
    );
    if (follow !== undefined) followed.current = true;
  }, []);

  // At once, before the first show, and again when there is something else to follow.
  useLayoutEffect(arm, [arm, wanted]);
  useDidShow(() => {
    front.current = true;
    arm();
    choosing.current?.();
    choosing.current = undefined;
  });
  useDidHide(() => void (front.current = false));
  useEffect(() => () => void (front.current = false), []);

  const error = armed.with === wanted ? armed.error : undefined;
  const ready = updatable === undefined || (wanted !== undefined && armed.with === wanted && error === undefined);

  useShareAppMessage(({ from }) => {
    choosing.current = () => onShared?.(Boolean(updatable) && ready);
    void count({ page, from: from === 'button' ? 'button' : 'menu' });
    return { title, path, ...(imageUrl !== null && { imageUrl }) };
  });

  return { shareButton: { openType: 'share', disabled: !ready }, ready, error, retry: arm };
}

/** Nobody waits for it, and nobody is told that it failed. */
async function count(tap: Omit<Tap, 'requestId'>): Promise<void> {
  try {
    await callFunction('share', 'tapped', { ...tap, requestId: await randomName() });
  } catch (error) {
    console.warn('useShare: a tap was not counted', error);
  }
}
