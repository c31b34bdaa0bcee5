import * as glassEasel from 'glass-easel';

/** A finger, in px of the page's window (`client`) and of the whole page (`page`). */
export interface Touch {
  readonly identifier: number;
  readonly clientX: number;
  readonly clientY: number;
  readonly pageX: number;
  readonly pageY: number;
  readonly force: number;
}

export interface ViewEventOptions {
  readonly touches?: readonly Touch[];
  readonly changedTouches?: readonly Touch[];
  /** Default true: what fingers do bubbles; events of components (`input`, `change`) do not. */
  readonly bubbles?: boolean;
}

/**
 * Fires an event at an element as the view does: capture phase, then bubbling, across component borders. Handlers of
 * the app run later, on its thread. Answers whether a `catch` handler, or WXS, stopped it.
 */
export function dispatchViewEvent(
  target: glassEasel.Element,
  type: string,
  detail: unknown,
  options: ViewEventOptions = {},
): boolean {
  const { touches, changedTouches = touches, bubbles = true } = options;
  const event = new glassEasel.Event(type, detail, {
    bubbles,
    composed: bubbles,
    capturePhase: true,
    ...(touches ? { extraFields: { touches, changedTouches } } : {}),
  });
  event.dispatch(target);
  return event.defaultPrevented();
}
