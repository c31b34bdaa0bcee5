const TYPES: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  json: 'application/json',
  m4a: 'audio/mp4',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  webp: 'image/webp',
};

/** Content type of a stored file, by its name as cloud storage guesses it. */
export function contentTypeOf(path: string): string {
  const suffix = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return TYPES[suffix] ?? 'application/octet-stream';
}
