import { act, setDeclared } from '../actions';
import { control } from '../control';
import { Section } from '../parts/section';
import { useWorkbench } from '../store';

/** What this app's console can declare, most used first; others that were withdrawn are added. */
const USUAL = ['scope.werun', 'getPhoneNumber', 'chooseAvatar', 'nickname', 'scope.userLocation', 'scope.record'];

/** The privacy guideline and Cloud Base, as they stand in WeChat's console. */
export function Declarations() {
  const app = useWorkbench((state) => state.app);
  if (app === undefined) return null;
  const items = [...new Set([...USUAL, ...app.undeclared])];
  return (
    <Section title="Declared in the console">
      <ul className="checks">
        {items.map((item) => (
          <li key={item}>
            <label>
              <input
                type="checkbox"
                checked={!app.undeclared.includes(item)}
                onChange={({ target }) => act(setDeclared(item, target.checked))}
              />
              {item}
            </label>
          </li>
        ))}
        <li>
          <label>
            <input
              type="checkbox"
              checked={app.cloud}
              onChange={({ target }) => act(control.app.declare({ cloud: target.checked }))}
            />
            Cloud Base is opened
          </label>
        </li>
      </ul>
      <p className="hint">An item that is not declared fails with errno 112.</p>
    </Section>
  );
}
