import { Button, Text, View } from '@tarojs/components';
import { useAlbum } from '../../../src/hooks/useAlbum';
import { useDidShow } from '../../../src/wechat/page';

/** What a page makes of an album. */
export default function AlbumPage() {
  const { photos, hasMore, uploads, error, load, more, choose, open, remove, retry } = useAlbum('group-weekend');
  useDidShow(() => void load());
  const list = photos.status === 'idle' ? [] : (photos.data ?? []);
  return (
    <View>
      <Text>{`${photos.status}: ${list.map(({ photo, state }) => `${photo} ${state}`).join(', ')}`}</Text>
      {uploads.map((upload) => (
        <Button key={upload.id} onClick={() => void retry(upload.id)}>
          {`${upload.path}: ${upload.status === 'uploading' ? upload.percent : upload.error.code}`}
        </Button>
      ))}
      {error && <Text>{error.sentence}</Text>}
      {hasMore && <Button onClick={() => void more()}>更多</Button>}
      <Button onClick={() => void choose()}>添加</Button>
      <Button onClick={() => void open('p1')}>打开</Button>
      <Button onClick={() => void remove('p1')}>删除</Button>
    </View>
  );
}
