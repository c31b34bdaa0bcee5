import { useState } from 'react';
import { View } from '@tarojs/components';
import { count } from '../../components/count';
import { shortDay } from '../../components/day-label';
import { Figures } from '../../components/Figures/Figures';
import { StepChart } from '../../components/StepChart/StepChart';
import { StepCount } from '../../components/StepCount/StepCount';
import type { Steps } from '../../hooks/useWeRun';
import type { Summary } from './summary';

interface Props {
  readonly steps: Steps;
  readonly summary: Summary;
}

/** The newest day large, the chart of all days, the figures below it. */
export function StepsBoard({ steps: { days, today }, summary }: Props) {
  const [chosen, choose] = useState('');
  const [first] = days;
  const newest = today ?? days[days.length - 1];
  if (first === undefined || newest === undefined) return null;
  // A day that has left the chart since it was chosen is shown no longer.
  const selected = chosen >= first.date && chosen <= newest.date ? chosen : newest.date;
  const { average, best, total } = summary;

  return (
    <View>
      <StepCount
        title={today ? '今天' : shortDay(newest.date)}
        steps={newest.steps}
        remark={compare(newest.steps, average)}
      />
      <View className="home__card">
        <StepChart days={days} average={average} selected={selected} onSelect={choose} />
        <Figures
          figures={[
            { label: '日均', value: count(average) },
            { label: `最多 ${shortDay(best.date)}`, value: count(best.steps) },
            { label: `${days.length} 天合计`, value: count(total) },
          ]}
        />
      </View>
    </View>
  );
}

function compare(steps: number, average: number): string {
  if (steps === average) return '和日均一样多';
  return steps > average ? `比日均多 ${count(steps - average)} 步` : `离日均还差 ${count(average - steps)} 步`;
}
