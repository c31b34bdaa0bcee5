import { useState } from 'react';
import { act, clearRecords } from '../actions';
import { Segmented } from '../parts/segmented';
import { bytesText } from '../parts/time';
import { useWorkbench } from '../store';
import { ConsoleLog } from './console-log';
import { SetDataLog } from './set-data-log';

const VIEWS = [
  { value: 'console', title: 'Console' },
  { value: 'setData', title: 'setData' },
] as const;

/** What the phone wrote and threw, and what it sent from its logic to its view. */
export function Log() {
  const phoneId = useWorkbench((state) => state.phone?.id);
  const records = useWorkbench((state) => state.records);
  const [view, setView] = useState<'console' | 'setData'>('console');
  if (records === undefined || phoneId === undefined) return null;
  const { count, bytes, largest } = records.setData;
  return (
    <>
      <div className="row toolbar">
        <Segmented label="View" options={VIEWS} value={view} onChange={setView} />
        <span className="hint" title="setData calls, all bytes, the largest">
          {count} setData · {bytesText(bytes)} · largest {bytesText(largest)}
        </span>
        <button onClick={() => act(clearRecords(phoneId))}>Clear</button>
      </div>
      {view === 'console' ? <ConsoleLog records={records} /> : <SetDataLog records={records} />}
    </>
  );
}
