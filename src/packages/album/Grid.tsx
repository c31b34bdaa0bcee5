import { View } from '@tarojs/components';
import type { UseAlbum, Photo } from '../../hooks/useAlbum';
import { PhotoTile } from './PhotoTile';
import { chunksOf, heightOf, tilesOf } from './tiles';
import { UploadTile } from './UploadTile';
import { useNear } from './use-near';

interface Props extends Pick<UseAlbum, 'uploads' | 'retry' | 'dismiss'> {
  readonly photos: readonly Photo[];
  readonly onOpen: (photo: string) => void;
  readonly onRemove: (photo: string) => void;
}

/** Everything newest first, three in a row; far from the screen only the room that it takes. */
export function Grid({ uploads, photos, retry, dismiss, onOpen, onRemove }: Props) {
  const [from, to] = useNear();
  return (
    <View className="album__grid">
      {chunksOf(tilesOf(uploads, photos)).map((tiles, index) =>
        index < from || index >= to ? (
          <View key={index} className="album__room" style={{ height: `${heightOf(tiles.length)}rpx` }} />
        ) : (
          <View key={index} className="album__chunk">
            {tiles.map((tile) =>
              'upload' in tile ? (
                <UploadTile
                  key={tile.id}
                  upload={tile.upload}
                  onRetry={(id) => void retry(id)}
                  onDismiss={(id) => void dismiss(id)}
                />
              ) : (
                <PhotoTile key={tile.id} photo={tile.photo} onOpen={onOpen} onRemove={onRemove} />
              ),
            )}
          </View>
        ),
      )}
    </View>
  );
}
