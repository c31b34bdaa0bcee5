import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../browser';
import type { Emulator } from '../server/emulator';

/** How long the first page of a phone may take in a browser that has just started, ms. */
const READY_TIMEOUT_MS = 60_000;

/** Starts a browser and shows every phone in it, those too that are opened later. Answers what ends it. */
export async function showPhones(emulator: Emulator): Promise<() => Promise<void>> {
  const [browser] = await Promise.all([launchBrowser(), emulator.bundles.get('phone')]);
  const windows = new Map<string, Promise<Page>>();

  function update(): void {
    const lines = emulator.phones.all.filter(({ host }) => host === 'browser');
    for (const line of lines) {
      if (windows.has(line.id)) continue;
      const window = openWindow(browser, `${emulator.url}/phone/${line.id}`);
      windows.set(line.id, window);
      line.screenshot = async () => (await (await window).screenshot()).toString('base64');
    }
    for (const [id, window] of windows) {
      if (lines.some((line) => line.id === id)) continue;
      windows.delete(id);
      window.then((page) => page.close()).catch(report);
    }
  }
  emulator.phones.onChange((_id, event) => {
    if (event === undefined) update();
  });
  update();
  try {
    await Promise.all(windows.values());
    await emulator.phones.find(undefined).whenReady(READY_TIMEOUT_MS);
  } catch (error) {
    await browser.close();
    throw error;
  }
  return () => browser.close();
}

/** An ordinary phone's window. What the page itself throws is the local WeChat's fault, not the mini program's. */
async function openWindow(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 });
  page.on('pageerror', report);
  await page.goto(url);
  return page;
}

function report(error: unknown): void {
  console.error('the phone page:', error);
}
