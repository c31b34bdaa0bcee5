import type { AlbumStore } from './store';

/**
 * The albums that this phone holds, by group: apart from what makes them, so that who has them forgotten does not bring
 * the album's code into the main package. Import this file, not the folder, for that.
 */
export const albums = new Map<string, AlbumStore>();

/** The person has left the group. */
export const forgetAlbum = (group: string): void => albums.get(group)?.reset();

/** The person wants to be forgotten. */
export const forgetAlbums = (): void => albums.forEach((album) => album.reset());
