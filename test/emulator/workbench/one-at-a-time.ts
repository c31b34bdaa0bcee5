/** Work that never runs twice at once: whatever asks for it while it runs is served by one more run after it. */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  function start(): Promise<void> {
    next = undefined;
    const run = work().finally(() => {
      running = undefined;
    });
    running = run;
    return run;
  }

  return () => {
    if (running === undefined) return next ?? start();
    next ??= running.then(start, start);
    return next;
  };
}
