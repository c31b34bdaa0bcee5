import type * as glassEasel from 'glass-easel';

/** Class names as the owner's style sheet has them: in an isolated component they carry its prefix. */
export function scopedClass(element: glassEasel.GeneralComponent, names: string): string {
  const owner = element.ownerShadowRoot?.getHostNode();
  const { styleScope, extraStyleScope } = owner?.getComponentOptions() ?? {};
  const manager = owner?.getComponentDefinition().behavior.ownerSpace.styleScopeManager;
  const prefixes = [styleScope, extraStyleScope].map((scope) => (scope ? (manager?.queryName(scope) ?? '') : ''));
  return names
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((name) => [...new Set(prefixes)].map((prefix) => (prefix ? `${prefix}--${name}` : name)))
    .join(' ');
}
