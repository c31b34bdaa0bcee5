/** No property is taken in silence: the component acts on it, or it is marked as without effect. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { components } from '../../emulator/phone/components';
import { attributeName } from '../../emulator/phone/components/define';
import { builtInStyles } from '../../emulator/phone/components/styles';

const folder = join(__dirname, '../../emulator/phone/components');
const sources = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => [file.replace(/\.ts$/, ''), readFileSync(join(folder, file), 'utf8')]),
);
const isComponent = (source: string): boolean => /\bbuiltIn\(\{/.test(source);

/** The source of a component: its file, and what that imports, other components only where it takes their properties. */
function sourceOf(tag: string): string {
  const [file] = [...sources].find(([, source]) => source.includes(`tag: '${tag}'`)) ?? [];
  if (file === undefined) throw new Error(`no file defines <${tag}>`);
  const read = new Set([file]);
  for (const name of read) {
    for (const [line, imported = ''] of (sources.get(name) ?? '').matchAll(
      /^import (?!type ).*from '\.\/([\w-]+)';$/gm,
    )) {
      if (!isComponent(sources.get(imported) ?? '') || /\bproperties\b/.test(line)) read.add(imported);
    }
  }
  return [...read].map((name) => sources.get(name) ?? '').join('\n');
}

describe.each(components)('<$tag>', ({ tag, properties, reflected }) => {
  const source = sourceOf(tag);
  const isRead = (name: string): boolean =>
    new RegExp(`(prop|text|wanted|colour)\\((?:[^()]*, )?'${name}'[,)]`).test(source);
  const isStyled = (name: string): boolean =>
    reflected.has(name) &&
    new RegExp(`(^|[\\s,\\]])(wx-${tag}\\S*)?\\[${attributeName(name)}[\\]=]`).test(builtInStyles);

  test('acts on every property that is not marked', () => {
    const silent = Object.entries(properties).filter(
      ([name, { unheeded }]) => !unheeded && !isRead(name) && !isStyled(name),
    );
    expect(silent.map(([name]) => name)).toEqual([]);
  });

  test('marks none that it acts on', () => {
    const acted = Object.entries(properties).filter(([name, { unheeded }]) => unheeded && isRead(name));
    expect(acted.map(([name]) => name)).toEqual([]);
  });
});
