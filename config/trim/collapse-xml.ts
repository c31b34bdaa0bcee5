/** A tag with its attributes (a `>` inside quotes does not end it), a comment, or the text up to the next of them. */
const piece = /<!--[\s\S]*?-->|<(?:"[^"]*"|'[^']*'|[^'">])*>|[^<]+/g;

/** Takes white space from between tags, keeping every end tag; text with anything else in it stays as it is. */
export function collapseXml(xml: string): string {
  const parts = xml.match(piece) ?? [];
  if (parts.join('') !== xml) throw new Error('A tag or a quote in the templates does not end.');
  return parts.map((part) => (part.trim() === '' ? '' : collapseTag(part))).join('');
}

/** White space between attributes; what stands in quotes stays. */
function collapseTag(part: string): string {
  if (!part.startsWith('<') || part.startsWith('<!--')) return part;
  return part.replace(/"[^"]*"|'[^']*'|\s+/g, (found) => (/^\s/.test(found) ? ' ' : found)).replace(/ (?=\/?>$)/, '');
}
