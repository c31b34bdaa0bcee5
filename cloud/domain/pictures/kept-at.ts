/**
 * Where an upload is kept: a folder below that of the uploads, which no client's file reaches, under a name of its own.
 * `extension` with its dot; without, that of the upload.
 */
export function keptAt(uploadID: string, name: string, extension = '$1'): string {
  return uploadID.replace(/[^/]+(\.\w+)$/, `kept/${name}${extension}`);
}

/** The small picture beside a photo. Avatars have none. */
export function thumbnailOf(fileID: string): string {
  return fileID.replace(/(\.\w+)$/, '.small$1');
}
