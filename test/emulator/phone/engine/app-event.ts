import * as glassEasel from 'glass-easel';
import { crossAsJson } from './json-crossing';

/** Marks what an app's own component triggered: it never left the app layer, so it comes at once and by reference. */
export const FROM_APP = Symbol('triggered by app code');

/** An element as event handlers see it (WeChat: framework/view/wxml/event.md). */
interface EventTarget {
  readonly id: string;
  readonly offsetLeft: number;
  readonly offsetTop: number;
  readonly dataset: Readonly<Record<string, unknown>>;
}

export interface AppEvent {
  readonly type: string;
  readonly timeStamp: number;
  readonly target: EventTarget;
  readonly currentTarget: EventTarget;
  readonly mark: Readonly<Record<string, unknown>>;
  readonly detail: unknown;
  readonly mut: boolean;
  readonly [field: string]: unknown;
}

export const isFromApp = (event: glassEasel.ShadowedEvent<unknown>): boolean =>
  event.extraFields !== undefined && FROM_APP in event.extraFields;

/** The event as app code gets it: plain JSON, unless app code itself triggered it. */
export function toAppEvent(event: glassEasel.ShadowedEvent<unknown>): AppEvent {
  const fromApp = isFromApp(event);
  const { touches, changedTouches } = event.extraFields ?? {};
  const plain = {
    type: event.type,
    timeStamp: event.timeStamp,
    target: describeTarget(event.target),
    currentTarget: describeTarget(event.currentTarget),
    mark: { ...event.mark },
    detail: fromApp ? event.detail : (event.detail ?? {}),
    mut: event.mutatedMarked(),
    ...(touches === undefined ? {} : { touches, changedTouches }),
  };
  return fromApp ? plain : (crossAsJson(plain).value as AppEvent);
}

/** An element as event handlers, and `onShareAppMessage`, see it. */
export function describeTarget(target: unknown): EventTarget {
  const element = elementOf(target);
  const dom = element?.getBackendElement() as { offsetLeft?: number; offsetTop?: number } | null | undefined;
  return {
    id: element?.id ?? '',
    offsetLeft: dom?.offsetLeft ?? 0,
    offsetTop: dom?.offsetTop ?? 0,
    dataset: { ...element?.dataset },
  };
}

/** Events name the app's object (`this`) of a component, or an element. */
export function elementOf(target: unknown): glassEasel.Element | undefined {
  if (target instanceof glassEasel.Element) return target;
  const component: unknown = (target as { _$?: unknown } | null)?._$;
  return component instanceof glassEasel.Element ? component : undefined;
}
