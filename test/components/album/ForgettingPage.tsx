import { Button, Text, View } from '@tarojs/components';
import { useAlbum } from '../../../src/hooks/useAlbum';
import { useGroup } from '../../../src/hooks/useGroup';
import { useProfile } from '../../../src/hooks/useProfile';
import { useDidShow } from '../../../src/wechat/page';

/** A group's album beside what makes this phone forget it. */
export default function ForgettingPage() {
  const { photos, load } = useAlbum('group-weekend');
  const { leave } = useGroup('group-weekend');
  const { forgetEverything } = useProfile();
  useDidShow(() => void load());
  const list = photos.status === 'idle' ? [] : (photos.data ?? []);
  return (
    <View>
      <Text>{`${photos.status}: ${list.map(({ photo }) => photo).join()}`}</Text>
      <Button onClick={() => void leave()}>退出</Button>
      <Button onClick={() => void forgetEverything()}>全部删除</Button>
    </View>
  );
}
