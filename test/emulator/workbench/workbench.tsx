import { Calls } from './calls/calls';
import { ClockPanel } from './clock/clock-panel';
import { ContentChecks } from './content/content-checks';
import { Database } from './database/database';
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

/** The page around the phone. */
export function Workbench() {
  const calls = useWorkbench((state) => state.calls);
  const exceptions = useWorkbench((state) => state.records?.exceptions.length ?? 0);
  const failed = calls.filter(({ error }) => error !== undefined).length;
  return (
    <div className="workbench">
      <Header />
      <PhoneStage />
      <aside className="side" aria-label="User, clock and project">
        <Person />
        <Consents />
        <ClockPanel />
        <PhoneComponent />
        <ContentChecks />
        <Declarations />
      </aside>
      <Tabs
        label="Logs"
        tabs={[
          { id: 'calls', title: 'Functions', count: calls.length, alarming: failed > 0, body: <Calls /> },
          { id: 'log', title: 'Phone', count: exceptions || undefined, alarming: exceptions > 0, body: <Log /> },
          { id: 'database', title: 'Database', body: <Database /> },
        ]}
      />
      <Notice />
    </div>
  );
}
