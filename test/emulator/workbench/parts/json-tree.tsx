interface JsonTreeProps {
  readonly value: unknown;
  /** How many levels are open at first. */
  readonly open?: number;
}

/** A JSON value that can be folded. */
export function JsonTree({ value, open = 1 }: JsonTreeProps) {
  if (typeof value !== 'object' || value === null) return <Scalar value={value} />;
  const entries: [string, unknown][] = Object.entries(value);
  if (entries.length === 0) return <span className="json-mark">{Array.isArray(value) ? '[]' : '{}'}</span>;
  return (
    <details className="json" open={open > 0}>
      <summary>
        {Array.isArray(value) ? `[${entries.length}]` : `{${entries.length}}`}{' '}
        <span className="json-preview">{preview(value)}</span>
      </summary>
      <ul>
        {entries.map(([key, item]) => (
          <li key={key}>
            <span className="json-key">{key}</span>
            <JsonTree value={item} open={open - 1} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Scalar({ value }: { readonly value: unknown }) {
  const kind = value === null || value === undefined ? 'none' : typeof value;
  return <span className={`json-${kind}`}>{value === undefined ? 'undefined' : JSON.stringify(value)}</span>;
}

const PREVIEW_LENGTH = 200;

function preview(value: object): string {
  const text = JSON.stringify(value);
  return text.length > PREVIEW_LENGTH ? `${text.slice(0, PREVIEW_LENGTH)}…` : text;
}
