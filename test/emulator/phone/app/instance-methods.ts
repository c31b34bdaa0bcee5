import type { InstanceMethods } from '../engine/component-registry';
import type { Wx } from '../api';

/** What `this` of pages and components offers on WeChat and glass-easel's adapter lacks, or does differently. */
export function instanceMethods(wx: () => Wx): InstanceMethods {
  return {
    createSelectorQuery() {
      return wx().createSelectorQuery().in(this);
    },
    createIntersectionObserver(options?: WechatMiniprogram.CreateIntersectionObserverOption) {
      return wx().createIntersectionObserver(this, options);
    },
    createMediaQueryObserver: missing('createMediaQueryObserver'),
    animate: missing('animate'),
    clearAnimation: missing('clearAnimation'),
    applyAnimatedStyle: missing('applyAnimatedStyle'),
    clearAnimatedStyle: missing('clearAnimatedStyle'),
    getTabBar: missing('getTabBar'),
    getPassiveEvent: missing('getPassiveEvent'),
    setPassiveEvent: missing('setPassiveEvent'),
    setUpdatePerformanceListener: missing('setUpdatePerformanceListener'),
  };
}

function missing(name: string) {
  return (): never => {
    throw new Error(`this.${name} is not available in the local WeChat`);
  };
}
