import { useWorkbench } from '../store';
import { Call } from './call';

/** Calls of cloud functions, newest first. */
export function Calls() {
  const calls = useWorkbench((state) => state.calls);
  return (
    <>
      {calls.length === 0 ? (
        <p className="empty">No function has been called yet.</p>
      ) : (
        <ol className="calls">
          {[...calls].reverse().map((record) => (
            <li key={record.requestID}>
              <Call record={record} />
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
