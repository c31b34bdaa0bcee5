import { BuiltIn } from './built-in';
import { builtIn } from './define';
import { any, boolean, number, string, unheeded } from './properties';

const pageMetaProperties = {
  backgroundTextStyle: string(),
  backgroundColor: string(),
  backgroundColorTop: unheeded(string()),
  backgroundColorBottom: unheeded(string()),
  rootBackgroundColor: string(),
  scrollTop: unheeded(any()),
  scrollDuration: unheeded(number(300)),
  pageStyle: string(),
  rootFontSize: string(),
  pageOrientation: unheeded(string()),
  pageFontSize: unheeded(string()),
};

const navigationBarProperties = {
  title: string(),
  loading: boolean(),
  frontColor: string(),
  backgroundColor: string(),
  colorAnimationDuration: unheeded(number()),
  colorAnimationTimingFunc: unheeded(string('linear')),
};

type Window = Parameters<BuiltIn['context']['stack']['setWindow']>[1];

/** Writes to the window of the page that it is on. */
abstract class WindowPart<P extends typeof pageMetaProperties | typeof navigationBarProperties> extends BuiltIn<P> {
  protected abstract window(): Window;

  override attached(): void {
    this.changed();
  }

  override changed(): void {
    const host = this.element.ownerShadowRoot?.getHostNode();
    const page = this.context.stack.pages.find(({ component }) => component === host);
    if (page) this.context.stack.setWindow(page, this.window());
  }
}

class PageMeta extends WindowPart<typeof pageMetaProperties> {
  protected override window(): Window {
    return withoutEmpty({
      backgroundTextStyle: this.prop('backgroundTextStyle'),
      backgroundColor: this.prop('backgroundColor'),
    });
  }

  override changed(): void {
    super.changed();
    const page = this.element.ownerShadowRoot?.getHostNode();
    const rootFont = this.prop('rootFontSize');
    const style = [this.prop('pageStyle'), this.#background(), rootFont && `font-size:${rootFont}`];
    page?.setNodeStyle(style.filter(Boolean).join(';'), TEMPLATE_EXTRA);
  }

  #background(): string {
    const color = this.prop('rootBackgroundColor');
    return color && `background-color:${color}`;
  }
}

class NavigationBar extends WindowPart<typeof navigationBarProperties> {
  protected override window(): Window {
    return withoutEmpty({
      navigationBarTitleText: this.prop('title'),
      navigationBarBackgroundColor: this.prop('backgroundColor'),
      navigationBarTextStyle: { '#ffffff': 'white', '#000000': 'black' }[this.prop('frontColor').toLowerCase()],
      navigationBarLoading: this.prop('loading'),
    });
  }
}

/** glass-easel's StyleSegmentIndex.TEMPLATE_EXTRA. */
const TEMPLATE_EXTRA = 1;

function withoutEmpty(window: Record<string, string | boolean | undefined>): Window {
  return Object.fromEntries(Object.entries(window).filter(([, value]) => value !== '' && value !== undefined));
}

/** WeChat: component/page-meta.md. */
export const pageMeta = builtIn({
  tag: 'page-meta',
  properties: pageMetaProperties,
  part: PageMeta,
});
/** WeChat: component/navigation-bar.md. */
export const navigationBar = builtIn({
  tag: 'navigation-bar',
  properties: navigationBarProperties,
  part: NavigationBar,
});
