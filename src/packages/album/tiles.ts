import type { Photo, Upload } from '../../hooks/useAlbum';

/** A place in the grid: a picture on its way into the album, or a photo. */
export type Tile = { readonly id: string } & ({ readonly upload: Upload } | { readonly photo: Photo });

/**
 * Tiles of one parent: eight rows of three. WeChat wants at most 60 children, and what is far away is one empty node.
 * As many as a page of the album has, so a new page is a new parent.
 */
export const CHUNK = 24;
const COLUMNS = 3;
/** rpx of a tile, a third of the screen (index.scss). */
export const TILE = 250;

export const tilesOf = (uploads: readonly Upload[], photos: readonly Photo[]): readonly Tile[] => [
  // Newest first, as the photos that they become.
  ...[...uploads].reverse().map((upload) => ({ id: `upload-${upload.id}`, upload })),
  ...photos.map((photo) => ({ id: photo.photo, photo })),
];

/** Without the last tiles that do not fill a chunk there would be none to show them. */
export const chunksOf = (tiles: readonly Tile[]): readonly (readonly Tile[])[] =>
  Array.from({ length: Math.ceil(tiles.length / CHUNK) }, (_, index) =>
    tiles.slice(index * CHUNK, (index + 1) * CHUNK),
  );

/** rpx of the rows that so many tiles take. */
export const heightOf = (tiles: number): number => Math.ceil(tiles / COLUMNS) * TILE;
