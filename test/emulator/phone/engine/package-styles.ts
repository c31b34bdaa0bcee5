import type { AppPackage } from '../app-package';
import type { ComponentRegistry } from './component-registry';
import type { Screen } from './screen';

/** Stands before the classes of a component's sheet in a package (`compile/selectors.ts`). */
const SCOPE_MARK = /__scope__/g;

/** Puts the sheets of a page and of the components that it may use on the screen. */
export function showStyles(screen: Screen, pkg: AppPackage, registry: ComponentRegistry, page: string): void {
  const app = pkg.styles['app'];
  if (app !== undefined) screen.setStyle('app', 'app', app);
  for (const path of dependenciesOf(pkg, page)) {
    const css = pkg.styles[path];
    if (css === undefined) continue;
    const prefix = path === page ? '' : registry.classPrefix(path);
    screen.setStyle(path, path === page ? 'page' : 'component', css.replace(SCOPE_MARK, prefix ? `${prefix}--` : ''));
  }
}

/** Components that a page or component may use, the innermost first, itself last. */
export function dependenciesOf(pkg: AppPackage, path: string): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (current: string, above: ReadonlySet<string>): void => {
    if (found.has(current) || above.has(current)) return;
    const inside = new Set([...above, current]);
    for (const component of directDependencies(pkg, current)) visit(component, inside);
    found.add(current);
  };
  visit(path, new Set());
  return found;
}

function directDependencies(pkg: AppPackage, path: string): readonly string[] {
  const { usingComponents = {}, componentGenerics = {} } = pkg.configs[path] ?? {};
  const generics = Object.values(componentGenerics).map((generic) =>
    typeof generic === 'object' && generic !== null && 'default' in generic ? String(generic.default) : '',
  );
  return [...Object.values(usingComponents), ...generics]
    .map((component) => component.replace(/^\//, ''))
    .filter((component) => component in pkg.configs);
}
