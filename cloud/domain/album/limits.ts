/** Photos that one person keeps in one album: a bound against abuse, some 150 MB. */
export const maxPhotos = 500;

/** Bytes of an upload. */
export const maxUploadBytes = 10 * 1024 * 1024;

/** px of an upload. */
export const maxSide = 4_096;

/** px of an upload. Decoding takes about 50 bytes a px: with this the function needs about 480 MB. */
export const maxPixels = 8_400_000;

/** px of the longer side, as a photo is kept: more than any phone shows. */
export const keptSide = 2_048;

/** px of the longer side of a thumbnail. */
export const thumbnailSide = 320;
