import { View } from '@tarojs/components';
import './Skeleton.scss';

/** The shape of the number and the chart, while they are on their way. */
export function Skeleton() {
  return (
    <View className="skeleton" ariaLabel="正在取步数">
      <View className="skeleton__title" />
      <View className="skeleton__number" />
      <View className="skeleton__card">
        <View className="skeleton__bars" />
      </View>
    </View>
  );
}
