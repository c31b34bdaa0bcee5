import type { DatabaseOperation } from '../../cloud/types';

/** What a call asked of the database, and how far it had to look. */
export function DatabaseCalls({ operations }: { readonly operations: readonly DatabaseOperation[] }) {
  return (
    <table className="database-calls">
      <thead>
        <tr>
          <th scope="col">action</th>
          <th scope="col">collection</th>
          <th scope="col">index</th>
          <th scope="col">examined</th>
          <th scope="col">returned</th>
        </tr>
      </thead>
      <tbody>
        {operations.map(({ action, collection, index, examined, returned }, place) => (
          <tr key={place} className={scans({ index }) ? 'bad' : undefined}>
            <td>{action}</td>
            <td>{collection}</td>
            <td>{index}</td>
            <td>{examined}</td>
            <td>{returned}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** It read the whole collection, or one of those that it joined. */
export function scans({ index }: Pick<DatabaseOperation, 'index'>): boolean {
  return index.split(' + ').includes('scan');
}
