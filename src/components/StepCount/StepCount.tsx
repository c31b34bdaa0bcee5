import { Text, View } from '@tarojs/components';
import { count } from '../count';
import './StepCount.scss';

interface Props {
  readonly title: string;
  readonly steps: number;
  /** How these steps compare. */
  readonly remark: string;
}

/** One number, large. */
export function StepCount({ title, steps, remark }: Props) {
  return (
    <View className="step-count">
      <Text className="step-count__title">{title}</Text>
      <View className="step-count__line">
        <Text className="step-count__number">{count(steps)}</Text>
        <Text className="step-count__unit">步</Text>
      </View>
      <Text className="step-count__remark">{remark}</Text>
    </View>
  );
}
