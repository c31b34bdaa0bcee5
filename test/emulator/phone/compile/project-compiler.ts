import { createHash } from 'node:crypto';
import type { AppPackage } from '../app-package';
import { readApp } from './app-json';
import { readConfigs } from './configs';
import { Memo } from './memo';
import { readProject } from './project';
import { Scripts } from './scripts';
import type { SheetScope } from './selectors';
import { SourceFolder, type Sources } from './source-folder';
import { TemplateGroup } from './templates';
import { readThemes } from './theme';
import { WechatPages } from './wechat-pages';
import { readSheet, translateSheet } from './wxss';

/** Compiles one project, again and again; what did not change since the last time is kept. */
export class ProjectCompiler {
  #source: SourceFolder | undefined;
  readonly #wechat = new WechatPages();
  #templates = new TemplateGroup();
  readonly #scripts = new Scripts();
  readonly #sheets = new Memo<string>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(readonly projectDir: string) {}

  /** One at a time: a compilation that is asked for while another runs waits for it. */
  compile(): Promise<AppPackage> {
    const run = this.#last.then(
      () => this.#compile(),
      () => this.#compile(),
    );
    this.#last = run;
    return run;
  }

  async #compile(): Promise<AppPackage> {
    const project = await readProject(this.projectDir);
    const folder = this.#open(project.miniprogramRoot, project.cloudfunctionRoot);
    await Promise.all([folder.scan(), this.#wechat.scan()]);
    const source = this.#wechat.beside(folder);
    const { app, pages } = await readApp(source);
    const allPages = [...pages, ...this.#wechat.pages];
    const configs = await readConfigs(source, allPages, app.usingComponents);
    const themes = await readThemes(source, app);
    const content = {
      appId: project.appId,
      ...(project.name === undefined ? {} : { name: project.name }),
      app,
      ...(themes ? { themes } : {}),
      pages,
      configs,
      modules: await this.#scripts.compile(source),
      templates: await this.#compileTemplates(source, Object.keys(configs)),
      styles: await this.#compileStyles(source, Object.keys(configs), new Set(allPages)),
      assetBase: '/project/assets/',
    };
    return { ...content, hash: createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16) };
  }

  #open(root: string, cloudRoot: string | undefined): SourceFolder {
    if (this.#source?.root !== root) this.#source = new SourceFolder(root, cloudRoot === undefined ? [] : [cloudRoot]);
    return this.#source;
  }

  async #compileTemplates(source: Sources, paths: readonly string[]): Promise<string> {
    try {
      return await this.#templates.compile(source, paths);
    } catch (error) {
      // A template that did not compile leaves the group in a state that nobody documents.
      this.#templates = new TemplateGroup();
      throw error;
    }
  }

  async #compileStyles(
    source: Sources,
    paths: readonly string[],
    pages: ReadonlySet<string>,
  ): Promise<Record<string, string>> {
    const styles: Record<string, string> = {};
    for (const path of ['app', ...paths]) {
      const sheet = `${path}.wxss`;
      if (!source.has(sheet)) continue;
      const root = await readSheet(source, sheet);
      const scope: SheetScope =
        path === 'app' ? { kind: 'app' } : { kind: pages.has(path) ? 'page' : 'component', path };
      styles[path] = this.#sheets.get(`${scope.kind}:${path}`, root.toString(), () => translateSheet(root, scope));
    }
    return styles;
  }
}
