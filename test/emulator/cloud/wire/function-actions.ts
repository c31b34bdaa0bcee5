import { CloudError } from '../cloud-error';
import { FunctionFailure } from '../functions/failure';
import type { Functions } from '../functions/functions';
import type { Actions } from './action';

/** `cloud.callFunction` within functions: the same user, one more link in SOURCE (`wx_client,scf`). */
export function functionActions(functions: Functions): Actions {
  return {
    'functions.invokeFunction': async ({ body, invocation }) => {
      const source = invocation?.caller.source;
      const openid = invocation?.caller.openid;
      const caller = { source: source ? `${source},scf` : 'scf', ...(openid !== undefined && { openid }) };
      try {
        const { result } = await functions.call(caller, {
          name: body.text('function_name'),
          data: body.optionalText('request_data') ?? '{}',
        });
        return { data: { response_data: JSON.stringify(result) } };
      } catch (error) {
        if (error instanceof FunctionFailure) throw new CloudError(error.code, error.detail);
        throw error;
      }
    },
  };
}
