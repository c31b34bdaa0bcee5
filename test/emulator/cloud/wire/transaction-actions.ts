import type { Transactions } from '../database/transactions';
import type { DatabaseAction } from '../types';
import type { Actions, WireRequest } from './action';

/** `database.*Transaction`. The id of a new transaction stands at the top level of the answer, not under `data`. */
export function transactionActions(transactions: Transactions): Actions {
  return {
    'database.startTransaction': (request) => {
      record(request, 'start');
      return { transactionId: transactions.start() };
    },

    'database.commitTransaction': async (request) => {
      await transactions.commit(request.body.text('transactionId'));
      record(request, 'commit');
      return {};
    },

    'database.abortTransaction': (request) => {
      transactions.abort(request.body.text('transactionId'));
      record(request, 'abort');
      return {};
    },
  };
}

function record({ invocation }: WireRequest, action: DatabaseAction): void {
  invocation?.database.push({ action, collection: '', examined: 0, returned: 0, index: 'none' });
}
