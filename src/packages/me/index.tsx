import { Button, View } from '@tarojs/components';
import { ErrorNote } from '../../components/ErrorNote/ErrorNote';
import { Notice } from '../../components/Notice/Notice';
import { PrivacySheet } from '../../components/PrivacySheet/PrivacySheet';
import { wayOut } from '../../components/way-out';
import { useConsent, usePrivacyQuestion } from '../../hooks/useConsent';
import { useProfile, type Profile } from '../../hooks/useProfile';
import { useVerdict } from '../../hooks/use-verdict';
import { confirm } from '../../wechat/confirm';
import type { OpenDataError } from '../../wechat/open-data-error';
import { stopPullDownRefresh, useDidShow, usePullDownRefresh } from '../../wechat/page';
import { Known } from './Known';
import { MeSkeleton } from './MeSkeleton';
import { PhoneCard } from './PhoneCard';
import { ProfileCard } from './ProfileCard';
import './index.scss';

const awaited = ({ avatar }: Profile): string => (avatar?.state === 'pending' ? 'avatar' : '');

export default function Me() {
  const { state, load, saveNickname, saveAvatar, forgetEverything, recover } = useProfile();
  const { ensurePrivacy } = useConsent();
  const question = usePrivacyQuestion();
  const profile = state.status === 'idle' ? undefined : state.data;
  const error = state.status === 'error' ? state.error : undefined;

  useDidShow(() => void load());
  usePullDownRefresh(() => void load().then(stopPullDownRefresh));
  useVerdict(state, awaited, load);

  const agree = async () => {
    if (await ensurePrivacy()) await load();
  };
  const leave = ({ recover: way }: OpenDataError) => void (way === 'agree-privacy' ? agree() : recover());
  const forget = async () => {
    const text =
      '步数、手机号、头像、昵称和群相册里的照片都会从服务器上删除，你会退出所有群榜和报名，你发起的活动会取消。不能恢复。';
    if (await confirm({ title: '删除全部数据？', text, yes: '删除' })) await forgetEverything();
  };

  return (
    <View className="me">
      {error && profile && (
        // What needs a new choice is chosen on the row itself.
        <ErrorNote
          sentence={error.sentence}
          action={error.recover === 'tap' ? undefined : wayOut[error.recover]}
          onAction={() => leave(error)}
        />
      )}
      {error && !profile && (
        <Notice
          quiet
          title="没有取到资料"
          text={error.sentence}
          action={wayOut[error.recover]}
          onAction={() => leave(error)}
        />
      )}
      {!error && !profile && <MeSkeleton />}
      {profile && (
        <>
          <ProfileCard
            profile={profile}
            onAvatar={(detail) => void saveAvatar(detail)}
            onNickname={(nickname) => void saveNickname(nickname)}
          />
          <PhoneCard />
          <Known profile={profile} />
          <Button
            className="me__forget"
            hoverClass="me__forget--pressed"
            disabled={state.status === 'pending'}
            onClick={() => void forget()}
          >
            删除我的全部数据
          </Button>
        </>
      )}
      {question && <PrivacySheet {...question} />}
    </View>
  );
}
