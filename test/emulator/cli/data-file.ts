import { createReadStream, createWriteStream } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openDataFolder } from '../server/data-folder';
import { CommandLineError } from './command-line-error';
import { parseOptions } from './options';

const OPTIONS = {
  project: { type: 'string', default: '.' },
  data: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const helpOf = (command: string, does: string) => `${command} FILE: ${does} Nothing may be running on the data.

  --project DIR   folder of project.config.json (default: here)
  --data DIR      where the data is kept (default: <project>/.emulator)`;
const EXPORT_HELP = helpOf('export', 'writes the kept data into a file, one JSON line an entry.');
const IMPORT_HELP = helpOf('import', 'replaces the kept data with that of a file.');

/** One entry of the storage, bytes as base64: documents are not all text. */
type Entry = readonly [key: string, value: string];

export async function exportData(args: readonly string[]): Promise<number> {
  const { file, dataFolder } = parse(args, EXPORT_HELP);
  if (file === undefined) return 0;
  const storage = await openDataFolder(dataFolder);
  const entries = storage.iterator<Buffer, Buffer>({ keyEncoding: 'buffer', valueEncoding: 'buffer' });
  async function* lines() {
    for await (const [key, value] of entries)
      yield `${JSON.stringify([key.toString('base64'), value.toString('base64')])}\n`;
  }
  try {
    await pipeline(Readable.from(lines()), createWriteStream(file));
  } finally {
    await storage.close();
  }
  console.log(`written: ${file}`);
  return 0;
}

export async function importData(args: readonly string[]): Promise<number> {
  const { file, dataFolder } = parse(args, IMPORT_HELP);
  if (file === undefined) return 0;
  const entries: Entry[] = [];
  for await (const line of createInterface({ input: createReadStream(file) })) entries.push(parseEntry(line, file));
  const storage = await openDataFolder(dataFolder);
  try {
    await storage.clear();
    const encoding = { keyEncoding: 'buffer', valueEncoding: 'buffer' } as const;
    await storage.batch<Buffer, Buffer>(
      entries.map(([key, value]) => ({
        type: 'put',
        key: Buffer.from(key, 'base64'),
        value: Buffer.from(value, 'base64'),
      })),
      encoding,
    );
  } finally {
    await storage.close();
  }
  console.log(`read: ${entries.length} entries`);
  return 0;
}

function parse(
  args: readonly string[],
  help: string,
): { readonly file: string | undefined; readonly dataFolder: string } {
  const { values, positionals } = parseOptions(args, OPTIONS, help, true);
  const [file, surplus] = positionals;
  const dataFolder = resolve(values.data ?? join(values.project, '.emulator'));
  if (values.help) {
    console.log(help);
    return { file: undefined, dataFolder };
  }
  if (file === undefined || surplus !== undefined) throw new CommandLineError('it takes one file', help);
  return { file: resolve(file), dataFolder };
}

function parseEntry(line: string, file: string): Entry {
  const entry: unknown = JSON.parse(line);
  if (Array.isArray(entry) && entry.length === 2 && entry.every((part) => typeof part === 'string')) {
    return entry as unknown as Entry;
  }
  throw new Error(`${file} was not written by export`);
}
