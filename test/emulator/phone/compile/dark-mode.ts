import type { AtRule } from 'postcss';

const CONDITION = /\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)/i;

/**
 * `@media (prefers-color-scheme: dark)` asks the browser; each phone has a theme of its own. A container style query
 * asks the page instead, on which the phone sets `--theme`.
 */
export function translateColorScheme(media: AtRule): void {
  const theme = CONDITION.exec(media.params)?.[1];
  if (theme === undefined || media.params.includes(',')) return;
  const others = media.params
    .replace(CONDITION, '')
    .split(/\band\b/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== 'screen' && part !== 'all');
  const query = media.clone({ name: 'container', params: `style(--theme: ${theme.toLowerCase()})` });
  if (others.length === 0) {
    media.replaceWith(query);
  } else {
    media.removeAll();
    media.params = others.join(' and ');
    media.append(query);
  }
}
