import path from 'node:path';
import type { IPluginContext } from '@tarojs/service';
import type { Compiler, Compilation } from 'webpack';
import { collapseXml } from './trim/collapse-xml';
import { componentsTable, cuts } from './trim/cuts';

/** The part of Taro's template of weapp that is read here: names in `base.wxml`, as `{ view: { _num: '8', hoverClass: 'p1' } }`. */
interface Template {
  readonly componentsAlias: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
interface Components {
  readonly componentConfig: { readonly includes: Set<string> };
  readonly config: { readonly template: Template };
}

type WithComponents = IPluginContext & { modifyComponentConfig(change: (components: Components) => void): void };

/** Leaves out of the main package what no page can reach: see README.md. */
export default (context: IPluginContext): void => {
  let components: Components;
  (context as WithComponents).modifyComponentConfig((found) => {
    // Taro writes it out four times whether a page has one or not; a page that has one brings it back.
    found.componentConfig.includes.delete('scroll-view');
    components = found;
  });
  context.modifyWebpackChain(({ chain }) => {
    Object.entries(cuts).forEach(([file, found]) => {
      const rule = chain.module.rule(`cut ${file}`).test((resource: string) => posix(resource).endsWith(`/${file}`));
      rule.use('cut').loader(path.join(__dirname, 'trim/cut-loader.js')).options({ cuts: found });
    });
  });
  context.onCompilerMake(({ compilation, compiler }) => {
    compilation.hooks.finishModules.tap('trim', (modules) => refuseMissing([...modules]));
    // After Taro wrote the templates, before terser.
    const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_PRE_PROCESS;
    compilation.hooks.processAssets.tap({ name: 'trim', stage }, (assets) => {
      Object.keys(assets).forEach((name) => {
        if (name.endsWith('.wxml')) collapse(compilation, compiler, name);
        if (name.endsWith('.js')) writeTable(compilation, compiler, name, components);
      });
    });
  });
};

const posix = (file: string): string => file.split(path.sep).join('/');

/** The cuts belong together: a file that an update moved would leave the others wrong. */
function refuseMissing(modules: readonly object[]): void {
  const read = modules.map((module) => ('resource' in module ? posix(String(module.resource)) : ''));
  const missing = Object.keys(cuts).filter((file) => !read.some((name) => name.endsWith(`/${file}`)));
  if (missing.length > 0)
    throw new Error(`No module of the build is ${missing.join(', ')}: read config/trim/cuts.ts again.`);
}

function collapse(compilation: Compilation, { webpack }: Compiler, name: string): void {
  compilation.updateAsset(name, (xml) => new webpack.sources.RawSource(collapseXml(String(xml.source()))));
}

/** Both sides of `setData` have the same names: this table is the one that `base.wxml` was written with. */
function writeTable(compilation: Compilation, { webpack }: Compiler, name: string, found: Components): void {
  const { componentsAlias } = found.config.template;
  const names = ['#text', ...found.componentConfig.includes].filter((key) => key in componentsAlias);
  const table = JSON.stringify(Object.fromEntries(names.map((key) => [key, componentsAlias[key]])));
  compilation.updateAsset(name, (script) => {
    const at = String(script.source()).indexOf(componentsTable);
    if (at < 0) return script;
    const written = new webpack.sources.ReplaceSource(script);
    written.replace(at, at + componentsTable.length - 1, table);
    return written;
  });
}
