/** WeChat refuses an upload that is too large. Source: developers.weixin.qq.com framework/subpackages.md */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GateFailure } from './failure';
import { filesOf, type BuiltProject } from './project';

const MB = 1024 * 1024;
const MAX_PACKAGE = 2 * MB;
const MAX_ALL = 30 * MB;
const MAIN = 'main package';

interface Subpackages {
  readonly subPackages?: readonly { readonly root: string }[];
  readonly subpackages?: readonly { readonly root: string }[];
}

/** Sizes in bytes by package, as they were found. Throws a {@link GateFailure} that names the package over its limit. */
export function checkPackageSizes({ root }: BuiltProject): ReadonlyMap<string, number> {
  const { subPackages, subpackages } = JSON.parse(readFileSync(join(root, 'app.json'), 'utf8')) as Subpackages;
  const roots = (subPackages ?? subpackages ?? []).map((subpackage) => `${subpackage.root.replace(/^\/|\/$/g, '')}/`);

  const sizes = new Map([MAIN, ...roots].map((name) => [name, 0]));
  for (const [path, bytes] of filesOf(root)) {
    // Source maps stay on the developer's machine.
    if (path.endsWith('.map')) continue;
    const name = roots.find((prefix) => path.startsWith(prefix)) ?? MAIN;
    sizes.set(name, (sizes.get(name) ?? 0) + bytes);
  }

  for (const [name, bytes] of sizes) refuseAbove(name, bytes, MAX_PACKAGE);
  refuseAbove('whole mini program', sum(sizes.values()), MAX_ALL);
  return sizes;
}

function refuseAbove(name: string, bytes: number, limit: number): void {
  if (bytes <= limit) return;
  throw new GateFailure(`the ${name} has ${bytes} bytes; WeChat allows ${limit} (${limit / MB} MB)`);
}

function sum(numbers: Iterable<number>): number {
  return [...numbers].reduce((total, bytes) => total + bytes, 0);
}
