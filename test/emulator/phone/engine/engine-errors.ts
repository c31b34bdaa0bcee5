import * as glassEasel from 'glass-easel';

type Report = (error: unknown) => void;

/** Phones in one process share the engine, and its error listener: an error goes to the phone whose component it is. */
const reports = new WeakMap<glassEasel.ComponentSpace, Report>();
let listening = false;

/** Errors that glass-easel catches (in lifetimes, observers, relations, templates) are reported instead of printed. */
export function catchEngineErrors(space: glassEasel.ComponentSpace, report: Report): void {
  reports.set(space, report);
  if (listening) return;
  listening = true;
  glassEasel.addGlobalErrorListener((error, _method, component, element) => {
    const found = typeof component === 'object' ? component : element?.ownerShadowRoot?.getHostNode();
    const reported = found && reports.get(found.getOwnerSpace());
    reported?.(error);
    return reported ? false : undefined;
  });
}
