import { useState } from 'react';
import type { CallRecord } from '../../cloud/types';
import { JsonTree } from '../parts/json-tree';
import { durationText, timeOfDay } from '../parts/time';
import { useWorkbench } from '../store';
import { DatabaseCalls, scans } from './database-calls';
import { OpenApiCalls } from './openapi-calls';

/** One call: a line, and all of it below when opened. */
export function Call({ record }: { readonly record: CallRecord }) {
  const [open, setOpen] = useState(false);
  const { name, openid, source, startedAt, durationMs, error, databaseCalls, examined, database } = record;
  const caller = useWorkbench(({ users }) => users.find((user) => user.openid === openid)?.nickName);
  return (
    <>
      <button className="call-line" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className={error === undefined ? 'dot good' : 'dot bad'} />
        <time>{timeOfDay(startedAt)}</time>
        <strong>{name}</strong>
        <span className="hint call-caller">{caller ?? (source === '' ? 'console' : source)}</span>
        {error !== undefined && <span className="bad">{error.errCode}</span>}
        {record.console.length > 0 && <span className="hint">{record.console.length} log</span>}
        {database.some(scans) && (
          <span className="badge bad" title="Reads a whole collection">
            scan
          </span>
        )}
        <span className="hint" title="Database calls, and documents that they examined">
          {databaseCalls} db · {examined} docs
        </span>
        <span className="call-duration">{durationText(durationMs)}</span>
      </button>
      {open && <CallDetails record={record} />}
    </>
  );
}

function CallDetails({ record }: { readonly record: CallRecord }) {
  const { event, result, error, requestID, database, openapi } = record;
  return (
    <dl className="call-details">
      <dt>event</dt>
      <dd>
        <JsonTree value={event} open={2} />
      </dd>
      {error === undefined ? (
        <>
          <dt>result</dt>
          <dd>
            <JsonTree value={result} open={2} />
          </dd>
        </>
      ) : (
        <>
          <dt>error</dt>
          <dd className="bad">
            {error.errCode} {error.errMsg}
          </dd>
        </>
      )}
      {record.console.length > 0 && (
        <>
          <dt>console</dt>
          <dd>
            {record.console.map(({ level, text }, index) => (
              <pre key={index} className={`console-${level}`}>
                {text}
              </pre>
            ))}
          </dd>
        </>
      )}
      {database.length > 0 && (
        <>
          <dt>database</dt>
          <dd>
            <DatabaseCalls operations={database} />
          </dd>
        </>
      )}
      {openapi.length > 0 && (
        <>
          <dt>WeChat</dt>
          <dd>
            <OpenApiCalls calls={openapi} />
          </dd>
        </>
      )}
      <dt>request</dt>
      <dd>
        <code>{requestID}</code>
      </dd>
    </dl>
  );
}
