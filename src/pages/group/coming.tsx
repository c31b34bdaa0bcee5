import { View } from '@tarojs/components';
import { Ranking } from '../../components/Ranking/Ranking';

/** The board's shape, while it is on its way. */
export const coming = (
  <View className="group__list group__list--coming" ariaLabel="正在取群榜">
    <Ranking rows={[]} before={0} after={8} />
  </View>
);
