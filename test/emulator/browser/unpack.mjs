/**
 * Unpacks the Chromium of @sparticuz/chromium, and what it brings along, into the folder for temporary files.
 *
 * A process of its own, started by `bundled.ts` with TMPDIR set: the package unpacks to `os.tmpdir()` and nowhere
 * else, and is published as an ES module only.
 */
import { chmod, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromium, { inflate } from '@sparticuz/chromium';

/** The package's own fonts.conf names folders of AWS Lambda. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

const executable = await chromium.executablePath();
await inflate(join(process.argv[2], 'bin', 'al2023.tar.br'));
await writeFile(join(tmpdir(), 'fonts', 'fonts.conf'), FONTS);
// An image may be built by one user and run by another.
await chmod(executable, 0o755);
await chmod(tmpdir(), 0o755);
