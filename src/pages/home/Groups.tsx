import { Button, OpenData, Text, View } from '@tarojs/components';
import { dataOf } from '../../hooks/async-state';
import { useGroups } from '../../hooks/useGroup';
import { useShare } from '../../hooks/useShare';
import { openPage, useDidShow } from '../../wechat/page';

/** The groups whose boards I am on, and the way to one more. */
export function Groups() {
  const { state, load } = useGroups();
  const { shareButton } = useShare({ page: 'home', title: '我们群今天谁走得最多？', path: '/pages/group/index' });
  const groups = dataOf(state) ?? [];

  useDidShow(() => void load());

  return (
    <View className="home__groups">
      {groups.length > 0 && <Text className="home__title">我的群</Text>}
      {groups.map(({ group }) => (
        <View
          key={group}
          className="home__group"
          hoverClass="home__group--pressed"
          ariaRole="link"
          onClick={() => openPage(`/pages/group/index?group=${group}`)}
        >
          <OpenData className="home__name" type="groupName" openGid={group} defaultText="微信群" />
        </View>
      ))}
      <Button className="home__share" hoverClass="home__share--pressed" {...shareButton}>
        {groups.length > 0 ? '分享到另一个群' : '分享到群，看谁走得最多'}
      </Button>
    </View>
  );
}
