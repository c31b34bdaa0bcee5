import { act, chooseCollection } from '../actions';
import { loadDatabase } from '../load';
import { JsonTree } from '../parts/json-tree';
import { useWorkbench } from '../store';

/** Collections and their documents, to read. */
export function Database() {
  const collections = useWorkbench((state) => state.collections);
  const collection = useWorkbench((state) => state.collection);
  const documents = useWorkbench((state) => state.documents);
  if (collection === undefined) return <p className="empty">The database has no collections.</p>;
  return (
    <>
      <div className="row toolbar">
        <label>
          <span className="unseen">Collection</span>
          <select value={collection} onChange={({ target }) => act(chooseCollection(target.value))}>
            {collections.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <span className="hint">
          {documents.length} {documents.length === 1 ? 'document' : 'documents'}
        </span>
        <button onClick={() => act(loadDatabase())}>Read again</button>
      </div>
      {documents.length === 0 && <p className="empty">{collection} is empty.</p>}
      <ol className="documents">
        {documents.map((document, index) => (
          <li key={idOf(document) ?? index}>
            <JsonTree value={document} open={documents.length === 1 ? 2 : 1} />
          </li>
        ))}
      </ol>
    </>
  );
}

function idOf(document: unknown): string | undefined {
  const id = typeof document === 'object' && document !== null && '_id' in document ? document._id : undefined;
  return typeof id === 'string' ? id : undefined;
}
