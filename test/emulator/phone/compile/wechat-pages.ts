import { join } from 'node:path';
import { SourceFolder, type Sources } from './source-folder';

const PREFIX = 'wechat/';

/**
 * WeChat's own pages (`native/pages/<name>/index.*`) as files of every mini program: `wechat/<name>.*`. They are
 * compiled like the others, so that the engine, and automation, see ordinary pages.
 */
export class WechatPages {
  readonly #folder = new SourceFolder(join(__dirname, '../native/pages'));

  scan(): Promise<void> {
    return this.#folder.scan();
  }

  get pages(): readonly string[] {
    return this.#folder.paths
      .filter((path) => path.endsWith('/index.wxml'))
      .map((path) => PREFIX + path.slice(0, -'/index.wxml'.length));
  }

  /** The mini program's files, and these beside them. */
  beside(app: Sources): Sources {
    const own = (path: string): string | undefined => {
      const match = /^wechat\/([^/.]+)(\.\w+)$/.exec(path);
      const file = match ? `${match[1]}/index${match[2]}` : undefined;
      return file !== undefined && this.#folder.has(file) ? file : undefined;
    };
    const scripts = this.pages.map((page) => `${page}.js`);
    return {
      root: app.root,
      paths: [...app.paths, ...scripts],
      has: (path) => own(path) !== undefined || app.has(path),
      read: (path) => {
        const file = own(path);
        return file === undefined ? app.read(path) : this.#folder.read(file);
      },
    };
  }
}
