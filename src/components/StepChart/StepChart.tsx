import { Text, View, type ITouchEvent } from '@tarojs/components';
import type { Day } from '../../../cloud/contract/contract';
import { count } from '../count';
import { fullDay, isWeekend, shortDay } from '../day-label';
import { calendar, weekends, type Slot } from './calendar';
import './StepChart.scss';

interface Props {
  /** Ascending, at least one. */
  readonly days: readonly Day[];
  readonly average: number;
  /** `YYYY-MM-DD` of the day that is read out above the bars. */
  readonly selected: string;
  readonly onSelect: (date: string) => void;
}

const idPrefix = 'day-';

/**
 * A bar for each day. A tap on a bar, or anywhere above it, selects its day; the arrows go to the day before and after.
 * Weekends are hollow and named below, the best day is named above: neither is told by colour alone.
 */
export function StepChart({ days, average, selected, onSelect }: Props) {
  const slots = calendar(days);
  const most = Math.max(1, ...days.map(({ steps }) => steps));
  const at = slots.findIndex(({ date }) => date === selected);
  // One listener for all bars: what was hit is known by its id.
  const select = (event: ITouchEvent) => {
    const id = event.target.id;
    if (id.startsWith(idPrefix)) onSelect(id.slice(idPrefix.length));
  };

  return (
    <View className="chart">
      <View className="chart__head">
        <Step to={slots[at - 1]} label="‹" name="前一天" onSelect={onSelect} />
        <Text className="chart__day">{fullDay(selected)}</Text>
        <Text className="chart__steps">{stepsOf(slots[at])}</Text>
        <Step to={slots[at + 1]} label="›" name="后一天" onSelect={onSelect} />
      </View>
      <View className="chart__bars" onClick={select}>
        <View className="chart__average" style={{ bottom: `${percent(average, most)}%` }} />
        {slots.map((slot) => (
          <View
            key={slot.date}
            id={`${idPrefix}${slot.date}`}
            className={barClass(slot, most, selected)}
            style={barStyle(slot, most)}
          />
        ))}
      </View>
      <View className="chart__weeks">
        {weekends(slots).map(({ name, at }) => (
          <Text key={at} className="chart__weekend" style={{ left: `${(at / slots.length) * 100}%` }}>
            {name}
          </Text>
        ))}
      </View>
      <View className="chart__ends">
        <Text>{shortDay(slots[0]?.date ?? selected)}</Text>
        <Text>{shortDay(slots[slots.length - 1]?.date ?? selected)}</Text>
      </View>
    </View>
  );
}

interface StepProps {
  readonly to: Slot | undefined;
  readonly label: string;
  readonly name: string;
  readonly onSelect: (date: string) => void;
}

function Step({ to, label, name, onSelect }: StepProps) {
  return (
    <View
      className={to ? 'chart__step' : 'chart__step chart__step--end'}
      ariaRole="button"
      ariaLabel={name}
      onClick={() => to && onSelect(to.date)}
    >
      {label}
    </View>
  );
}

const percent = (steps: number, most: number): number => Math.round((steps / most) * 1000) / 10;

const stepsOf = (slot: Slot | undefined): string =>
  slot?.steps === undefined ? '没有记录' : `${count(slot.steps)} 步`;

// A custom property: the bar itself is drawn by ::after, which spares a node a day.
const barStyle = ({ steps = 0 }: Slot, most: number): string => `--h:${percent(steps, most)}%`;

function barClass({ date, steps }: Slot, most: number, selected: string): string {
  const names = ['bar'];
  if (isWeekend(date)) names.push('bar--weekend');
  if (steps === most) names.push('bar--best');
  if (steps === undefined) names.push('bar--none');
  if (date === selected) names.push('bar--selected');
  return names.join(' ');
}
