import type { PageHandle, PhoneContext } from '../parts';
import { appName } from '../view/app-name';

/** An SVG of a page in outline under its title. */
export function pageOutline(context: PhoneContext, page: PageHandle, width: number, height: number): string {
  const bar = colour(page.window.navigationBarBackgroundColor, '#ededed');
  const ink = page.window.navigationBarTextStyle === 'white' ? '#ffffff' : '#1a1a1a';
  const title = page.window.navigationBarTitleText || appName(context);
  const rows = [0, 1, 2].map(
    (row) =>
      `<circle cx="70" cy="${160 + row * 80}" r="24" fill="#d8d8d8"/>` +
      `<rect x="112" y="${140 + row * 80}" width="${300 - row * 50}" height="16" rx="8" fill="#d8d8d8"/>` +
      `<rect x="112" y="${168 + row * 80}" width="${200 - row * 30}" height="12" rx="6" fill="#e8e8e8"/>`,
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 500 400">` +
    `<rect width="500" height="400" fill="#f7f7f7"/><rect width="500" height="96" fill="${bar}"/>` +
    `<text x="250" y="60" font-size="32" font-family="sans-serif" font-weight="600" text-anchor="middle" fill="${ink}">` +
    `${escaped(title)}</text>${rows.join('')}</svg>`
  );
}

const colour = (value: unknown, usual: string): string =>
  typeof value === 'string' && /^#[0-9a-f]{3,8}$/i.test(value) ? value : usual;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
