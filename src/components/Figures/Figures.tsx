import { Text, View } from '@tarojs/components';
import './Figures.scss';

export interface Figure {
  readonly label: string;
  readonly value: string;
}

/** A row of figures, each over its label. */
export function Figures({ figures }: { readonly figures: readonly Figure[] }) {
  return (
    <View className="figures">
      {figures.map(({ label, value }) => (
        <View key={label} className="figures__one">
          <Text className="figures__value">{value}</Text>
          <Text className="figures__label">{label}</Text>
        </View>
      ))}
    </View>
  );
}
