import { BuiltIn } from './built-in';
import { builtIn, type Registration } from './define';
import { warnOnce } from './warn';

/** Components that need what this phone does not have; an app that uses one sees its name instead, and is told. */
const TAGS = [
  ...[
    'ad',
    'ad-custom',
    'ar-camera',
    'audio',
    'camera',
    'canvas',
    'channel-live',
    'channel-video',
    'double-tap-gesture-handler',
  ],
  ...[
    'draggable-sheet',
    'editor',
    'editor-portal',
    'force-press-gesture-handler',
    'functional-page-navigator',
    'grid-builder',
  ],
  ...['grid-view', 'horizontal-drag-gesture-handler', 'keyboard-accessory', 'list-builder', 'list-view', 'live-player'],
  ...[
    'live-pusher',
    'long-press-gesture-handler',
    'map',
    'match-media',
    'movable-area',
    'movable-view',
    'nested-scroll-body',
  ],
  ...[
    'nested-scroll-header',
    'official-account',
    'open-container',
    'page-container',
    'pan-gesture-handler',
    'picker-view',
  ],
  ...['picker-view-column', 'scale-gesture-handler', 'selection', 'share-element', 'snapshot', 'span', 'sticky-header'],
  ...[
    'sticky-section',
    'store-coupon',
    'store-home',
    'store-product',
    'tap-gesture-handler',
    'vertical-drag-gesture-handler',
  ],
  ...['video', 'voip-room', 'web-view', 'xr-frame'],
] as const;

class NotOffered extends BuiltIn {
  override attached(): void {
    const tag = this.element.tagName;
    warnOnce(this.context, `<${tag}>: the local WeChat does not offer this component`);
    const host = this.dom;
    if (!host) return;
    const note = host.ownerDocument.createElement('div');
    note.className = 'wx-not-offered';
    note.textContent = `<${tag}> 本地微信未提供`;
    host.prepend(note);
  }
}

/** Their attributes are taken without a word: there is one about the component already. */
export const notOffered: readonly Registration[] = TAGS.map((tag) =>
  builtIn({
    tag,
    properties: {},
    anyAttribute: true,
    part: NotOffered,
  }),
);
