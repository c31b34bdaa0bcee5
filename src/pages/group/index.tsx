import { Button, View } from '@tarojs/components';
import { cardPicture } from '../../components/card-picture';
import { PrivacySheet } from '../../components/PrivacySheet/PrivacySheet';
import { usePrivacyQuestion } from '../../hooks/useConsent';
import { useShare } from '../../hooks/useShare';
import { useQuery } from '../../wechat/page';
import { FromCard } from './FromCard';
import { OfGroup } from './OfGroup';
import './index.scss';

export default function Group() {
  // From 我的群 a group is named; from a card WeChat says which one it is.
  const { group } = useQuery();
  const { shareButton } = useShare({
    page: 'group',
    title: '来看看我们群今天谁走得最多',
    path: '/pages/group/index',
    imageUrl: cardPicture,
  });
  const question = usePrivacyQuestion();

  const share = (
    <Button className="group__share" hoverClass="group__share--pressed" {...shareButton}>
      分享到群
    </Button>
  );

  return (
    <View className="group">
      {group === undefined ? <FromCard share={share} /> : <OfGroup group={group} share={share} />}
      {question && <PrivacySheet {...question} />}
    </View>
  );
}
