import { useId } from 'react';
import { act } from '../actions';
import { control } from '../control';
import { Section } from '../parts/section';
import { Segmented } from '../parts/segmented';
import { useWorkbench } from '../store';

const SUBJECT = [
  { value: 'company', title: 'Company' },
  { value: 'personal', title: 'Personal' },
] as const;

/** What WeChat lets this app do with phone numbers, and what it has cost. */
export function PhoneComponent() {
  const field = useId();
  const app = useWorkbench((state) => state.app);
  const billing = useWorkbench((state) => state.billing);
  if (app === undefined || billing === undefined) return null;
  const { subject, phoneQuota, phoneBlocked } = app;

  function limit(text: string): void {
    const quota = Number(text);
    if (text === '' || !Number.isInteger(quota) || quota < 0 || quota === phoneQuota) return;
    act(control.app.declare({ phoneQuota: quota }));
  }

  return (
    <Section
      title="Phone component"
      aside={
        <span className="hint">
          {billing.used} used · {billing.left} left
        </span>
      }
    >
      <div className="field">
        <span>Subject</span>
        <Segmented
          label="Subject"
          options={SUBJECT}
          value={subject}
          onChange={(value) => act(control.app.declare({ subject: value }))}
        />
      </div>
      <div className="field">
        <label htmlFor={field}>Quota</label>
        <input
          key={phoneQuota}
          id={field}
          type="number"
          min={0}
          defaultValue={phoneQuota}
          onBlur={({ target }) => limit(target.value)}
          onKeyDown={({ key, currentTarget }) => key === 'Enter' && limit(currentTarget.value)}
        />
      </div>
      <ul className="checks">
        <li>
          <label>
            <input
              type="checkbox"
              checked={phoneBlocked}
              onChange={({ target }) => act(control.app.declare({ phoneBlocked: target.checked }))}
            />
            Blocked by WeChat (1421102)
          </label>
        </li>
      </ul>
    </Section>
  );
}
