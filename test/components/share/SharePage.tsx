import { useState } from 'react';
import { Button, Text, View } from '@tarojs/components';
import { useShare, type Updatable } from '../../../src/hooks/useShare';

const card = (members: number): Updatable => ({
  activityId: `activity-${members}`,
  templateId: 'template',
  parameters: [{ name: 'member_count', value: String(members) }],
});

/** Shares an ordinary card, then one that follows something which is on its way, then one that follows it. */
export default function SharePage() {
  const [step, next] = useState(0);
  const updatable = step === 0 ? undefined : step === 1 ? null : card(step);
  const [back, setBack] = useState('');
  const { shareButton, ready, error, retry } = useShare({
    page: 'home',
    title: `第 ${step} 步`,
    path: `/pages/group/index?step=${step}`,
    imageUrl: step > 0 ? 'cloud://env/cover.png' : null,
    updatable,
    onShared: (follows) => setBack(`第 ${step} 步分享的卡片${follows ? '跟着更新' : '不更新'}`),
  });
  return (
    <View>
      <Button {...shareButton}>分享</Button>
      <Button onClick={() => next(step + 1)}>下一步</Button>
      <Button onClick={() => next(0)}>没有了</Button>
      <Button onClick={retry}>再试</Button>
      <Text>{back}</Text>
      <Text>{`${ready ? '可以分享' : '还不能分享'}${error ? `：${error.code}` : ''}`}</Text>
    </View>
  );
}
