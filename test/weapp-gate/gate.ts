import { checkPackageSizes } from './package-size';
import { compileOffline } from './compile';
import type { BuiltProject } from './project';
import { checkExpressions } from './wxml-expressions';

export interface GateReport {
  readonly compiledFiles: number;
  /** Bytes by package. */
  readonly sizes: ReadonlyMap<string, number>;
  /** Why WXML expressions were not checked; undefined = they were. */
  readonly expressionsSkipped: string | undefined;
}

/** All checks, the cheap ones first. Rejects with a `GateFailure` at the first that fails. */
export async function runGate(project: BuiltProject): Promise<GateReport> {
  const sizes = checkPackageSizes(project);
  const expressionsSkipped = checkExpressions(project);
  return { sizes, expressionsSkipped, compiledFiles: await compileOffline(project) };
}
