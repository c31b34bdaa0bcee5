import { Button, View } from '@tarojs/components';
import type { ActivityDetail, UseActivity } from '../../hooks/useActivity';
import { confirm } from '../../wechat/confirm';

interface Props extends Pick<UseActivity, 'start' | 'cancel'> {
  readonly walk: ActivityDetail;
  readonly busy: boolean;
}

/** What only the organizer can do. */
export function Organizer({ walk, busy, start, cancel }: Props) {
  const ask = async (title: string, text: string, yes: string, act: () => Promise<void>) => {
    if (await confirm({ title, text, yes })) await act();
  };
  const begin = () => ask('现在开始？', '开始以后不能再报名，也不能退回去。', '开始', start);
  const callOff = () => ask('取消这次活动？', '取消以后不能恢复。', '取消活动', cancel);
  const end = () => ask('结束这次活动？', '群里的卡片会显示已结束。', '结束', cancel);

  const action = (label: string, act: () => Promise<void>, alarm = false) => (
    <Button
      className={alarm ? 'walk__action walk__action--alarm' : 'walk__action'}
      hoverClass="walk__action--pressed"
      disabled={busy}
      onClick={() => void act()}
    >
      {label}
    </Button>
  );

  if (walk.state === 'open') {
    return (
      <View className="walk__actions">
        {action('现在开始', begin)}
        {action('取消活动', callOff, true)}
      </View>
    );
  }
  return walk.state === 'started' ? <View className="walk__actions">{action('结束活动', end)}</View> : null;
}
