/**
 * WeChat's DevTools automation protocol, as `miniprogram-automator` 0.12.1 speaks it, answered from the tree of the
 * phone, so that it works in a browser and without one.
 */
import type { AutomationReply, AutomationRequest } from '../phone/bridge';
import { Calling } from '../phone/api/calling';
import type { PhoneContext } from '../phone/parts';
import { appMethods } from './app-methods';
import { elementMethods } from './element-methods';
import { Elements } from './elements';
import { findMethods } from './find-methods';
import type { AutomationHooks } from './hooks';
import { logMethods } from './log';
import type { Methods } from './method';
import { nativeMethods } from './native-methods';
import { pageMethods } from './page-methods';
import { Params } from './params';
import { toolMethods } from './tool-methods';
import { touchMethods } from './touch-methods';

export type { AutomationHooks, AutomationSession } from './hooks';

export interface Automation {
  /** Never rejects: what goes wrong is the reply's `error`. */
  handle(request: AutomationRequest): Promise<AutomationReply>;
}

export function createAutomation(context: PhoneContext, hooks: AutomationHooks): Automation {
  const elements = new Elements(context);
  const calling = new Calling((error) => context.reportError(error));
  const methods: Methods = {
    ...toolMethods(),
    ...appMethods(context, hooks, calling),
    ...logMethods(context, hooks),
    ...pageMethods(context, elements),
    ...findMethods(elements),
    ...elementMethods(context, elements),
    ...touchMethods(context, elements),
    ...nativeMethods(context),
  };
  return {
    async handle({ id, method, params }) {
      try {
        const answer = methods[method];
        if (!answer) throw new Error(`${method} is not in the local WeChat's automation`);
        const result = await answer(new Params(method, params ?? {}));
        return { id, result: result ?? {} };
      } catch (thrown) {
        return { id, error: { message: messageOf(thrown) } };
      }
    },
  };
}

function messageOf(thrown: unknown): string {
  const { errMsg, message } = Object(thrown) as { errMsg?: unknown; message?: unknown };
  return String(errMsg ?? message ?? thrown);
}
