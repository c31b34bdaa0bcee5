import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';

export interface Tab {
  readonly id: string;
  readonly title: string;
  readonly count?: number;
  /** Something in it went wrong. */
  readonly alarming?: boolean;
  readonly body: ReactNode;
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** Tabs as the ARIA pattern has them: one stop of the Tab key, arrows between them. */
export function Tabs({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }) {
  const [chosen, choose] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const prefix = useId();
  const tab = tabs[chosen];

  function move({ key }: KeyboardEvent): void {
    const step = STEPS[key];
    if (step === undefined) return;
    const next = (chosen + step + tabs.length) % tabs.length;
    choose(next);
    list.current?.querySelectorAll('button')[next]?.focus();
  }

  return (
    <section className="tabs" aria-label={label}>
      <div role="tablist" aria-label={label} ref={list} onKeyDown={move}>
        {tabs.map(({ id, title, count, alarming }, index) => (
          <button
            key={id}
            id={`${prefix}${id}`}
            role="tab"
            aria-selected={index === chosen}
            aria-controls={`${prefix}panel`}
            tabIndex={index === chosen ? 0 : -1}
            onClick={() => choose(index)}
          >
            {title}
            {count !== undefined && <span className={alarming ? 'badge bad' : 'badge'}>{count}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${prefix}panel`} aria-labelledby={`${prefix}${tab?.id ?? ''}`} className="tab-body">
        {tab?.body}
      </div>
    </section>
  );
}
