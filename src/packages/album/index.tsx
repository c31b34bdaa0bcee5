import { useEffect, useRef } from 'react';
import { Button, OpenData, Text, View } from '@tarojs/components';
// Before the sheet: styles keep one order in all pages.
import { Notes } from './Notes';
import { Notice } from '../../components/Notice/Notice';
import { PrivacySheet } from '../../components/PrivacySheet/PrivacySheet';
import { wayOut } from '../../components/way-out';
import { dataOf } from '../../hooks/async-state';
import { useAlbum, type Photo } from '../../hooks/useAlbum';
import { useConsent, usePrivacyQuestion } from '../../hooks/useConsent';
import { useVerdict } from '../../hooks/use-verdict';
import { confirm } from '../../wechat/confirm';
import {
  goHome,
  stopPullDownRefresh,
  useDidHide,
  useDidShow,
  usePullDownRefresh,
  useQuery,
  useReachBottom,
} from '../../wechat/page';
import { Grid } from './Grid';
import { useRefused } from './use-refused';
import './index.scss';

export default function AlbumPage() {
  const { group } = useQuery();
  if (group) return <Album group={group} />;
  return (
    <View className="album">
      <Notice quiet title="不知道是哪个群的相册" text="从群榜里点开相册。" action="回首页" onAction={goHome} />
    </View>
  );
}

const invitation = '一起走的路上拍下的，放进来给群里的人看。';

const awaited = (photos: readonly Photo[]): string =>
  photos
    .filter(({ state }) => state === 'pending')
    .map(({ photo }) => photo)
    .join();

function Album({ group }: { readonly group: string }) {
  const album = useAlbum(group);
  const { photos, uploads, hasMore, load, clearError, refresh, more, choose, open, remove } = album;
  const { ensurePrivacy } = useConsent();
  const question = usePrivacyQuestion();
  const removed = useRef<Set<string>>(new Set());
  const list = dataOf(photos);
  const missing = photos.status === 'error' ? photos.error : undefined;
  const [refused, forgetRefused] = useRefused(list, removed, hasMore);

  useDidShow(() => void load());
  // Not when it is shown: what was chosen may have failed just before, on another screen of WeChat's.
  useEffect(clearError, [clearError]);
  useDidHide(clearError);
  usePullDownRefresh(() => void refresh().then(stopPullDownRefresh));
  useReachBottom(() => void more());
  useVerdict(photos, awaited, load);

  /** By the sheet first: for 10 s after a refusal WeChat says no by itself. */
  const agree = async () => {
    if (await ensurePrivacy()) await choose();
  };

  const takeOut = async (photo: string) => {
    if (!(await confirm({ title: '删除这张照片？', text: '群里的人就看不到它了，不能恢复。', yes: '删除' }))) return;
    removed.current.add(photo);
    await remove(photo);
  };

  function screen() {
    if (missing?.code === 'not-a-member') {
      const text = '只有群里的人看得到。\n回到群聊，点一下群里的卡片，再来这里。';
      return <Notice quiet title="这是群里人的相册" text={text} action="回首页" onAction={goHome} />;
    }
    if (list === undefined && uploads.length === 0) {
      if (missing === undefined) return <View className="album__skeleton" ariaLabel="正在取照片" />;
      const action = wayOut[missing.recover];
      return <Notice quiet title="没有取到相册" text={missing.sentence} action={action} onAction={() => void load()} />;
    }
    const empty = list?.length === 0 && uploads.length === 0 && !hasMore;
    return (
      <>
        <View className="album__head">
          <OpenData className="album__name" type="groupName" openGid={group} defaultText="微信群" />
          {list?.some(({ mine }) => mine) && <Text className="album__hint">长按自己的照片，可以删除</Text>}
        </View>
        {empty ? (
          // Its action is always in sight, below.
          <Notice quiet title="还没有照片" text={invitation} action={undefined} onAction={() => void choose()} />
        ) : (
          <Grid
            {...album}
            photos={list ?? []}
            onOpen={(photo) => void open(photo)}
            onRemove={(photo) => void takeOut(photo)}
          />
        )}
        {hasMore && (
          // Reaching the bottom is enough, unless it failed or the bottom is in sight already.
          <View className="album__more" ariaRole="button" onClick={() => void more()}>
            {photos.status === 'pending' ? '正在取…' : '更早的照片'}
          </View>
        )}
        <View className="album__bar">
          <Notes
            missing={missing}
            failure={album.error}
            refused={refused}
            onLoad={() => void load()}
            onAgree={() => void agree()}
            onSeen={forgetRefused}
          />
          <Button className="album__add" hoverClass="album__add--pressed" onClick={() => void choose()}>
            添加照片
          </Button>
        </View>
      </>
    );
  }

  return (
    <View className="album">
      {screen()}
      {question && <PrivacySheet {...question} />}
    </View>
  );
}
