import type { OpenApiCall } from '../../cloud/types';

/** What a call asked WeChat, and what it answered; also what was refused, or failed on purpose. */
export function OpenApiCalls({ calls }: { readonly calls: readonly OpenApiCall[] }) {
  return (
    <table className="openapi-calls">
      <thead>
        <tr>
          <th scope="col">call</th>
          <th scope="col">errcode</th>
        </tr>
      </thead>
      <tbody>
        {calls.map(({ name, errcode }, place) => (
          <tr key={place} className={errcode === 0 ? undefined : 'bad'}>
            <td>{name}</td>
            <td>{errcode ?? 'no answer'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
