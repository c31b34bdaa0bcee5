import * as glassEasel from 'glass-easel';
import type { AppThread } from './app-thread';
import { crossAsJson } from './json-crossing';

/** One setData never carries more (WeChat: framework/performance/tips/runtime_setData.md; the old Page reference says 1024 kB). */
const MAX_BYTES = 1024 * 1024;

export interface SetDataRecord {
  /** Path of the page that the component is on. */
  readonly page: string;
  readonly bytes: number;
  readonly keys: readonly string[];
}

export interface SetDataHooks {
  readonly thread: AppThread;
  readonly recordSetData: (record: SetDataRecord) => void;
  readonly warn: (message: string) => void;
}

/** `this.setData` of pages and components: what it sets crosses to the view as JSON, and the callback comes later. */
export function sendData(
  component: glassEasel.GeneralComponent,
  data: unknown,
  callback: (() => void) | undefined,
  hooks: SetDataHooks,
): void {
  const crossing = crossAsJson(data);
  const page = rootOf(component).is;
  const { value, bytes, lost } = crossing;
  if (typeof value !== 'object' || value === null) {
    hooks.warn(`${component.is}: setData needs an object, got ${String(data)}; nothing is set`);
    return;
  }
  const keys = Object.keys(value);
  hooks.recordSetData({ page, bytes, keys });
  if (bytes > MAX_BYTES)
    throw new Error(`${component.is}: setData of ${bytes} bytes, at most ${MAX_BYTES} can cross to the view`);
  if (lost.length > 0) hooks.warn(`${component.is}: setData loses what is not JSON: ${lost.join(', ')}`);
  // What has left the phone has no view any more: nothing shows it, and the app goes on.
  if (component.getBackendContext() === null) return;
  component.setData(value);
  if (callback) glassEasel.triggerRender(component, () => hooks.thread.run(callback));
}

/** The page that a component is on, or the component itself. */
export function rootOf(component: glassEasel.GeneralComponent): glassEasel.GeneralComponent {
  let root = component;
  for (let owner = root.ownerShadowRoot; owner; owner = root.ownerShadowRoot) root = owner.getHostNode();
  return root;
}
