import * as glassEasel from 'glass-easel';
import type { PhoneContext } from '../parts';
import { windowSize } from './device';
import { domOf, pageScroller, rectOf, scrollOf, type Rect, type Scroll } from './layout';

const NO_RECT: Rect = { left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0 };
const NO_SCROLL: Scroll = { scrollLeft: 0, scrollTop: 0, scrollWidth: 0, scrollHeight: 0 };

/** What NodesRef.fields asks of one element. Without a browser there is no layout: sizes are 0, and that is said. */
export function readNode(context: PhoneContext, node: glassEasel.Element, fields: WechatMiniprogram.Fields) {
  const dom = domOf(context, node);
  if (needsLayout(fields)) warnWithoutLayout(context);
  const rect = dom ? rectOf(dom) : NO_RECT;
  return {
    ...(fields.id ? { id: node.id } : {}),
    ...(fields.dataset ? { dataset: node.dataset ?? {} } : {}),
    ...(fields.mark ? { mark: node.collectMarks() } : {}),
    ...selectRect(rect, fields),
    ...(fields.scrollOffset ? (dom ? scrollOf(dom) : NO_SCROLL) : {}),
    ...Object.fromEntries((fields.properties ?? []).map((name) => [name, propertyOf(node, name)])),
    ...computedStyle(dom, fields.computedStyle ?? []),
  };
}

/** What NodesRef.fields asks of the viewport. */
export function readViewport(context: PhoneContext, fields: WechatMiniprogram.Fields) {
  const { windowWidth: width, windowHeight: height } = windowSize(context);
  const page = context.stack.pages.at(-1);
  const scroller = page && pageScroller(context, page);
  return {
    ...(fields.id ? { id: '' } : {}),
    ...(fields.dataset ? { dataset: {} } : {}),
    ...selectRect({ left: 0, top: 0, right: width, bottom: height, width, height }, fields),
    ...(fields.scrollOffset ? (scroller ? scrollOf(scroller) : NO_SCROLL) : {}),
  };
}

function selectRect({ width, height, ...edges }: Rect, { rect, size }: WechatMiniprogram.Fields) {
  return { ...(rect ? edges : {}), ...(size ? { width, height } : {}) };
}

function propertyOf(node: glassEasel.Element, name: string): unknown {
  if (!glassEasel.Component.isComponent(node) || !glassEasel.Component.hasProperty(node, name)) return undefined;
  const data: Readonly<Record<string, unknown>> = node.data;
  return data[name];
}

function computedStyle(dom: HTMLElement | undefined, names: readonly string[]) {
  if (!dom || names.length === 0) return {};
  const style = getComputedStyle(dom);
  const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(kebab(name))]));
}

function needsLayout({ rect, size, scrollOffset, computedStyle: styles }: WechatMiniprogram.Fields): boolean {
  return Boolean(rect ?? size ?? scrollOffset ?? styles?.length);
}

const warned = new WeakSet<PhoneContext>();

function warnWithoutLayout(context: PhoneContext): void {
  if (context.view || warned.has(context)) return;
  warned.add(context);
  const message = 'SelectorQuery: this phone runs without a browser and has no layout, every size is 0';
  context.bridge.emit({ event: 'console', level: 'warn', args: [message], at: context.now() });
}
