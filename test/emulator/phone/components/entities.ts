/** What `<text decode>` knows (WeChat: component/text.md). */
const ENTITIES: Readonly<Record<string, string>> = {
  '&nbsp;': '\u00a0',
  '&ensp;': '\u2002',
  '&emsp;': '\u2003',
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&apos;': "'",
};

/** Once: `&amp;lt;` becomes `&lt;`. */
export const decodeEntities = (text: string): string => text.replace(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity);
