import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openStorage, type Storage } from '../storage';

/**
 * Opens the folder in which a local WeChat keeps its data.
 * @throws Error that says so if another one runs on it.
 */
export async function openDataFolder(folder: string): Promise<Storage> {
  await mkdir(folder, { recursive: true });
  try {
    return await openStorage(join(folder, 'level'));
  } catch (error) {
    const { cause } = error as { readonly cause?: { readonly code?: string } };
    if (cause?.code !== 'LEVEL_LOCKED') throw error;
    throw new Error(`another local WeChat runs on ${folder}: stop it, or name another folder with --data`, {
      cause: error,
    });
  }
}
