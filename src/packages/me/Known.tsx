import { Text, View } from '@tarojs/components';
import { useConsent } from '../../hooks/useConsent';
import type { Profile } from '../../hooks/useProfile';
import { usePhoneNumber } from '../../hooks/usePhoneNumber';
import { dataOf } from '../../hooks/async-state';

/** What the app knows about the person, who sees it, and WeChat's pages about it. */
export function Known({ profile: { nickname, avatar, days } }: { readonly profile: Profile }) {
  const { readContract, openSetting } = useConsent();
  const { state } = usePhoneNumber();
  const known: readonly (readonly [string, string])[] = [
    ['步数', days > 0 ? `${days} 天，你没隐藏步数的群看得到今天和昨天` : '没有保存'],
    ['手机号', dataOf(state) ? '已保存，报名时给领队看' : '没有保存'],
    ['头像和昵称', nickname !== null || avatar !== null ? '已保存，同行的人看得到' : '没有保存'],
    ['照片', '加进群相册的，那个群看得到'],
    ['群和报名', '你进了群榜、报了名，那个群看得到'],
  ];
  return (
    <>
      <Text className="me__title">同行知道你的</Text>
      <View className="me__card">
        {known.map(([label, value]) => (
          <View key={label} className="me__row">
            <Text className="me__label">{label}</Text>
            <Text className="me__value">{value}</Text>
          </View>
        ))}
        <View className="me__row me__contract" hoverClass="me__row--pressed" onClick={() => void readContract()}>
          <Text className="me__label">隐私保护指引</Text>
          <View className="me__arrow" />
        </View>
        <View className="me__row me__setting" hoverClass="me__row--pressed" onClick={() => void openSetting()}>
          <Text className="me__label">权限设置</Text>
          <View className="me__arrow" />
        </View>
      </View>
    </>
  );
}
