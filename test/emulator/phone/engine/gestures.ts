import type * as glassEasel from 'glass-easel';
import { elementOfDom, type DomBackend } from './dom-backend';
import { dispatchViewEvent, type Touch } from './view-event';

/** ms until a finger that rests is a long press (WeChat: framework/view/wxml/event.md). */
export const LONG_PRESS = 350;
/** px that a finger may move in a tap. */
export const TAP_DISTANCE = 10;
/** ms after a touch in which the browser's own mouse events are its echo. */
const ECHO = 800;

interface Finger {
  readonly target: glassEasel.Element;
  readonly dom: Element;
  readonly start: Touch;
  last: Touch;
  moved: boolean;
  pressed: boolean;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** Fingers, or a mouse, on a phone: DOM events become WeChat's touchstart, touchmove, touchend, tap and longpress. */
export class Gestures {
  readonly #fingers = new Map<number, Finger>();
  #lastTouch = -ECHO;
  readonly #stop = new AbortController();

  constructor(
    readonly root: HTMLElement,
    readonly backend: DomBackend,
  ) {
    this.#listen('touchstart', (event) => this.#touches(event, (touch) => this.#down(touch, event)));
    this.#listen('touchmove', (event) => this.#touches(event, (touch) => this.#move(touch, event)));
    this.#listen('touchend', (event) => this.#touches(event, (touch) => this.#up(touch, event)));
    this.#listen('touchcancel', (event) => this.#touches(event, (touch) => this.#cancel(touch)));
    this.#listen('mousedown', (event) => event.button === 0 && this.#mouse(event, (touch) => this.#down(touch, event)));
    this.#listen(
      'mousemove',
      (event) => this.#fingers.has(0) && this.#mouse(event, (touch) => this.#move(touch, event)),
    );
    this.#listen('mouseup', (event) => this.#mouse(event, (touch) => this.#up(touch, event)));
  }

  dispose(): void {
    this.#stop.abort();
    for (const { timer } of this.#fingers.values()) clearTimeout(timer);
  }

  #listen<K extends keyof HTMLElementEventMap>(type: K, listener: (event: HTMLElementEventMap[K]) => void): void {
    const target: EventTarget = type === 'mouseup' || type === 'mousemove' ? this.root.ownerDocument : this.root;
    target.addEventListener(type, listener as EventListener, { passive: false, signal: this.#stop.signal });
  }

  #touches(event: TouchEvent, each: (touch: Touch) => void): void {
    this.#lastTouch = event.timeStamp;
    for (const touch of event.changedTouches) each(this.#touch(touch, touch.identifier, touch.force));
  }

  #mouse(event: MouseEvent, each: (touch: Touch) => void): void {
    if (event.timeStamp - this.#lastTouch >= ECHO) each(this.#touch(event, 0, 1));
  }

  /** Measured from the page's window, as WeChat measures. */
  #touch(
    at: { clientX: number; clientY: number; target: EventTarget | null },
    identifier: number,
    force: number,
  ): Touch {
    const { left, top } = this.root.getBoundingClientRect();
    const clientX = at.clientX - left;
    const clientY = at.clientY - top;
    const dom = this.#fingers.get(identifier)?.dom ?? (at.target instanceof Element ? at.target : undefined);
    const scroller = dom?.closest('.page-scroller');
    return {
      identifier,
      clientX,
      clientY,
      pageX: clientX + (scroller?.scrollLeft ?? 0),
      pageY: clientY + (scroller?.scrollTop ?? 0),
      force,
    };
  }

  #down(start: Touch, event: Event): void {
    const dom = event.target instanceof Element ? event.target : undefined;
    const target = elementOfDom(dom ?? null);
    if (!dom || !target) return;
    const finger: Finger = { target, dom, start, last: start, moved: false, pressed: false, timer: undefined };
    finger.timer = setTimeout(() => this.#longPress(finger), LONG_PRESS);
    this.#fingers.set(start.identifier, finger);
    this.#fire(finger, 'touchstart', start, event);
  }

  #move(touch: Touch, event: Event): void {
    const finger = this.#fingers.get(touch.identifier);
    if (!finger) return;
    finger.last = touch;
    const distance = Math.hypot(touch.clientX - finger.start.clientX, touch.clientY - finger.start.clientY);
    if (distance > TAP_DISTANCE) {
      finger.moved = true;
      clearTimeout(finger.timer);
    }
    this.#fire(finger, 'touchmove', touch, event);
  }

  #up(touch: Touch, event: Event): void {
    const finger = this.#end(touch);
    if (!finger) return;
    this.#fire(finger, 'touchend', touch, event);
    if (!finger.moved && !finger.pressed) this.#fire(finger, 'tap', touch, event);
  }

  #cancel(touch: Touch): void {
    const finger = this.#end(touch);
    if (finger) this.#fire(finger, 'touchcancel', touch, undefined);
  }

  #end(touch: Touch): Finger | undefined {
    const finger = this.#fingers.get(touch.identifier);
    clearTimeout(finger?.timer);
    this.#fingers.delete(touch.identifier);
    return finger;
  }

  /** Where something listens to the long press there is no tap after it. */
  #longPress(finger: Finger): void {
    finger.pressed = ['longpress', 'longtap'].some((type) => this.backend.hasListener(finger.dom, type));
    this.#fire(finger, 'longpress', finger.start, undefined);
    this.#fire(finger, 'longtap', finger.start, undefined);
  }

  #fire(finger: Finger, type: string, touch: Touch, event: Event | undefined): void {
    const onScreen = [...this.#fingers.values()].map(({ last }) => last);
    const isTouch = type.startsWith('touch');
    const caught = dispatchViewEvent(finger.target, type, isTouch ? {} : { x: touch.pageX, y: touch.pageY }, {
      touches: type === 'tap' ? [...onScreen, touch] : onScreen,
      changedTouches: [touch],
    });
    if (caught && type === 'touchmove' && event?.cancelable) event.preventDefault();
  }
}
