import { Image, Text, View } from '@tarojs/components';
import './Ranking.scss';

export interface RankingRow {
  readonly id: string;
  /** `1`, or a dash where there is no rank. */
  readonly rank: string;
  readonly name: string;
  readonly value: string;
  /** URL; a grey one where there is none. */
  readonly avatar: string | undefined;
  readonly mine: boolean;
  /** Without steps to show. */
  readonly quiet: boolean;
}

/** rpx of a row (Ranking.scss). */
export const ROW_HEIGHT = 112;

interface Props {
  /** Only what is on the screen and a little around it. */
  readonly rows: readonly RankingRow[];
  /** How many rows are left out before and after. */
  readonly before: number;
  readonly after: number;
}

/** People in the order of their steps; of a long list only a part is there. */
export function Ranking({ rows, before, after }: Props) {
  return (
    <View className="ranking">
      {before > 0 && <Rest count={before} />}
      {rows.map((row) => (
        <RankingLine key={row.id} {...row} />
      ))}
      {after > 0 && <Rest count={after} />}
    </View>
  );
}

/** As much room as `count` rows take, in their shape: whoever scrolls faster than rows come sees no hole. */
const Rest = ({ count }: { readonly count: number }) => (
  <View className="ranking__rest" style={`height: ${count * ROW_HEIGHT}rpx`} />
);

/** One row, also by itself: my own, above all. */
export function RankingLine({ rank, name, value, avatar, mine, quiet }: Omit<RankingRow, 'id'>) {
  const kind = `${mine ? ' ranking__row--mine' : ''}${quiet ? ' ranking__row--quiet' : ''}`;
  return (
    <View className={`ranking__row${kind}`}>
      <Text className={Number(rank) <= 3 ? 'ranking__rank ranking__rank--top' : 'ranking__rank'}>{rank}</Text>
      {/* One node with and without a picture: a face that comes changes its `src` and nothing else. */}
      <Image className="ranking__avatar" src={avatar ?? ''} mode="aspectFill" />
      <Text className="ranking__name">{name}</Text>
      <Text className="ranking__value">{value}</Text>
    </View>
  );
}
