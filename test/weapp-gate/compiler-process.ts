/** Started by `compile.ts`: compiles one project and sends what came of it. */
import type { CompileReply } from './compile';
import { requireInstalled } from './install';
import type { BuiltProject } from './project';

/** What we use of miniprogram-ci 2.1.42. */
interface MiniprogramCi {
  readonly DefaultProjectAttr: object;
  readonly Project: new (options: { appid: string; type: 'miniProgram'; projectPath: string; privateKey: string }) => {
    attr(): Promise<object>;
  };
  proxy(url: string): void;
  getCompiledResult(options: {
    project: object;
    version: string;
    setting: { es6: boolean; minifyWXML: boolean; minifyWXSS: boolean };
    onProgressUpdate(): void;
  }): Promise<Readonly<Record<string, unknown>>>;
}

/** Its errors: `path` is absent where the message names the file. */
interface CompileError {
  readonly message: string;
  readonly code?: number;
  readonly path?: string;
}

async function compile({ dir, appId }: BuiltProject): Promise<CompileReply> {
  const ci = requireInstalled<MiniprogramCi>('miniprogram-ci');
  // Nothing listens there: what it would ask WeChat's servers fails at once, with or without a network.
  ci.proxy('http://127.0.0.1:9');
  const project = new ci.Project({ appid: appId, type: 'miniProgram', projectPath: dir, privateKey: 'offline' });
  // Asks WeChat's servers otherwise.
  project.attr = () => Promise.resolve({ ...ci.DefaultProjectAttr, appid: appId });
  try {
    const files = await ci.getCompiledResult({
      project,
      version: '0.0.0',
      // JavaScript is parsed only for `es6`, WXML and WXSS only where they are made smaller.
      setting: { es6: true, minifyWXML: true, minifyWXSS: true },
      onProgressUpdate() {},
    });
    return { files: Object.keys(files).length };
  } catch (error) {
    const { message, path, code } = error as CompileError;
    const where = path === undefined || message.includes(path) ? '' : `${path}: `;
    return { failure: `${where}${message}${code === undefined ? '' : ` (miniprogram-ci ${code})`}` };
  }
}

void compile(JSON.parse(process.argv[2] ?? '') as BuiltProject).then((reply) => process.send?.(reply));
