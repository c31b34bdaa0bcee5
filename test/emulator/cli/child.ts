import { spawn, spawnSync, type ChildProcess, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { windowsCommandLine } from './windows-command-line';

const WINDOWS = process.platform === 'win32';
/** How long a child may take to end by itself before it is killed, ms. */
const GRACE_MS = 5_000;

export interface ChildOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly stdio: StdioOptions;
}

/** A command with all that it starts: one process group, which ends as one. */
export class Child {
  readonly #process: ChildProcess;
  /** Exit code; 128 and the signal's number if a signal ended it; rejects if it could not be started. */
  readonly ended: Promise<number>;

  private constructor(process: ChildProcess) {
    this.#process = process;
    this.ended = new Promise((resolve, reject) => {
      process.once('error', reject);
      process.once('exit', (code, signal) => resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
    });
    // Who waits for it hears of a failure; who does not must not die of it.
    this.ended.catch(() => undefined);
  }

  /** A line for the shell. */
  static shell(line: string, options: ChildOptions): Child {
    return new Child(spawn(line, { ...asSpawned(options), shell: true }));
  }

  /** A program and its arguments, as they are. Windows needs a shell to find `npx` and its like. */
  static program(command: readonly [string, ...string[]], options: ChildOptions): Child {
    if (WINDOWS) return Child.shell(windowsCommandLine(command), options);
    const [program, ...args] = command;
    return new Child(spawn(program, args, asSpawned(options)));
  }

  get stdout() {
    return this.#process.stdout;
  }
  get stderr() {
    return this.#process.stderr;
  }

  signal(signal: NodeJS.Signals): void {
    const { pid } = this.#process;
    if (pid === undefined) return;
    if (WINDOWS) {
      spawnSync('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' });
      return;
    }
    try {
      process.kill(-pid, signal);
    } catch (error) {
      if (!isGone(error as NodeJS.ErrnoException)) throw error;
    }
  }

  /** Ends the whole group, also what outlived its first process; by force after a grace. */
  async end(): Promise<void> {
    const running = this.#process.exitCode === null && this.#process.signalCode === null;
    this.signal('SIGTERM');
    if (running && this.#process.pid !== undefined) {
      const force = setTimeout(() => this.signal('SIGKILL'), GRACE_MS);
      await once(this.#process, 'exit');
      clearTimeout(force);
    }
  }
}

/** Darwin says EPERM of a group whose processes have all ended and wait to be collected. */
function isGone({ code }: NodeJS.ErrnoException): boolean {
  return code === 'ESRCH' || (code === 'EPERM' && process.platform === 'darwin');
}

function asSpawned({ cwd, env, stdio }: ChildOptions) {
  return { ...(cwd !== undefined && { cwd }), env: { ...process.env, ...env }, stdio, detached: !WINDOWS };
}
