/** `npm run picture`: the picture of README, taken of the phone as it is now, light and dark. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../emulator/browser';
import { connectControl } from '../emulator/control/client';
import { startEmulator } from '../emulator/server/emulator';
import { projectRoot } from '../project-copy';

async function phone(browser: Browser, url: string): Promise<string[]> {
  const control = connectControl(url);
  const [{ id, url: phoneUrl, openid } = { id: '', url: '', openid: '' }] = await control.phones.list();
  // An afternoon, so that today has its steps.
  const evening = new Date();
  evening.setUTCHours(10, 8, 0, 0);
  await control.clock.set(evening.getTime());
  await control.consents.answerPrivacy(openid, true);
  await control.consents.answerScope(openid, 'scope.werun', true);
  const page = await browser.newPage({ viewport: { width: 375, height: 812 }, deviceScaleFactor: 2 });
  await page.goto(phoneUrl);
  await page.getByText('查看我的步数').first().click();
  await page.getByText('日均', { exact: true }).waitFor();
  const pictures: string[] = [];
  for (const theme of ['light', 'dark'] as const) {
    await control.phones.theme(id, theme);
    await page.waitForTimeout(800);
    pictures.push((await page.screenshot()).toString('base64'));
  }
  return pictures;
}

async function picture(): Promise<void> {
  const emulator = await startEmulator({ projectDir: projectRoot });
  const browser = await launchBrowser();
  try {
    const images = await phone(browser, emulator.url);
    const page = await browser.newPage({ viewport: { width: 880, height: 900 } });
    const frame = 'width:375px;border-radius:36px;box-shadow:0 4px 24px #0003;border:6px solid #111';
    const tags = images.map((png) => `<img style="${frame}" src="data:image/png;base64,${png}">`).join('');
    const body =
      'margin:0;display:flex;gap:40px;justify-content:center;align-items:center;height:900px;background:#f4f5f5';
    await page.setContent(`<body style="${body}">${tags}</body>`);
    await page.waitForLoadState('load');
    writeFileSync(join(projectRoot, 'docs/phone.png'), await page.screenshot());
  } finally {
    await browser.close();
    await emulator.stop();
  }
}

picture().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
