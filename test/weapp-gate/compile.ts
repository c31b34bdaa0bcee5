/** The compiler of miniprogram-ci, in a process of its own: it logs much, and keeps the process alive when done. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { GateFailure } from './failure';
import type { BuiltProject } from './project';

export type CompileReply = { readonly files: number } | { readonly failure: string };

/** Resolves with the number of compiled files. Rejects with a {@link GateFailure} that names the file at fault. */
export async function compileOffline(project: BuiltProject): Promise<number> {
  const child = fork(join(__dirname, 'compiler-process.ts'), [JSON.stringify(project)], { silent: true });
  let reply: CompileReply | undefined;
  child.on('message', (message) => {
    reply = message as CompileReply;
    child.kill();
  });
  const logs = [child.stdout, child.stderr].flatMap((stream) => (stream === null ? [] : [text(stream)]));
  await new Promise((resolve) => child.once('close', resolve));
  if (reply === undefined)
    throw new Error(`miniprogram-ci ended without an answer:\n${(await Promise.all(logs)).join('\n')}`);
  if ('failure' in reply) throw new GateFailure(reply.failure);
  return reply.files;
}
