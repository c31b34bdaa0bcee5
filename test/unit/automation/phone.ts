/** The official client on a phone that runs the tutorial project, with the real platform and cloud functions. */
import automator from 'miniprogram-automator';
import { resolve } from 'node:path';
import { showPhones } from '../../emulator/cli/phone-windows';
import type { PhoneHost } from '../../emulator/control/types';
import { startEmulator, type Emulator } from '../../emulator/server/emulator';
import { eventually } from '../../eventually';

export type MiniProgram = Awaited<ReturnType<typeof automator.connect>>;
export type Page = NonNullable<Awaited<ReturnType<MiniProgram['currentPage']>>>;
export type Element = NonNullable<Awaited<ReturnType<Page['$']>>>;

const TUTORIAL = resolve(__dirname, '../../fixtures/tutorial');

export interface World {
  readonly emulator: Emulator;
  readonly miniProgram: MiniProgram;
  readonly openid: string;
}

/** One local WeChat for a file of tests; every test begins with a cold start of a new user. */
export function tutorial(host: PhoneHost = 'node'): () => World {
  let emulator: Emulator | undefined;
  let world: World | undefined;
  let closeBrowser: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    emulator = await startEmulator({ projectDir: TUTORIAL, host });
    if (host === 'browser') closeBrowser = await showPhones(emulator);
  }, 90_000);
  beforeEach(async () => {
    if (!emulator) throw new Error('the local WeChat has not started');
    const { openid } = await emulator.platform.createUser({});
    const line = emulator.phones.find(undefined);
    await emulator.phones.restart(line, { openid });
    const miniProgram = await automator.connect({
      wsEndpoint: `${emulator.url.replace('http', 'ws')}/automator/${line.id}`,
    });
    world = { emulator, miniProgram, openid };
  });
  afterEach(() => world?.miniProgram.disconnect());
  afterAll(async () => {
    await closeBrowser?.();
    await emulator?.stop();
  });
  return () => {
    if (!world) throw new Error('no test is running');
    return world;
  };
}

export async function pageOf(miniProgram: MiniProgram): Promise<Page> {
  const page = await miniProgram.currentPage();
  if (!page) throw new Error('no page is open');
  return page;
}

/** The element, waited for. */
export async function find(page: Page, selector: string): Promise<Element> {
  return eventually(async () => (await page.$(selector)) ?? undefined, `${selector} on ${page.path}`);
}

export async function textOf(page: Page, selector: string): Promise<string> {
  return (await find(page, selector)).text();
}

/** Waits until `selector` reads `text`. */
export async function reads(page: Page, selector: string, text: string): Promise<void> {
  let seen: string | undefined;
  await eventually(
    async () => ((seen = await (await page.$(selector))?.text()) === text ? true : undefined),
    () => `${selector} to read "${text}", it reads "${String(seen)}"`,
  );
}

export async function atPage(miniProgram: MiniProgram, path: string): Promise<Page> {
  return eventually(async () => {
    const page = await pageOf(miniProgram);
    return page.path === path ? page : undefined;
  }, `page ${path}`);
}
