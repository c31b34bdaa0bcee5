import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { startEmulator, type Emulator, type EmulatorOptions } from '../../emulator/server/emulator';
import { connectControl } from '../../emulator/control/client';

/** The genuine SDK, for code that lies outside of this repository. As source text. */
export const SDK = JSON.stringify(resolve(__dirname, '../../../node_modules/wx-server-sdk'));

/** A native mini program with three cloud functions, as small as one can be. */
export const FILES: Readonly<Record<string, string>> = {
  'project.config.json': JSON.stringify({
    appid: 'wx00000000000000aa',
    miniprogramRoot: 'miniprogram/',
    cloudfunctionRoot: 'cloudfunctions/',
  }),
  'miniprogram/app.json': JSON.stringify({ pages: ['pages/index/index'], window: { navigationBarTitleText: '你好' } }),
  'miniprogram/app.js': 'App({})',
  'miniprogram/pages/index/index.json': '{}',
  'miniprogram/pages/index/index.wxml': '<view class="title" bindtap="more">{{ text }}</view>',
  'miniprogram/pages/index/index.wxss': '.title { color: #07c160; }',
  'miniprogram/pages/index/index.js': `Page({
    data: { text: '你好' },
    more() { this.setData({ text: this.data.text + '!' }) },
  })`,
  'miniprogram/images/dot.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'cloudfunctions/echo/index.js': 'exports.main = async (event) => ({ version: 1, event })',
  'cloudfunctions/whoami/index.js': `const cloud = require(${SDK})
    cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
    exports.main = async () => cloud.getWXContext()`,
  'cloudfunctions/setup/index.js': `const cloud = require(${SDK})
    cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
    exports.main = async () => {
      await cloud.database().createCollection('notes')
      await cloud.database().collection('notes').add({ data: { _id: 'first', text: 'hello' } })
    }`,
};

/** Writes a project into a folder of its own. */
export function newProject(changes: Readonly<Record<string, string>> = {}): string {
  const dir = mkdtempSync(join(tmpdir(), 'tongxing-project-'));
  for (const [path, text] of Object.entries({ ...FILES, ...changes })) writeIn(dir, path, text);
  return dir;
}

export function writeIn(dir: string, path: string, text: string): void {
  mkdirSync(dirname(join(dir, path)), { recursive: true });
  writeFileSync(join(dir, path), text);
}

/** Starts local WeChats for one file of tests, and ends what is left of them. */
export function emulators() {
  const started: Emulator[] = [];
  const folders: string[] = [];
  afterAll(async () => {
    await Promise.all(started.map((emulator) => emulator.stop()));
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });
  return {
    newProject(changes?: Readonly<Record<string, string>>): string {
      const dir = newProject(changes);
      folders.push(dir);
      return dir;
    },
    async start(options: EmulatorOptions) {
      const emulator = await startEmulator(options);
      started.push(emulator);
      return { emulator, control: connectControl(emulator.url) };
    },
  };
}
