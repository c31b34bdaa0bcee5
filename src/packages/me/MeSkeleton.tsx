import { View } from '@tarojs/components';

/** The shape of the cards, while they are on their way. */
export function MeSkeleton() {
  return (
    <View className="me__skeleton" ariaLabel="正在取资料">
      <View className="me__card me__card--empty" />
      <View className="me__card me__card--empty" />
    </View>
  );
}
