/** Where the local WeChat keeps its data: LevelDB in a folder, or memory. Both speak abstract-level. */
import { ClassicLevel } from 'classic-level';
import { MemoryLevel } from 'memory-level';
import type { AbstractLevel } from 'abstract-level';

export type Storage = AbstractLevel<string | Buffer | Uint8Array, string, string>;

/** Opens `folder`, or memory if it is undefined. Writes with `{ sync: true }` survive kill -9. */
export async function openStorage(folder: string | undefined): Promise<Storage> {
  const storage: Storage = folder === undefined ? new MemoryLevel() : new ClassicLevel(folder);
  await storage.open();
  return storage;
}
