import type { Bundle } from './bundles';

/** A page of the local WeChat's own: one element, one script. */
export function pageHtml(title: string, rootId: string, { script, style }: Bundle): string {
  const link = style === undefined ? '' : `<link rel="stylesheet" href="/bundles/${style}" />`;
  return `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
    <title>${escape(title)}</title>
    <link rel="icon" href="data:," />
    ${link}
  </head>
  <body>
    <div id="${rootId}"></div>
    <script src="/bundles/${script}"></script>
  </body>
</html>
`;
}

/** What a browser shows where the page's own code does not compile. */
export function failureHtml(message: string): string {
  return `<!doctype html><meta charset="utf-8" /><title>Tongxing</title><pre>${escape(message)}</pre>\n`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
