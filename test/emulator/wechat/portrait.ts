const COLOURS = ['#07c160', '#10aeff', '#fa9d3b', '#6467f0', '#fa5151', '#1aad9b'];

/** A round-cornered square with the name's first character, as a data URL: users have faces without a network. */
export function portrait(nickName: string, openid: string): string {
  const sum = [...openid].reduce((total, character) => total + (character.codePointAt(0) ?? 0), 0);
  const initial = [...nickName][0] ?? '?';
  const letter = initial.replace(/[<>&"']/g, '?');
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">` +
    `<rect width="96" height="96" rx="12" fill="${COLOURS[sum % COLOURS.length] ?? '#07c160'}"/>` +
    `<text x="48" y="64" font-family="sans-serif" font-size="46" fill="#fff" text-anchor="middle">${letter}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
