import { Image, Text, View } from '@tarojs/components';
import type { Photo } from '../../hooks/useAlbum';

interface Props {
  readonly photo: Photo;
  readonly onOpen: (photo: string) => void;
  readonly onRemove: (photo: string) => void;
}

/** A photo of the album: one node, but for what only its author sees. */
export function PhotoTile({ photo: { photo, thumbnail, mine, nickname, state }, onOpen, onRemove }: Props) {
  const touch = { onClick: () => onOpen(photo), ...(mine && { onLongPress: () => onRemove(photo) }) };
  const name = mine ? '我的照片' : `${nickname || '同伴'}的照片`;
  if (state === 'passed') {
    const kind = mine ? 'album__tile album__photo album__photo--mine' : 'album__tile album__photo';
    return <Image className={kind} src={thumbnail} mode="aspectFill" lazyLoad ariaLabel={name} {...touch} />;
  }
  return (
    <View className="album__tile album__pending" ariaLabel={`${name}，审核中`} {...touch}>
      <Image className="album__picture" src={thumbnail} mode="aspectFill" />
      <Text className="album__tag">审核中</Text>
    </View>
  );
}
