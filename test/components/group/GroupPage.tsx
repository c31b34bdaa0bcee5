import { Button, Text, View } from '@tarojs/components';
import { ranking, useGroup } from '../../../src/hooks/useGroup';
import { useProfile } from '../../../src/hooks/useProfile';
import { useShareTicket } from '../../../src/hooks/useShareTicket';
import { useWeRun } from '../../../src/hooks/useWeRun';
import { useDidShow } from '../../../src/wechat/page';

/** What a page for a group makes of an entry by card. */
export default function GroupPage() {
  const { entry, retry } = useShareTicket();
  const { state, load, setVisible, leave } = useGroup(entry.status === 'group' ? entry.group : undefined);
  const { request } = useWeRun();
  const { forgetEverything } = useProfile();
  useDidShow(() => void load());
  const board = state.status === 'idle' ? undefined : state.data;
  return (
    <View>
      <Text>{`entry: ${entry.status}`}</Text>
      {entry.status === 'error' && <Text>{entry.error.sentence}</Text>}
      <Text>{`board: ${state.status}`}</Text>
      {board && (
        <Text>
          {ranking(board, 'today')
            .map(({ nickname, steps, rank }) => `${rank ?? '-'} ${nickname || '?'} ${steps}`)
            .join('; ')}
        </Text>
      )}
      <Button onClick={() => void retry()}>再试</Button>
      <Button onClick={() => void load()}>看榜</Button>
      <Button onClick={() => void request()}>取步数</Button>
      <Button onClick={() => void setVisible(false)}>不公开</Button>
      <Button onClick={() => void leave()}>退出</Button>
      <Button onClick={() => void forgetEverything()}>忘记我</Button>
    </View>
  );
}
