import { Button, Image, Input, Text, View } from '@tarojs/components';
import type { Profile } from '../../hooks/useProfile';

interface Props {
  readonly profile: Profile;
  /** `detail` of `chooseavatar`. */
  readonly onAvatar: (detail: unknown) => void;
  readonly onNickname: (nickname: string) => void;
}

/** The face and the name: WeChat's own pickers behind both. */
export function ProfileCard({ profile: { avatar, nickname }, onAvatar, onNickname }: Props) {
  return (
    <View className="me__card">
      <Button
        className="me__row me__row--button"
        hoverClass="me__row--pressed"
        openType="chooseAvatar"
        onChooseAvatar={({ detail }: { readonly detail: unknown }) => onAvatar(detail)}
      >
        <Text className="me__label">头像</Text>
        {avatar?.state === 'pending' && <Text className="me__tag">审核中，暂时只有你看得到</Text>}
        {avatar ? (
          <Image className="me__avatar" src={avatar.url} mode="aspectFill" ariaLabel="我的头像" />
        ) : (
          <View className="me__avatar me__avatar--none" />
        )}
        <View className="me__arrow" />
      </Button>
      <View className="me__row">
        <Text className="me__label">昵称</Text>
        <Input
          className="me__input"
          type="nickname"
          placeholder="填写昵称"
          placeholderClass="me__placeholder"
          maxlength={32}
          value={nickname ?? ''}
          onBlur={({ detail: { value } }) => onNickname(value)}
        />
      </View>
    </View>
  );
}
