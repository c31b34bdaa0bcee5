import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { eventually } from '../../eventually';

const ROOT = join(__dirname, '../../..');

/** The command line, run as a person would: a process of its own, its words, its exit code. */
export class CommandLine {
  static readonly #all: CommandLine[] = [];
  readonly #process: ChildProcess;
  #said = '';

  constructor(...args: readonly string[]) {
    this.#process = spawn(process.execPath, ['--import', 'tsx', 'test/emulator/cli.ts', ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    CommandLine.#all.push(this);
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream?.on('data', (chunk: Buffer) => (this.#said += chunk.toString('utf8')));
    }
  }

  /** Ends what a failed test left running. */
  static async endAll(): Promise<void> {
    for (const one of CommandLine.#all) one.signal('SIGTERM');
    await Promise.all(CommandLine.#all.map((one) => one.ends()));
  }

  get said(): string {
    return this.#said;
  }

  /** Waits until it has said something like this. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    return eventually(
      () => pattern.exec(this.#said) ?? undefined,
      () => `${String(pattern)} in:\n${this.#said}`,
    );
  }

  signal(name: NodeJS.Signals): void {
    this.#process.kill(name);
  }

  /** Exit code, once all of its output is read. */
  async ends(): Promise<number | null> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) await once(this.#process, 'close');
    return this.#process.exitCode;
  }
}
