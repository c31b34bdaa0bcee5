import type { Transactions } from '../database/transactions';
import type { Actions } from './action';

/** `database.*Transaction`. The id of a new transaction stands at the top level of the answer, not under `data`. */
export function transactionActions(transactions: Transactions): Actions {
  return {
    'database.startTransaction': () => ({ transactionId: transactions.start() }),

    'database.commitTransaction': async ({ body }) => {
      await transactions.commit(body.text('transactionId'));
      return {};
    },

    'database.abortTransaction': ({ body }) => {
      transactions.abort(body.text('transactionId'));
      return {};
    },
  };
}
