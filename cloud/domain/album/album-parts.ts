import type { MembershipsStore } from '../groups/memberships-store';
import type { Checking, PictureParts } from '../pictures/picture-stores';
import type { PhotosStore } from './photos-store';

/** What the rules about albums need. */
export interface AlbumParts extends PictureParts {
  readonly photos: PhotosStore;
  readonly memberships: Pick<MembershipsStore, 'find' | 'namedIn'>;
}

export type CheckedAlbumParts = AlbumParts & Checking;
