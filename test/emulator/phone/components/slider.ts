import { BuiltIn } from './built-in';
import { builtIn } from './define';
import type { FormField } from './form-field';
import { boolean, number, string } from './properties';

const properties = {
  min: number(0),
  max: number(100),
  step: number(1),
  disabled: boolean(),
  value: number(0),
  color: string('#e9e9e9'),
  selectedColor: string('#1aad19'),
  activeColor: string('#1aad19'),
  backgroundColor: string('#e9e9e9'),
  blockSize: number(28),
  blockColor: string('#ffffff'),
  showValue: boolean(),
  name: string(),
};

export class Slider extends BuiltIn<typeof properties> implements FormField {
  #bar: HTMLElement | undefined;
  #text: HTMLElement | undefined;

  override created(): void {
    this.attribute('role', 'slider');
    const host = this.dom;
    if (host) this.#build(host);
    this.#draw();
  }

  override changed(): void {
    this.#draw();
  }

  get fieldName(): string {
    return this.prop('name');
  }

  get fieldValue(): number {
    return this.#fit(this.prop('value'));
  }

  resetField(): void {
    this.set('value', this.prop('min'));
  }

  /** A person drags it to a value; `done` when the finger is lifted. */
  slideTo(value: number, done = true): void {
    if (this.prop('disabled')) return;
    const before = this.fieldValue;
    this.set('value', this.#fit(value));
    if (!done && this.fieldValue !== before) this.emit('changing', { value: this.fieldValue });
    if (done) this.emit('change', { value: this.fieldValue });
  }

  #fit(value: number): number {
    const { min, max, step } = { min: this.prop('min'), max: this.prop('max'), step: this.prop('step') || 1 };
    const stepped = min + Math.round((value - min) / step) * step;
    return Math.min(max, Math.max(min, Number(stepped.toFixed(10))));
  }

  #build(host: HTMLElement): void {
    const make = (name: string, parent: HTMLElement): HTMLElement => {
      const element = host.ownerDocument.createElement('div');
      element.className = `wx-slider${name}`;
      parent.append(element);
      return element;
    };
    const row = make('', host);
    this.#bar = make('-bar', row);
    make('-track', this.#bar);
    make('-block', this.#bar);
    this.#text = make('-value', row);
    const follow = (event: PointerEvent, done: boolean): void => this.#follow(event.clientX, done);
    row.addEventListener('pointerdown', (event) => {
      row.setPointerCapture(event.pointerId);
      follow(event, false);
    });
    row.addEventListener('pointermove', (event) => row.hasPointerCapture(event.pointerId) && follow(event, false));
    row.addEventListener('pointerup', (event) => follow(event, true));
  }

  #follow(clientX: number, done: boolean): void {
    const { left = 0, width = 1 } = this.#bar?.getBoundingClientRect() ?? {};
    const part = Math.min(1, Math.max(0, (clientX - left) / width));
    this.slideTo(this.prop('min') + part * (this.prop('max') - this.prop('min')), done);
  }

  #draw(): void {
    const value = this.fieldValue;
    this.attribute('aria-valuenow', String(value));
    const style = this.dom?.style;
    if (!style || !this.#text) return;
    const range = this.prop('max') - this.prop('min') || 1;
    style.setProperty('--slider-at', `${((value - this.prop('min')) / range) * 100}%`);
    style.setProperty('--slider-active', this.#colour('activeColor', 'selectedColor'));
    style.setProperty('--slider-back', this.#colour('backgroundColor', 'color'));
    style.setProperty('--slider-block', this.prop('blockColor'));
    style.setProperty('--slider-size', `${Math.min(28, Math.max(12, this.prop('blockSize')))}px`);
    this.#text.textContent = String(value);
    this.#text.hidden = !this.prop('showValue');
  }

  /** `color` and `selected-color` are the older names. */
  #colour(name: 'activeColor' | 'backgroundColor', older: 'selectedColor' | 'color'): string {
    return this.prop(name) === properties[name].value ? this.prop(older) : this.prop(name);
  }
}

/** WeChat: component/slider.md. */
export const slider = builtIn({
  tag: 'slider',
  properties,
  reflect: ['disabled'],
  part: Slider,
});
