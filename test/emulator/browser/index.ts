/** The browser in which end-to-end tests look at the local WeChat, and in which `emulator:exec` opens its phone. */
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';
import { bundledBrowser } from './bundled';
import { installedBrowsers } from './installed';

/** No GPU, and nothing that talks to the network by itself. */
const ARGUMENTS = [
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface BrowserOptions {
  /**
   * `installed`: a Chrome, Chromium or Edge of this machine; `npm`: the one in @sparticuz/chromium; `any`: the first
   * that starts, installed ones before npm's. Default: the environment variable EMULATOR_BROWSER, else `any`.
   */
  readonly source?: BrowserSource;
}

const SOURCES = ['any', 'installed', 'npm'] as const;
export type BrowserSource = (typeof SOURCES)[number];

/**
 * Starts a headless browser; close it with `browser.close()`. It ends with this process in any case.
 *
 * CHROME_PATH names an executable that is then the only one tried. Throws, with every reason and what to install, when
 * none starts.
 */
export async function launchBrowser(options: BrowserOptions = {}): Promise<Browser> {
  const failures: string[] = [];
  for (const candidate of candidates(options.source ?? sourceFromEnvironment())) {
    try {
      return await chromium.launch({ ...(await candidate.launch()), ...COMMON });
    } catch (error) {
      failures.push(`${candidate.name}: ${firstLines(error)}`);
    }
  }
  throw new Error(explain(failures));
}

const COMMON: LaunchOptions = {
  args: ARGUMENTS,
  // Whoever owns this process ends it, and the browser with it: a signal must not be answered twice.
  handleSIGINT: false,
  handleSIGTERM: false,
  handleSIGHUP: false,
};

interface Candidate {
  readonly name: string;
  launch(): Promise<LaunchOptions>;
}

function candidates(source: BrowserSource): Candidate[] {
  const chosen = process.env.CHROME_PATH;
  if (chosen && source !== 'npm') return installed(chosen);
  const ofMachine = source === 'npm' ? [] : installedBrowsers().flatMap(installed);
  return source === 'installed' ? ofMachine : [...ofMachine, BUNDLED];
}

/** Made for containers, which have no sandbox to offer. */
const BUNDLED: Candidate = {
  name: '@sparticuz/chromium',
  launch: async () => ({ ...(await bundledBrowser()), chromiumSandbox: false }),
};

/** A person's own browser keeps its sandbox wherever it can have one; for root it has none at all. */
function installed(executablePath: string): Candidate[] {
  const withSandbox = (chromiumSandbox: boolean): Candidate => ({
    name: chromiumSandbox ? executablePath : `${executablePath} without its sandbox`,
    launch: () => Promise.resolve({ executablePath, chromiumSandbox }),
  });
  const isRoot = process.getuid?.() === 0;
  return isRoot ? [withSandbox(false)] : [withSandbox(true), withSandbox(false)];
}

function sourceFromEnvironment(): BrowserSource {
  const value = process.env.EMULATOR_BROWSER || 'any';
  const source = SOURCES.find((known) => known === value);
  if (source === undefined) throw new Error(`EMULATOR_BROWSER is "${value}"; it can be ${SOURCES.join(', ')}`);
  return source;
}

function firstLines(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const telling = text.split('\n').filter((line) => /error|not|fail/i.test(line));
  return (telling.length > 0 ? telling : text.split('\n')).slice(0, 3).join(' ').trim();
}

function explain(failures: readonly string[]): string {
  return [
    'No browser could be started.',
    ...(failures.length > 0 ? failures.map((failure) => `  - ${failure}`) : ['  - none is installed']),
    'Install Google Chrome, Chromium or Microsoft Edge, or set CHROME_PATH to the executable of one.',
    'On Linux x64, `npm install` also brings a browser of its own (@sparticuz/chromium).',
  ].join('\n');
}
