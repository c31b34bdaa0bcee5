/** A mini program, compiled for the phone: everything it needs to run, as JSON. Made by `phone/compile`. */
export interface AppPackage {
  readonly appId: string;
  /** What WeChat calls the mini program in its dialogs: `projectname` of project.config.json. */
  readonly name?: string;
  /** Changes when anything in the package changes. */
  readonly hash: string;
  /** app.json, as written. */
  readonly app: AppJson;
  /** Values of `@name` in app.json and page JSON, by theme; absent without `themeLocation`. */
  readonly themes?: Themes;
  /** Every page's route, main package first, without a leading slash. */
  readonly pages: readonly string[];
  /** JSON beside each page and component, by path without suffix. */
  readonly configs: Readonly<Record<string, PageJson>>;
  /** CommonJS sources by path with suffix (`pages/home/index.js`). A subpackage's files run at navigation. */
  readonly modules: Readonly<Record<string, string>>;
  /** Expression that yields the compiled template group (glass-easel-template-compiler), wxs included. */
  readonly templates: string;
  /** CSS by path without suffix (`app`, `pages/home/index`), rpx and tags already translated. */
  readonly styles: Readonly<Record<string, string>>;
  /** URL prefix under which files of miniprogramRoot (images, fonts) are served; ends with a slash. */
  readonly assetBase: string;
}

export interface Themes {
  readonly light: Readonly<Record<string, string>>;
  readonly dark: Readonly<Record<string, string>>;
}

export interface AppJson {
  readonly pages: readonly string[];
  readonly subPackages?: readonly SubPackage[];
  readonly subpackages?: readonly SubPackage[];
  readonly window?: WindowJson;
  readonly usingComponents?: Readonly<Record<string, string>>;
  readonly darkmode?: boolean;
  readonly themeLocation?: string;
  readonly tabBar?: unknown;
  readonly [key: string]: unknown;
}

export interface SubPackage {
  readonly root: string;
  readonly pages: readonly string[];
  readonly independent?: boolean;
}

export interface WindowJson {
  readonly navigationBarTitleText?: string;
  readonly navigationBarBackgroundColor?: string;
  readonly navigationBarTextStyle?: string;
  readonly navigationStyle?: string;
  readonly backgroundColor?: string;
  readonly enablePullDownRefresh?: boolean;
  readonly [key: string]: unknown;
}

export interface PageJson extends WindowJson {
  readonly component?: boolean;
  readonly usingComponents?: Readonly<Record<string, string>>;
  readonly componentGenerics?: Readonly<Record<string, unknown>>;
  readonly componentPlaceholder?: Readonly<Record<string, string>>;
  readonly styleIsolation?: string;
}
