import type * as glassEasel from 'glass-easel';
import type { AppPackage } from '../app-package';
import type { NativePageHost } from '../native/page-host';
import { appName } from '../view/app-name';
import type { MiniProgram } from './mini-program';
import { Page } from './page';
import type { PageFactory } from './page-stack';
import { pageWindow } from './page-window';
import type { Target } from './route';

/** Not used twice, also not after a cold start: miniprogram-automator keeps what it knows of a page by its id. */
let lastPageId = 0;

/** Makes the pages that the stack opens. */
export class PageMaker implements PageFactory {
  constructor(readonly program: MiniProgram) {}

  get pkg(): AppPackage {
    return this.program.package;
  }

  create(target: Target): Page {
    return this.#page(target, this.program.runtime.createPage(target.path));
  }

  createNative(name: string, data: Readonly<Record<string, unknown>>, answer: (value: unknown) => void): Page {
    const { program } = this;
    const host: NativePageHost = {
      data,
      appName: appName(program),
      request: (method, params) => program.bridge.request(method, params),
      native: program.native,
      answer,
    };
    const path = `wechat/${name}`;
    if (!(path in this.pkg.configs)) throw new Error(`WeChat has no page of its own named "${name}" here`);
    return this.#page({ path, query: {} }, program.runtime.createNativePage(path, host));
  }

  #page({ path, query }: Target, component: glassEasel.GeneralComponent): Page {
    const { program } = this;
    return new Page({
      pageId: ++lastPageId,
      path,
      query,
      component,
      frame: program.parts.screen.createFrame(),
      thread: program.runtime.thread,
      window: (patch) => pageWindow(program.package, path, patch, this.#theme(path)),
    });
  }

  /** A mini program that does not say `darkmode` is always light (WeChat: framework/ability/darkmode.md). */
  #theme(path: string): 'light' | 'dark' {
    const { program } = this;
    return path.startsWith('wechat/') || program.package.app.darkmode === true ? program.theme : 'light';
  }
}
