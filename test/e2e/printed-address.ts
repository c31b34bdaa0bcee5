import type { ChildProcess } from 'node:child_process';

/** The address that `start` prints, once it does. What it prints later is read and dropped, so that it never blocks. */
export function printedAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
      if (url !== undefined) resolve(url);
    });
    child.once('exit', (code) =>
      reject(new Error(`start ended with code ${code} before it had an address:\n${output}`)),
    );
  });
}
