/** Expressions in WXML: WeChat's wcc finds what miniprogram-ci leaves alone. */
import { GateFailure } from './failure';
import { requireInstalled } from './install';
import type { BuiltProject } from './project';

/** What we use of miniprogram-compiler 0.2.3. */
interface MiniprogramCompiler {
  wxmlToJs(root: string, options: { maxBuffer: number }): string;
}

/**
 * Throws a {@link GateFailure} with the file, line and column of a bad expression. Returns why nothing was checked where
 * wcc does not run: it is an executable for x64.
 */
export function checkExpressions({ root }: BuiltProject): string | undefined {
  const compiler = requireInstalled<MiniprogramCompiler>('miniprogram-compiler');
  try {
    compiler.wxmlToJs(root, { maxBuffer: 256 * 1024 * 1024 });
    return undefined;
  } catch (error) {
    // An error of spawn has a code (ENOEXEC, ENOENT); one about the WXML has not.
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== undefined) return `wcc does not run on ${process.platform} ${process.arch} (${code})`;
    throw new GateFailure(message.trim());
  }
}
