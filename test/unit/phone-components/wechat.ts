/** A tiny phone around the built-in components: glass-easel, a template, a page's methods; no layout. */
import * as glassEasel from 'glass-easel';
import { TmplGroup } from 'glass-easel-template-compiler';
import type { Bridge, PhoneEvent, PhoneRequests } from '../../emulator/phone/bridge';
import { registerBuiltIns } from '../../emulator/phone/components';
import { Consent } from '../../emulator/phone/api/consent';
import { TempFiles } from '../../emulator/phone/files/temp-files';
import { evaluateTemplates, type TemplateHooks } from '../../emulator/phone/engine/templates';
import { createNativeUI } from '../../emulator/phone/native';
import type { PhoneContext } from '../../emulator/phone/parts';

type Answers = { [M in keyof PhoneRequests]?: (params: PhoneRequests[M][0]) => PhoneRequests[M][1] };

export interface World {
  readonly context: PhoneContext;
  /** What the phone asked the world, in order. */
  readonly requests: { readonly method: string; readonly params: unknown }[];
  readonly events: PhoneEvent[];
  readonly emitted: { readonly name: string; readonly value: unknown }[];
  readonly opened: { readonly name: string; readonly data: unknown }[];
  readonly warnings: () => string[];
}

/** A context whose world answers with `answers`; an unexpected request rejects. */
export function createWorld(answers: Answers = {}, nativeAnswer: unknown = undefined): World {
  const requests: World['requests'] = [];
  const events: PhoneEvent[] = [];
  const emitted: World['emitted'] = [];
  const opened: World['opened'] = [];
  const bridge: Bridge = {
    request(method, params) {
      requests.push({ method, params });
      const answer = answers[method];
      return answer ? Promise.resolve(answer(params)) : Promise.reject(new Error(`unexpected request ${method}`));
    },
    emit: (event) => events.push(event),
    onCommand: () => undefined,
  };
  const opens = (name: string) => (data: unknown) => Promise.resolve(opened.push({ name, data }));
  const parts = {
    bridge,
    native: createNativeUI(),
    events: {
      on: () => undefined,
      off: () => undefined,
      emit: (name: string, value: unknown) => emitted.push({ name, value }),
    },
    reportError(error: unknown) {
      throw error;
    },
  };
  const context = {
    ...parts,
    consent: new Consent(parts),
    files: new TempFiles(),
    stack: {
      pages: [],
      openNative(name: string, data: unknown) {
        opened.push({ name, data });
        return Promise.resolve(nativeAnswer);
      },
      navigateTo: opens('navigateTo'),
      redirectTo: opens('redirectTo'),
      reLaunch: opens('reLaunch'),
      switchTab: opens('switchTab'),
      navigateBack: opens('navigateBack'),
    },
    package: { appId: 'wx0000000000000000', assetBase: '/project/assets/', app: { pages: [] } },
    now: () => 0,
    theme: 'light',
    online: true,
    user: { openid: 'o1', nickName: '小同', avatarUrl: '' },
  } as unknown as PhoneContext;
  const warnings = () => events.flatMap((event) => (event.event === 'console' ? [String(event.args[0])] : []));
  return { context, requests, events, emitted, opened, warnings };
}

export interface Rendered {
  readonly page: glassEasel.GeneralComponent;
  readonly setData: (data: Record<string, unknown>) => void;
  /** What handlers of the page saw, in order: `[method, detail]`. */
  readonly calls: [string, unknown][];
  byId(id: string): glassEasel.GeneralComponent;
  tap(id: string): void;
  touch(id: string, type: 'touchstart' | 'touchend'): void;
}

/** Handlers run at once, as if the page's code lived in the view. */
const hooks: TemplateHooks = {
  onEvent: (caller, event, listener) =>
    (listener as (this: unknown, event: unknown) => boolean | void).call(caller, event),
  console,
  now: () => 0,
};

type Handler = (detail: unknown) => unknown;

/** Shows a page with this template; every method named in `handlers` records its event's detail. */
export function render(
  world: World,
  wxml: string,
  options: {
    data?: Record<string, unknown>;
    handlers?: Record<string, Handler | null>;
  } = {},
): Rendered {
  const space = new glassEasel.ComponentSpace();
  registerBuiltIns(space, world.context);
  const group = new TmplGroup();
  group.addTmpl('pages/index/index', wxml);
  const template = evaluateTemplates(group.getTmplGenObjectGroups(), hooks).get('pages/index/index');
  if (!template) throw new Error('the template was not compiled');
  const calls: Rendered['calls'] = [];
  const methods = Object.fromEntries(
    Object.entries(options.handlers ?? {}).map(([name, answer]) => [
      name,
      (event: glassEasel.ShadowedEvent<unknown>) => {
        calls.push([name, event.detail]);
        return answer?.(event.detail);
      },
    ]),
  );
  const definition = space.defineComponent({
    is: 'pages/index/index',
    template,
    data: options.data ?? {},
    methods,
  });
  const backend = new glassEasel.EmptyBackendContext();
  const page = glassEasel.Component.createWithContext('page', definition.general(), backend).general();
  glassEasel.Element.pretendAttached(page);

  const byId = (id: string): glassEasel.GeneralComponent => {
    const element = page.getShadowRoot()?.getElementById(id);
    if (!element) throw new Error(`no element #${id} on the page`);
    return element as glassEasel.GeneralComponent;
  };
  const fire = (id: string, type: string) =>
    byId(id).triggerEvent(type, { x: 0, y: 0 }, { bubbles: true, composed: true, capturePhase: true });
  return {
    page,
    setData: (data) => page.setData(data),
    calls,
    byId,
    tap: (id) => fire(id, 'tap'),
    touch: (id, type) => fire(id, type),
  };
}
