import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../../emulator/browser';

/** The executables here are scripts of the shell. */
const onPosix = process.platform === 'win32' ? describe.skip : describe;

onPosix('a browser that is installed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tongxing-browser-'));
  const executable = join(folder, 'browser');
  const log = join(folder, 'starts');
  const chosen = process.env.CHROME_PATH;

  beforeEach(() => {
    process.env.CHROME_PATH = executable;
    writeFileSync(log, '');
    writeFileSync(executable, `#!/bin/sh\necho "$@" >> '${log}'\necho 'No usable sandbox!' >&2\nexit 1\n`);
    chmodSync(executable, 0o755);
  });
  afterEach(() => {
    jest.restoreAllMocks();
    if (chosen === undefined) delete process.env.CHROME_PATH;
    else process.env.CHROME_PATH = chosen;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Whether each start was without the sandbox, the first one first. */
  const starts = () =>
    readFileSync(log, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split(' ').includes('--no-sandbox'));

  test('is started with its sandbox, and without it only where that fails', async () => {
    jest.spyOn(process, 'getuid').mockReturnValue(1000);
    await expect(launchBrowser({ source: 'any' })).rejects.toThrow(`${executable} without its sandbox: `);
    expect(starts()).toEqual([false, true]);
  });

  test('has no sandbox for root, who cannot have one', async () => {
    jest.spyOn(process, 'getuid').mockReturnValue(0);
    await expect(launchBrowser({ source: 'any' })).rejects.toThrow('No browser could be started');
    expect(starts()).toEqual([true]);
  });
});
