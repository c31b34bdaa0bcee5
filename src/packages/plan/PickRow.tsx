import { Picker, Text, View } from '@tarojs/components';
import type { ComponentProps } from 'react';

type Props = ComponentProps<typeof Picker> & { readonly label: string; readonly shown: string };

/** One row that opens WeChat's picker. */
export function PickRow({ label, shown, ...picker }: Props) {
  return (
    <Picker className="plan__pick" {...picker}>
      <View className="plan__row" hoverClass="plan__row--pressed">
        <Text className="plan__label">{label}</Text>
        <Text className="plan__value">{shown}</Text>
        <View className="plan__arrow" />
      </View>
    </Picker>
  );
}
