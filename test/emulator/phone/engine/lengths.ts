/**
 * WXSS lengths as CSS: `rpx`, 750 of which are the width of the window (WeChat: framework/view/wxss.md), and `vw`, `vh`,
 * which are parts of the page's window, not of the browser's. The phone sets `--rpx`, `--vw` and `--vh` on each page.
 */
export function translateLengths(value: string): string {
  return value
    .replace(LENGTH, (text, number: string | undefined, unit: string | undefined) =>
      number === undefined || unit === undefined ? text : `calc(var(--${unit.toLowerCase()}) * ${number})`,
    )
    .replace(/\b(?:env|constant)\(\s*(safe-area-inset-\w+)\s*(?:,[^)]*)?\)/g, 'var(--$1, 0px)');
}

/** Strings and addresses come first, so that nothing in them is taken for a length. */
const LENGTH = /url\([^)]*\)|"[^"]*"|'[^']*'|(?<![\w#.-])([-+]?(?:\d+\.?\d*|\.\d+))(rpx|vw|vh)\b/gi;
