import type * as glassEasel from 'glass-easel';
import type { PhoneView } from '../parts';
import { DomBackend } from './dom-backend';
import { EmptyBackend } from './empty-backend';
import { Gestures } from './gestures';
import { PageFrame } from './page-frame';
import { StyleSheets, type StyleLayer } from './style-sheets';

/** Where pages are put: a browser's DOM, or nothing at all. */
export interface Screen {
  readonly backend: glassEasel.GeneralBackendContext;
  /** Room for one page; undefined where nothing is drawn. */
  createFrame(): PageFrame | undefined;
  setStyle(path: string, layer: StyleLayer, css: string): void;
  clearStyles(): void;
  dispose(): void;
}

export function createDomScreen(view: PhoneView, theme: () => 'light' | 'dark'): Screen {
  const backend = new DomBackend(view, theme);
  const styles = new StyleSheets(view.root.ownerDocument);
  const gestures = new Gestures(view.root, backend);
  return {
    backend,
    createFrame: () => new PageFrame(view),
    setStyle: (path, layer, css) => styles.set(path, layer, css),
    clearStyles: () => styles.clear(),
    dispose: () => {
      gestures.dispose();
      styles.dispose();
    },
  };
}

export function createEmptyScreen(): Screen {
  return {
    backend: new EmptyBackend(),
    createFrame: () => undefined,
    setStyle: () => {},
    clearStyles: () => {},
    dispose: () => {},
  };
}
