import * as glassEasel from 'glass-easel';

export interface EngineListener {
  /** An error in a lifetime, observer, relation or template. */
  readonly error: (error: unknown) => void;
  readonly warning: (message: string) => void;
}

/**
 * Phones in one process share the engine and its listeners: what it reports goes to the phone whose component it is,
 * and to the one that began last where it names none.
 */
const listeners = new Map<glassEasel.ComponentSpace, EngineListener>();
let installed = false;

/** Hears what glass-easel catches and warns of; nothing of it is printed. Answers what ends it. */
export function listenToEngine(space: glassEasel.ComponentSpace, listener: EngineListener): () => void {
  if (!installed) install();
  listeners.set(space, listener);
  return () => listeners.delete(space);
}

function install(): void {
  installed = true;
  glassEasel.addGlobalErrorListener((error, _method, component, element) => {
    const listener = listenerFor(component, element);
    listener?.error(error);
    return listener ? false : undefined;
  });
  glassEasel.addGlobalWarningListener((message, component, element) => {
    const listener = listenerFor(component, element);
    const where = typeof component === 'string' ? component : component.is;
    listener?.warning(where ? `${where}: ${message}` : message);
    return listener ? false : undefined;
  });
}

function listenerFor(
  component: glassEasel.GeneralComponent | string | undefined,
  element: glassEasel.Node | undefined,
): EngineListener | undefined {
  const found = typeof component === 'object' ? component : element?.ownerShadowRoot?.getHostNode();
  return (found && listeners.get(found.getOwnerSpace())) ?? [...listeners.values()].at(-1);
}
