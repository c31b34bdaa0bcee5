import { useState } from 'react';
import { Calls } from './calls/calls';
import { ClockPanel } from './clock/clock-panel';
import { ContentChecks } from './content/content-checks';
import { Database } from './database/database';
import { Faults } from './faults/faults';
import { Log } from './log/log';
import { Notice } from './parts/notice';
import { Tabs } from './parts/tabs';
import { Consents } from './person/consents';
import { Person } from './person/person';
import { PhoneStage } from './phone/phone-stage';
import { Declarations } from './project/declarations';
import { Header } from './project/header';
import { PhoneComponent } from './project/phone-component';
import { useWorkbench } from './store';
import { Timers } from './timers/timers';

/** The page around the phone. */
export function Workbench() {
  const calls = useWorkbench((state) => state.calls);
  const exceptions = useWorkbench((state) => state.records?.exceptions.length ?? 0);
  const failed = calls.filter(({ error }) => error !== undefined).length;
  const armed = useWorkbench((state) => state.armed.length);
  const timers = useWorkbench((state) => state.timers.length);
  const [panels, setPanels] = useState(true);
  return (
    <div className={panels ? 'workbench' : 'workbench phones-only'}>
      <Header panels={panels} onPanels={setPanels} />
      <PhoneStage />
      <aside className="side" aria-label="User, clock and project">
        <ClockPanel />
        <Person />
        <Consents />
        <PhoneComponent />
        <ContentChecks />
        <Declarations />
      </aside>
      <Tabs
        label="Logs"
        tabs={[
          { id: 'calls', title: 'Functions', count: calls.length, alarming: failed > 0, body: <Calls /> },
          { id: 'faults', title: 'Faults', count: armed || undefined, alarming: armed > 0, body: <Faults /> },
          { id: 'timers', title: 'Timers', count: timers || undefined, body: <Timers /> },
          { id: 'log', title: 'Phone', count: exceptions || undefined, alarming: exceptions > 0, body: <Log /> },
          { id: 'database', title: 'Database', body: <Database /> },
        ]}
      />
      <Notice />
    </div>
  );
}
