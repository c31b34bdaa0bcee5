import type { ConsoleRecord, ExceptionRecord, PhoneRecords } from '../../control/types';
import { JsonTree } from '../parts/json-tree';
import { timeOfDay } from '../parts/time';

/** Console and exceptions in one list, newest last. */
export function ConsoleLog({ records }: { readonly records: PhoneRecords }) {
  const lines = [...records.console, ...records.exceptions].sort((a, b) => a.at - b.at);
  if (lines.length === 0) return <p className="empty">The phone has written nothing.</p>;
  return (
    <ol className="log" role="log">
      {lines.map((line, index) => (
        <li key={index} className={`console-${line.event === 'exception' ? 'error' : line.level}`}>
          <time>{timeOfDay(line.at)}</time>
          {line.event === 'exception' ? <Exception record={line} /> : <Message record={line} />}
        </li>
      ))}
    </ol>
  );
}

function Message({ record }: { readonly record: ConsoleRecord }) {
  return (
    <div className="log-args">
      {record.args.map((arg, index) =>
        typeof arg === 'string' ? <span key={index}>{arg}</span> : <JsonTree key={index} value={arg} open={0} />,
      )}
    </div>
  );
}

function Exception({ record: { message, stack } }: { readonly record: ExceptionRecord }) {
  return (
    <details className="log-args">
      <summary>{message}</summary>
      <pre>{stack}</pre>
    </details>
  );
}
