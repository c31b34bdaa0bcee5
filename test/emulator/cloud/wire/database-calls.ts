/** Database calls of functions: what is broken on purpose, and whose worker dies of it. */
import type { Invocation } from '../functions/invocation';
import type { DatabaseAction } from '../types';
import type { WireBody } from './action';
import { ConnectionLost, type DatabaseFaults } from './database-faults';

const ACTIONS: Readonly<Record<string, DatabaseAction>> = {
  'database.addCollection': 'createCollection',
  'database.insertDocument': 'add',
  'database.getDocument': 'find',
  'database.calculateDocument': 'count',
  'database.modifyDocument': 'update',
  'database.modifyAndReturnDoc': 'update',
  'database.removeDocument': 'remove',
  'database.aggregateDocuments': 'aggregate',
  'database.startTransaction': 'start',
  'database.commitTransaction': 'commit',
  'database.abortTransaction': 'abort',
};

/** Undefined for what is no database call. */
export function databaseActionOf(body: WireBody): DatabaseAction | undefined {
  const name = body.text('action');
  if (name === 'database.modifyDocument' && !body.flag('merge')) return 'set';
  return Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
}

/** @throws ConnectionLost where nobody is there to hear the answer, or it is lost on purpose */
export async function callDatabase<T>(
  { action, invocation }: { readonly action: DatabaseAction; readonly invocation: Invocation | undefined },
  faults: DatabaseFaults,
  carryOut: () => Promise<T> | T,
): Promise<T> {
  if (invocation?.beginDatabaseCall() === false) await dead(invocation);
  const outcome = await faults
    .around(action, invocation?.folder.name, () => {
      if (invocation?.abandoned) throw new ConnectionLost('the environment was emptied');
      return carryOut();
    })
    .then(
      (answer) => () => answer,
      (error: unknown) => () => {
        throw error;
      },
    );
  if (invocation?.endDatabaseCall() === false) await dead(invocation);
  return outcome();
}

/** Not before the worker is gone: its code must not see the connection break. */
async function dead(invocation: Invocation): Promise<never> {
  await invocation.ended;
  throw new ConnectionLost('the function was killed on purpose');
}
