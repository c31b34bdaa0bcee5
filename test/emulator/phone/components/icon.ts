import { BuiltIn } from './built-in';
import { builtIn } from './define';
import { any, string } from './properties';

const properties = { type: string(), size: any(23), color: string() };

const disc = (mark: string) => `<circle cx="12" cy="12" r="10" fill="currentColor"/>${mark}`;
const line = (path: string, color = '#fff') =>
  `<path d="${path}" fill="none" stroke="${color}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>`;

/** Default colour and drawing of each type (WeChat: component/icon.md). */
const drawings: Readonly<Record<string, readonly [color: string, drawing: string]>> = {
  success: ['#07c160', disc(line('M7 12.5l3.5 3.5L17 9'))],
  success_no_circle: ['#07c160', line('M5 12.5l5 5L19.5 7', 'currentColor')],
  info: ['#10aeff', disc(line('M12 11v6M12 7.5v.1'))],
  warn: ['#f76260', disc(line('M12 7v6.5M12 16.8v.1'))],
  waiting: ['#10aeff', disc(line('M12 7v5.5l3.5 2'))],
  cancel: ['#f43530', disc(line('M8.5 8.5l7 7M15.5 8.5l-7 7'))],
  download: ['#07c160', disc(line('M12 7v8M8.5 12l3.5 3.5L15.5 12'))],
  search: [
    '#b2b2b2',
    `<circle cx="10.5" cy="10.5" r="6" fill="none" stroke="currentColor" stroke-width="2"/>${line('M15 15l5 5', 'currentColor')}`,
  ],
  clear: ['#b2b2b2', disc(line('M8.5 8.5l7 7M15.5 8.5l-7 7'))],
};

class Icon extends BuiltIn<typeof properties> {
  override created(): void {
    this.changed();
  }

  override changed(): void {
    const host = this.dom;
    if (!host) return;
    const [color, drawing] = drawings[this.prop('type')] ?? ['transparent', ''];
    const size = this.prop('size');
    const length = Number.isFinite(Number(size)) ? `${Number(size)}px` : String(size);
    host.style.color = this.prop('color') || color;
    host.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true">${drawing}</svg>`;
    host.firstElementChild?.setAttribute('style', `width:${length};height:${length}`);
  }
}

/** WeChat: component/icon.md. */
export const icon = builtIn({ tag: 'icon', properties, part: Icon });
