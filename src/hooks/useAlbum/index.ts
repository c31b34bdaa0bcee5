export { albumOf, useAlbum, type UseAlbum } from './useAlbum';
export { forgetAlbum, forgetAlbums } from './kept';
export { createAlbumStore, type AlbumActions, type AlbumPorts, type AlbumState, type AlbumStore } from './store';
export type { Upload } from './uploads';
export type { Photo } from '../../../cloud/contract/contract';
