const TELL_EVERY_MS = 5_000;

/** Says what is done now, and at a long wait that it still is. */
export async function withProgress<T>(what: string, work: () => Promise<T>): Promise<T> {
  console.error(`${what} ...`);
  const began = Date.now();
  const timer = setInterval(() => {
    console.error(`${what}: ${Math.round((Date.now() - began) / 1000)} s so far`);
  }, TELL_EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
