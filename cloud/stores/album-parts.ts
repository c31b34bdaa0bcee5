import type { AlbumParts } from '../domain/album/album-parts';
import { membershipsStore } from './memberships-store';
import { photosStore } from './photos-store';
import { pictureParts } from './picture-parts';

/** What the rules about albums need, in CloudBase. */
export const albumParts: AlbumParts = { ...pictureParts, photos: photosStore, memberships: membershipsStore };
