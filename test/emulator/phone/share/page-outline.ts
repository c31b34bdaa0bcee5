import type { PageHandle, PhoneContext } from '../parts';
import { appName } from '../view/app-name';

/**
 * In a browser: a page in outline under its title, 500 × 400 px, as a data URL. Painted, not an SVG: pictures cannot use
 * the fonts of the page that shows them.
 */
export function pageOutline(context: PhoneContext, page: PageHandle): string {
  const canvas = Object.assign(document.createElement('canvas'), { width: 500, height: 400 });
  const brush = canvas.getContext('2d');
  if (!brush) throw new Error('the browser has no canvas');
  const fill = (colour: string, draw: () => void): void => {
    brush.fillStyle = colour;
    brush.beginPath();
    draw();
    brush.fill();
  };
  const { navigationBarBackgroundColor, navigationBarTextStyle, navigationBarTitleText } = page.window;
  fill('#f7f7f7', () => brush.rect(0, 0, 500, 400));
  fill('#ededed', () => brush.rect(0, 0, 500, 96));
  // A colour that the browser does not know leaves the one before.
  fill(navigationBarBackgroundColor ?? '#000000', () => brush.rect(0, 0, 500, 96));
  for (const row of [0, 80, 160]) {
    fill('#d8d8d8', () => brush.arc(70, 160 + row, 24, 0, 2 * Math.PI));
    fill('#d8d8d8', () => brush.roundRect(112, 140 + row, 300 - row / 2, 16, 8));
    fill('#e8e8e8', () => brush.roundRect(112, 168 + row, 200 - row / 2, 12, 6));
  }
  brush.fillStyle = navigationBarTextStyle === 'black' ? '#1a1a1a' : '#ffffff';
  brush.font = `600 32px ${getComputedStyle(document.querySelector('.phone') ?? document.body).fontFamily}`;
  brush.textAlign = 'center';
  brush.fillText(navigationBarTitleText || appName(context), 250, 60, 460);
  return canvas.toDataURL('image/jpeg', 0.85);
}
