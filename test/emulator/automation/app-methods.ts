import type { Calling } from '../phone/api/calling';
import type { PageHandle, PhoneContext } from '../phone/parts';
import type { AutomationHooks } from './hooks';
import type { Methods } from './method';
import { Mocks } from './mocks';
import { callWx } from './wx-calls';

export function appMethods(context: PhoneContext, hooks: AutomationHooks, calling: Calling): Methods {
  const mocks = new Mocks(hooks, calling);
  const describe = ({ pageId, path, query }: PageHandle) => ({ pageId, path, query });
  const send = (method: string, params: unknown): void =>
    context.bridge.emit({ event: 'automation', message: { method, params } });

  return {
    'App.getCurrentPage': () => {
      const page = context.stack.pages.at(-1);
      if (!page) throw new Error('no page is open yet');
      return describe(page);
    },
    'App.getPageStack': () => ({ pageStack: context.stack.pages.map(describe) }),
    'App.callWxMethod': async (params) => ({
      result: await callWx(hooks.wx, params.string('method'), params.list('args')),
    }),
    'App.mockWxMethod': (params) => {
      const method = params.string('method');
      const declaration = params.optionalString('functionDeclaration');
      if (declaration !== undefined) mocks.withFunction(method, declaration, params.list('args'));
      else if (params.has('result')) mocks.withResult(method, params.any('result'));
      else mocks.restore(method);
      return {};
    },
    'App.callFunction': async (params) => ({
      result: await hooks.evaluate(params.string('functionDeclaration'), params.list('args')),
    }),
    'App.addBinding': (params) => {
      const name = params.string('name');
      hooks.expose(name, (...args) => send('App.bindingCalled', { name, args }));
      return {};
    },
    'App.exit': () => ({}),
  };
}
