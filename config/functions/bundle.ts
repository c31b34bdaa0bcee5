import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { besides, type FunctionFolder, listFunctions, removeOthers, writeFunction } from './function-folder';
import { leftOut } from './left-out';

export interface BundleOptions {
  /** The folder that holds `functions/`; `dist/` is made beside it. Default: `cloud/` of this repository. */
  readonly cloud?: string;
  /**
   * Bundle again whenever a source file changes, until `stop()`. A build that fails is reported and waited out.
   * A function that is added meanwhile is found at the next start.
   */
  readonly watch?: boolean;
  /** Whether build errors stay off the console; a rejection tells them anyway. */
  readonly quiet?: boolean;
  /** Told after every bundle that was written. */
  readonly onBundle?: (bundle: FunctionBundle) => void;
  /** Told the name of a function that did not build. */
  readonly onFailure?: (name: string) => void;
}

export interface FunctionBundle {
  readonly name: string;
  readonly file: string;
  readonly bytes: number;
}

export interface Bundling {
  readonly bundles: readonly FunctionBundle[];
  /** Ends watching; nothing to do without. */
  readonly stop: () => Promise<void>;
}

/**
 * Bundles each `cloud/functions/<name>/` into `cloud/dist/<name>/`, ready to upload: one minified file with the SDK
 * in it, `config.json`, `package.json`. Rejects where a function does not build, unless it watches.
 */
export async function bundleFunctions(options: BundleOptions = {}): Promise<Bundling> {
  const cloud = resolve(options.cloud ?? resolve(__dirname, '../../cloud'));
  const functions = await listFunctions(cloud);
  await removeOthers(cloud, functions);
  const bundles = new Map<string, FunctionBundle>();
  const onBundle = (bundle: FunctionBundle): void => {
    bundles.set(bundle.name, bundle);
    options.onBundle?.(bundle);
  };
  const { watch = false, quiet = false, onFailure = () => undefined } = options;
  const stops = await Promise.all(
    functions.map((folder) => (watch ? watchFunction : buildFunction)({ folder, onBundle, onFailure, quiet })),
  );
  return {
    bundles: [...bundles.values()],
    stop: async () => {
      await Promise.all(stops.map((stop) => stop()));
    },
  };
}

interface Job {
  readonly folder: FunctionFolder;
  readonly onBundle: (bundle: FunctionBundle) => void;
  readonly onFailure: (name: string) => void;
  readonly quiet: boolean;
}
type Stop = () => Promise<void>;

async function buildFunction(job: Job): Promise<Stop> {
  await esbuild.build(buildOptions(job));
  return () => Promise.resolve();
}

async function watchFunction(job: Job): Promise<Stop> {
  let firstEnded: () => void = () => undefined;
  const first = new Promise<void>((done) => (firstEnded = done));
  const context = await esbuild.context(buildOptions(job, firstEnded));
  await context.watch();
  await first;
  return () => context.dispose();
}

function buildOptions(job: Job, onEnd?: () => void): esbuild.BuildOptions {
  const { folder, quiet } = job;
  return {
    entryPoints: [resolve(folder.source, 'index.ts')],
    outfile: resolve(folder.target, 'index.js'),
    bundle: true,
    minify: true,
    write: false,
    platform: 'node',
    // The oldest runtime that CloudBase still offers is Node.js 16.13.
    target: 'node16.13',
    format: 'cjs',
    charset: 'utf8',
    legalComments: 'eof',
    logLevel: quiet ? 'silent' : 'warning',
    plugins: [leftOut, output(job, onEnd)],
  };
}

function output({ folder, onBundle, onFailure }: Job, onEnd: () => void = () => undefined): esbuild.Plugin {
  return {
    name: 'function-folder',
    setup(build) {
      // Resolving the entry also makes esbuild watch what is copied beside the bundle.
      build.onResolve({ filter: /.*/ }, ({ kind, path }) =>
        kind === 'entry-point' ? { path, watchFiles: [...besides(folder)] } : undefined,
      );
      build.onEnd(async ({ outputFiles }) => {
        let written = false;
        try {
          const bundle = outputFiles?.[0]?.contents;
          if (bundle === undefined) return;
          await writeFunction(folder, bundle);
          written = true;
          onBundle({ name: folder.name, file: resolve(folder.target, 'index.js'), bytes: bundle.length });
        } finally {
          if (!written) onFailure(folder.name);
          onEnd();
        }
      });
    },
  };
}

const help = `Usage: tsx config/functions/bundle.ts [--watch]

Bundles each cloud/functions/<name>/ into cloud/dist/<name>/, ready to upload.

  --watch   bundle again whenever a source file changes
  --help    this text`;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { watch: { type: 'boolean' }, help: { type: 'boolean' } } });
  if (values.help) return console.log(help);
  const onBundle = ({ name, bytes }: FunctionBundle) =>
    console.log(`cloud/dist/${name}  ${(bytes / 1e6).toFixed(2)} MB`);
  await bundleFunctions({ watch: values.watch ?? false, onBundle });
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === __filename) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
