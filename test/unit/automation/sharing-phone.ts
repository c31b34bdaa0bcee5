/** A mini program that shares, on a phone in Node, with the real chats around it; driven by the official client. */
import automator from 'miniprogram-automator';
import { connectControl } from '../../emulator/control/client';
import type { Control } from '../../emulator/control/types';
import { startEmulator, type Emulator } from '../../emulator/server/emulator';
import type { CardMessage } from '../../emulator/wechat/chats/types';
import { removeProjects, writeProject } from '../phone/project';
import { find, pageOf, type MiniProgram } from './phone';
import { eventually } from '../../eventually';

const APP = `App({
  log: [], shares: [], answer: () => ({ title: '一起走', path: '/pages/board/board?from=card' }),
  onShow(options) { this.log.push(['app show', options]) }, onHide() { this.log.push(['app hide']) },
})`;
const SHARES = `Page({
  data: { gid: '', empty: '' },
  onShow() { getApp().log.push(['page show']) }, onHide() { getApp().log.push(['page hide']) },
  nameless(event) { this.setData({ empty: event.detail.errMsg }) },
  onShareAppMessage(options) { getApp().shares.push(options); return getApp().answer(this, options) },
})`;
const FILES = {
  'app.js': APP,
  'pages/index/index.wxml': `<button class="share" id="s1" data-walk="7" open-type="share">分享</button>
    <view class="name">群：<open-data type="groupName" open-gid="{{gid}}" default-text="本群" binderror="nameless"/></view>
    <view class="empty">{{empty}}</view>`,
  'pages/index/index.js': SHARES,
  'pages/board/board.wxml': '<view class="board">榜</view>',
  'pages/board/board.js': SHARES,
  'pages/mute/mute.wxml': '<button class="share" open-type="share">分享</button>',
  'pages/mute/mute.js': 'Page({})',
};
export const APP_ID = 'wx0123456789abcdef';

export class SharingPhone {
  miniProgram!: MiniProgram;
  ann = '';
  bo = '';
  /** 周末徒步, with both; ann's first chat. */
  group = '';
  /** ann and bo. */
  pair = '';

  private constructor(
    readonly emulator: Emulator,
    readonly control: Control,
  ) {}

  static async open(): Promise<SharingPhone> {
    const emulator = await startEmulator({ projectDir: await writeProject(FILES), host: 'node' });
    return new SharingPhone(emulator, connectControl(emulator.url));
  }

  async close(): Promise<void> {
    await this.emulator.stop();
    await removeProjects();
  }

  /** Two new people with their chats, and a cold start of ann's phone. */
  async begin(): Promise<void> {
    const { users, chats } = this.control;
    ({ openid: this.ann } = await users.create({ nickName: '安' }));
    ({ openid: this.bo } = await users.create({ nickName: '波' }));
    const members = [this.ann, this.bo];
    ({ id: this.group } = await chats.create({ kind: 'group', name: '周末徒步', members }));
    ({ id: this.pair } = await chats.create({ kind: 'single', members }));
    await this.start();
  }

  get line() {
    return this.emulator.phones.find(undefined);
  }

  async start(openid = this.ann, path = 'pages/index/index'): Promise<void> {
    await this.emulator.phones.restart(this.line, { openid, enter: { path, query: { a: '1' } } });
    const wsEndpoint = `${this.emulator.url.replace('http', 'ws')}/automator/${this.line.id}`;
    this.miniProgram = await automator.connect({ wsEndpoint });
  }

  callWx(method: string, ...args: object[]): Promise<unknown> {
    return this.miniProgram.callWxMethod(method, ...args);
  }

  async tapShare(): Promise<void> {
    await (await find(await pageOf(this.miniProgram), '.share')).tap();
  }

  confirm(): Promise<unknown> {
    return this.miniProgram.native().shareConfirm();
  }

  cancel(): Promise<unknown> {
    return this.miniProgram.native().shareCancel();
  }

  /** What the client itself cannot say: which chat. */
  confirmTo(data: object): Promise<void> {
    return this.native('shareConfirm', data);
  }

  native(method: string, data: object): Promise<void> {
    const native = this.miniProgram.native() as unknown as { sendNative(name: string, data: object): Promise<void> };
    return native.sendNative(method, data);
  }

  /** Runs the source of a function in the app layer. */
  async evaluate<T>(source: string): Promise<T> {
    return (await this.miniProgram.evaluate(source)) as T;
  }

  /** What `onShareAppMessage` answers from now on: source of a function. */
  async answer(source: string): Promise<void> {
    await this.evaluate(`function () { getApp().answer = ${source} }`);
  }

  /** What an API tells its callbacks; it must not answer in another way. */
  callback(api: string, options: object): Promise<Record<string, unknown>> {
    return this.evaluate(`function () {
      return new Promise((done) => {
        const returned = wx.${api}({ ...${JSON.stringify(options)}, success: done, fail: done });
        if (returned !== undefined) done({ errMsg: 'it returned something' });
      })
    }`);
  }

  async cards(chat = this.group): Promise<readonly CardMessage[]> {
    return (await this.control.chats.messages(chat)) as readonly CardMessage[];
  }

  /** The card at that place in the chat, waited for. */
  sent(chat = this.group, at = 0): Promise<CardMessage> {
    return eventually(async () => (await this.cards(chat))[at], `card ${at + 1}`);
  }

  async warned(words: RegExp): Promise<void> {
    const said = (): boolean => this.line.records.read().console.some(({ args }) => words.test(String(args[0])));
    await eventually(() => Promise.resolve(said() || undefined), `a warning like ${String(words)}`);
  }
}

/** Long enough for what would still come. */
export const aWhile = (): Promise<void> => new Promise((later) => setTimeout(later, 50));
