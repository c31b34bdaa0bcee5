import { EmptyBackendContext } from 'glass-easel';

/** Without a browser: the whole tree, nothing drawn. What waits for drawing runs in a task of its own. */
export class EmptyBackend extends EmptyBackendContext {
  override render(callback: (error: Error | null) => void): void {
    setTimeout(() => callback(null), 0);
  }
}
