import type { PhoneRecords } from '../../control/types';
import { bytesText, timeOfDay } from '../parts/time';

/** The newest setData calls, newest first. */
export function SetDataLog({ records }: { readonly records: PhoneRecords }) {
  const { recent } = records.setData;
  if (recent.length === 0) return <p className="empty">No setData yet.</p>;
  return (
    <table className="set-data">
      <thead>
        <tr>
          <th>time</th>
          <th>page</th>
          <th>bytes</th>
          <th>keys</th>
        </tr>
      </thead>
      <tbody>
        {[...recent].reverse().map(({ at, page, bytes, keys }, index) => (
          <tr key={recent.length - index}>
            <td>{timeOfDay(at)}</td>
            <td>{page}</td>
            <td>{bytesText(bytes)}</td>
            <td className="keys">{keys.join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
