import type { BuiltIn } from './built-in';
import { boolean, number, string, unheeded } from './properties';
import { RefresherArea } from './refresher-area';
import { warnOnce } from './warn';

export const refresherProperties = {
  refresherEnabled: boolean(),
  refresherThreshold: number(45),
  refresherDefaultStyle: string('black'),
  refresherBackground: string('#FFF'),
  refresherTriggered: boolean(),
  refresherTwoLevelEnabled: unheeded(boolean()),
  refresherTwoLevelTriggered: unheeded(boolean()),
  refresherTwoLevelThreshold: unheeded(number(150)),
  refresherTwoLevelCloseThreshold: unheeded(number(80)),
  refresherTwoLevelScrollEnabled: unheeded(boolean()),
  refresherBallisticRefreshEnabled: unheeded(boolean()),
  refresherTwoLevelPinned: unheeded(boolean()),
};

type Refreshable = BuiltIn<typeof refresherProperties>;

/**
 * scroll-view's own pull to refresh (WeChat: component/scroll-view.md). Pulled and let go it fires `refresherabort`, or,
 * beyond the threshold, writes its own `refresher-triggered` and fires `refresherrefresh`; an app that sets
 * `refresher-triggered` starts it as well. Once that is false again, `refresherrestore`. `detail.dy`: px it is pulled.
 */
export class Refresher {
  #state: 'closed' | 'pulled' | 'refreshing' = 'closed';
  #dy = 0;
  #attached = false;
  readonly #area: RefresherArea | undefined;

  constructor(private readonly part: Refreshable) {
    const host = part.dom;
    if (host) this.#area = new RefresherArea(host, this);
  }

  /** Whether a finger may pull it now. */
  get ready(): boolean {
    return this.part.prop('refresherEnabled') && this.#state !== 'refreshing';
  }

  attached(): void {
    this.#attached = true;
    this.changed();
    const slotted = this.part.element.childNodes.some((child) => child.asElement()?.slot === 'refresher');
    if (slotted) warnOnce(this.part.context, '<scroll-view>: the local WeChat does not offer slot="refresher"');
  }

  detached(): void {
    this.#area?.dispose();
  }

  changed(): void {
    if (!this.#attached) return;
    if (this.part.prop('refresherEnabled') && this.part.prop('refresherTriggered')) this.#refresh();
    else if (this.#state === 'refreshing') this.#close('refresherrestore');
    else this.#draw();
  }

  pull(dy: number): void {
    if (!this.ready) return;
    this.#state = 'pulled';
    this.#dy = dy;
    this.#draw();
    this.part.emit('refresherpulling', { dy });
  }

  letGo(): void {
    if (this.#state !== 'pulled') return;
    if (this.#dy >= this.part.prop('refresherThreshold')) this.#refresh();
    else this.#close('refresherabort');
  }

  #refresh(): void {
    if (this.#state === 'refreshing') return;
    const dy = this.#state === 'pulled' ? this.#dy : this.part.prop('refresherThreshold');
    this.#state = 'refreshing';
    this.#dy = this.part.prop('refresherThreshold');
    this.#draw();
    this.part.set('refresherTriggered', true);
    this.part.emit('refresherrefresh', { dy });
  }

  #close(event: 'refresherrestore' | 'refresherabort'): void {
    const dy = this.#dy;
    this.#state = 'closed';
    this.#dy = 0;
    this.#draw();
    this.part.emit(event, { dy });
  }

  #draw(): void {
    this.#area?.draw({
      height: this.#dy,
      refreshing: this.#state === 'refreshing',
      dots: this.part.prop('refresherDefaultStyle'),
      background: this.part.prop('refresherBackground'),
      animated: this.#state !== 'pulled',
    });
  }
}
