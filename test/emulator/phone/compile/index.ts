import { resolve } from 'node:path';
import type { AppPackage } from '../app-package';
import { ProjectCompiler } from './project-compiler';

export { CompileError } from './compile-error';
export { readProject, type Project } from './project';

const compilers = new Map<string, ProjectCompiler>();

/**
 * Compiles a folder with a `project.config.json` for the phone. Called again for the same folder it compiles only what
 * changed. Rejects with a {@link CompileError} that names file and line.
 */
export function compileProject(projectDir: string): Promise<AppPackage> {
  const folder = resolve(projectDir);
  const compiler = compilers.get(folder) ?? new ProjectCompiler(folder);
  compilers.set(folder, compiler);
  return compiler.compile();
}
