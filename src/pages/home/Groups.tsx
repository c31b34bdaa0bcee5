import { Button, OpenData, Text, View } from '@tarojs/components';
import { cardPicture } from '../../components/card-picture';
import { listTitle } from '../../components/list-title';
import { dataOf, type AsyncState } from '../../hooks/async-state';
import type { Group } from '../../hooks/useGroup';
import { useShare } from '../../hooks/useShare';
import { openPage } from '../../wechat/page';

interface Props {
  readonly state: AsyncState<readonly Group[]>;
}

/** WeChat's audit wants at most 60 children, and there are up to 100 groups. */
const AT_ONCE = 50;

/** The groups whose boards I am on, and the way to one more. */
export function Groups({ state }: Props) {
  const { shareButton } = useShare({
    page: 'home',
    title: '我们群今天谁走得最多？',
    path: '/pages/group/index',
    imageUrl: cardPicture,
  });
  const groups = dataOf(state) ?? [];
  const isComing = state.status === 'pending' && state.data === undefined;

  return (
    <View className="home__groups">
      {(isComing || groups.length > 0) && <Text className="home__title">{listTitle('我的群', state)}</Text>}
      {isComing && <View className="home__group home__group--coming" ariaLabel="正在取我的群" />}
      {[0, AT_ONCE].map((from) => (
        <View key={from}>
          {groups.slice(from, from + AT_ONCE).map(({ group }) => (
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
        </View>
      ))}
      <Button className="home__share" hoverClass="home__share--pressed" {...shareButton}>
        {groups.length > 0 ? '分享到另一个群' : '分享到群，看谁走得最多'}
      </Button>
    </View>
  );
}
