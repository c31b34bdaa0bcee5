import type * as glassEasel from 'glass-easel';
import type { PhoneContext } from '../parts';
import { componentOf } from './component-of';
import { fail } from './failure';
import { domOf, rectOf, scrollerOf } from './layout';
import type { ApiPart } from './part';

/** WeChat: developers.weixin.qq.com/miniprogram/dev/api/wxml/IntersectionObserver.html, by the browser's own. */
class PageIntersectionObserver implements WechatMiniprogram.IntersectionObserver {
  private reference: { readonly selector?: string; readonly margins: WechatMiniprogram.Margins } = { margins: {} };
  private readonly observers: IntersectionObserver[] = [];

  constructor(
    private readonly context: PhoneContext,
    private readonly component: glassEasel.GeneralComponent,
    private readonly options: WechatMiniprogram.CreateIntersectionObserverOption,
  ) {}

  relativeTo(selector: string, margins: WechatMiniprogram.Margins = {}): this {
    this.reference = { selector, margins };
    return this;
  }

  relativeToViewport(margins: WechatMiniprogram.Margins = {}): this {
    this.reference = { margins };
    return this;
  }

  observe(targetSelector: string, callback: WechatMiniprogram.IntersectionObserverObserveCallback): void {
    const { view } = this.context;
    if (!view) {
      throw fail('createIntersectionObserver', 'this phone runs without a browser and has no layout');
    }
    const { selector, margins } = this.reference;
    const reference = selector === undefined ? undefined : this.find(selector)[0];
    const targets = this.options.observeAll ? this.find(targetSelector) : this.find(targetSelector).slice(0, 1);
    for (const target of targets) this.watch(target, reference, margins, callback);
  }

  disconnect(): void {
    for (const observer of this.observers.splice(0)) observer.disconnect();
  }

  private watch(
    target: glassEasel.Element,
    reference: glassEasel.Element | undefined,
    margins: WechatMiniprogram.Margins,
    callback: WechatMiniprogram.IntersectionObserverObserveCallback,
  ): void {
    const dom = domOf(this.context, target);
    if (!dom) return;
    let last = this.options.initialRatio ?? 0;
    const { top = 0, right = 0, bottom = 0, left = 0 } = margins;
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          if (entry.intersectionRatio === last && !entry.isIntersecting) continue;
          last = entry.intersectionRatio;
          callback({
            id: target.id,
            dataset: { ...target.dataset },
            intersectionRatio: entry.intersectionRatio,
            boundingClientRect: rectOf(dom),
            intersectionRect: plain(entry.intersectionRect),
            relativeRect: plain(entry.rootBounds ?? dom.ownerDocument.documentElement.getBoundingClientRect()),
            time: this.context.now(),
          });
        }
      },
      {
        root: (reference && domOf(this.context, reference)) ?? scrollerOf(dom) ?? null,
        rootMargin: `${top}px ${right}px ${bottom}px ${left}px`,
        threshold: this.options.thresholds ?? [0],
      },
    );
    observer.observe(dom);
    this.observers.push(observer);
  }

  private find(selector: string): glassEasel.Element[] {
    return this.component.getShadowRoot()?.querySelectorAll(selector) ?? [];
  }
}

export function createIntersectionObserverApi({ context }: ApiPart) {
  return {
    createIntersectionObserver: (component, options = {}) =>
      new PageIntersectionObserver(context, componentOf(context, 'createIntersectionObserver', component), options),
  } satisfies Partial<WechatMiniprogram.Wx>;
}

function plain({ left, top, right, bottom, width, height }: DOMRectReadOnly) {
  return { left, top, right, bottom, width, height };
}
