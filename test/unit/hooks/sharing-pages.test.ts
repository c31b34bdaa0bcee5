/** Taro gives a page `onShareAppMessage` only where its config says so, or its own file names the hook: useShare is elsewhere. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { sharingPages } from './sharing-pages';

it.each(sharingPages(resolve(__dirname, '../../../src')))('$page shares as it should', ({ faults }) => {
  expect(faults).toEqual([]);
});

describe('what the rule notices', () => {
  let src: string;
  beforeEach(() => {
    src = mkdtempSync(join(tmpdir(), 'sharing-'));
  });
  afterEach(() => rmSync(src, { recursive: true, force: true }));

  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(src, path)), { recursive: true });
    writeFileSync(join(src, path), text);
  };
  const page = (config: string, files: Readonly<Record<string, string>>): readonly string[] => {
    write('hooks/useShare/index.ts', "export { useShare } from './useShare';");
    write('hooks/useShare/useShare.ts', 'export const useShare = () => useShareAppMessage(() => ({}));');
    write('packages/walk/index.config.ts', `export default definePageConfig({ ${config} });`);
    for (const [path, text] of Object.entries(files)) write(`packages/walk/${path}`, text);
    return sharingPages(src).flatMap(({ faults }) => faults);
  };
  const using = "import { useShare } from '../../hooks/useShare';\nexport const Card = () => useShare();";

  it('finds nothing where all is well', () => {
    expect(page('enableShareAppMessage: true', { 'index.tsx': using })).toEqual([]);
    expect(sharingPages(src)).toMatchObject([{ page: 'packages/walk/index.tsx', shares: true }]);
  });

  it('a page that forgot its config, also where a file of its own shares for it', () => {
    expect(page('', { 'index.tsx': "import { Card } from './Card';\nCard();", 'Card.tsx': using })).toEqual([
      expect.stringMatching(/stays dead/),
    ]);
  });

  it('a page whose config has it in a comment, or says no', () => {
    for (const config of ['// enableShareAppMessage: true\n', 'enableShareAppMessage: false'])
      expect(page(config, { 'index.tsx': using })).toEqual([expect.stringMatching(/stays dead/)]);
  });

  it('a page that says it shares and does not', () => {
    expect(page('enableShareAppMessage: true', { 'index.tsx': 'export {};' })).toEqual([
      expect.stringMatching(/nothing says/),
    ]);
  });

  it('a page with two owners', () => {
    const index = `import { Card } from './Card';\n${using}\nCard();`;
    expect(page('enableShareAppMessage: true', { 'index.tsx': index, 'Card.tsx': using })).toEqual([
      expect.stringMatching(/2 times/),
    ]);
  });

  it("a page that takes the share hook from Taro's own", () => {
    const index = `${using}\nuseShareAppMessage(() => ({}));`;
    expect(page('enableShareAppMessage: true', { 'index.tsx': index })).toEqual([
      expect.stringMatching(/belongs to useShare/),
    ]);
  });

  it('types of it are no use of it', () => {
    expect(page('', { 'index.tsx': "import type { Share } from '../../hooks/useShare';" })).toEqual([]);
  });
});
