const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

export interface EndSignal {
  readonly name: (typeof SIGNALS)[number];
  /** What a shell reports for a command that this signal ended. */
  readonly exitCode: number;
}

/** Resolves at the first Ctrl-C or its like; the second one ends the process at once. */
export function nextSignal(): Promise<EndSignal> {
  return new Promise((resolve) => {
    let seen = false;
    for (const name of SIGNALS) {
      process.on(name, () => {
        const exitCode = 128 + NUMBERS[name];
        if (seen) process.exit(exitCode);
        seen = true;
        resolve({ name, exitCode });
      });
    }
  });
}
