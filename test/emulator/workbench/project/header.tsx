import { act } from '../actions';
import { AnotherPhone } from '../phone/another-phone';
import { control } from '../control';
import { useWorkbench } from '../store';

interface HeaderProps {
  readonly panels: boolean;
  readonly onPanels: (shown: boolean) => void;
}

export function Header({ panels, onPanels }: HeaderProps) {
  const info = useWorkbench((state) => state.info);
  const connected = useWorkbench((state) => state.connected);
  return (
    <header className="header">
      <h1>{info?.project.name ?? '…'}</h1>
      <dl>
        <dt>AppID</dt>
        <dd>{info?.project.appId}</dd>
        <dt>env</dt>
        <dd>{info?.env}</dd>
        <dt>data</dt>
        <dd title={info?.dataFolder}>{info && (info.dataFolder === undefined ? 'in memory' : 'kept')}</dd>
        <dt>build</dt>
        <dd>{info?.packageHash.slice(0, 8)}</dd>
      </dl>
      <span className={connected ? 'dot good' : 'dot bad'} role="img" aria-label={connected ? 'connected' : 'lost'} />
      <AnotherPhone />
      <button aria-pressed={panels} title="User, clock, project and logs" onClick={() => onPanels(!panels)}>
        Panels
      </button>
      <button onClick={() => act(control.reload(), 'Compiled again.')}>Reload project</button>
      <button
        className="risky"
        title="Users, consents, database, clock and faults as on the first start"
        onClick={() => act(control.reset(), 'Everything is as on the first start.')}
      >
        Start over
      </button>
    </header>
  );
}
