import { useWorkbench } from './store';

const SHOWN_MS = 6000;
let hiding: ReturnType<typeof setTimeout> | undefined;

/** Tells the developer what happened; an `Error` is told as what went wrong. */
export function notify(what: unknown): void {
  const failed = what instanceof Error;
  clearTimeout(hiding);
  useWorkbench.setState({ notice: { text: failed ? what.message : String(what), failed } });
  hiding = setTimeout(() => useWorkbench.setState({ notice: undefined }), SHOWN_MS);
}
