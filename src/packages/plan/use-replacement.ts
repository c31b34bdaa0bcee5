import { useEffect, useRef } from 'react';
import { replacePage, useDidHide, useDidShow } from '../../wechat/page';

/**
 * Goes on to another page in place of this one while this one is in front: covered, it goes once it is shown again; left,
 * never, because WeChat would replace whatever page is in front by then.
 */
export function useReplacement(): (url: string) => void {
  const shown = useRef(true);
  const next = useRef<string>();

  const go = (): void => {
    if (!shown.current || next.current === undefined) return;
    replacePage(next.current);
    next.current = undefined;
  };
  useDidShow(() => {
    shown.current = true;
    go();
  });
  useDidHide(() => {
    shown.current = false;
  });
  // Back does not hide a page before it is gone.
  useEffect(
    () => () => {
      shown.current = false;
    },
    [],
  );

  return (url) => {
    next.current = url;
    go();
  };
}
