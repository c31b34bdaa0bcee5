import { BuiltIn } from './built-in';
import { builtIn } from './define';
import { any, boolean, number, string } from './properties';

const properties = {
  percent: number(0),
  showInfo: boolean(),
  borderRadius: any(0),
  fontSize: any(16),
  strokeWidth: any(6),
  color: string('#09BB07'),
  activeColor: string('#09BB07'),
  backgroundColor: string('#EBEBEB'),
  active: boolean(),
  activeMode: string('backwards'),
  duration: number(30),
};

const px = (value: unknown): string => (/[a-z%]$/i.test(String(value)) ? String(value) : `${Number(value) || 0}px`);

class Progress extends BuiltIn<typeof properties> {
  #shown = 0;
  #bar: HTMLElement | undefined;
  #fill: HTMLElement | undefined;
  #info: HTMLElement | undefined;

  override created(): void {
    const host = this.dom;
    if (!host) return;
    this.#bar = host.ownerDocument.createElement('div');
    this.#bar.className = 'wx-progress-bar';
    this.#fill = host.ownerDocument.createElement('i');
    this.#info = host.ownerDocument.createElement('span');
    this.#bar.append(this.#fill);
    host.append(this.#bar, this.#info);
  }

  override attached(): void {
    this.#show();
  }

  override changed(): void {
    this.#show();
  }

  /** With `active`, `duration` ms a percent, from 0 or from where it stood; then `activeend`. */
  #show(): void {
    const percent = Math.min(100, Math.max(0, this.prop('percent')));
    const from = this.prop('activeMode') === 'forwards' ? this.#shown : 0;
    const moved = percent !== this.#shown;
    this.#shown = percent;
    this.#draw(percent);
    if (!this.prop('active') || !moved) return;
    const duration = Math.abs(percent - from) * this.prop('duration');
    this.#fill?.animate([{ width: `${from}%` }, { width: `${percent}%` }], { duration });
    setTimeout(() => this.#shown === percent && this.emit('activeend', { curPercent: percent }), duration);
  }

  #draw(percent: number): void {
    if (!this.#bar || !this.#fill || !this.#info) return;
    const color =
      this.prop('activeColor') === properties.activeColor.value ? this.prop('color') : this.prop('activeColor');
    const [height, radius] = [px(this.prop('strokeWidth')), px(this.prop('borderRadius'))];
    this.#bar.style.cssText = `height:${height};border-radius:${radius};background:${this.prop('backgroundColor')}`;
    this.#fill.style.cssText = `width:${percent}%;background:${color}`;
    this.#info.style.fontSize = px(this.prop('fontSize'));
    this.#info.textContent = `${percent}%`;
    this.#info.hidden = !this.prop('showInfo');
  }
}

/** WeChat: component/progress.md. */
export const progress = builtIn({ tag: 'progress', properties, part: Progress });
