import type * as glassEasel from 'glass-easel';
import { ClosedScope } from './closed-scope';
import type { TemplateEventHandler } from './handle-event';
import { wrapPropertyHandler } from './wxs-handler';

type ProcGenGroupList = NonNullable<glassEasel.template.ComponentTemplate['groupList']>;

export interface TemplateHooks {
  readonly onEvent: TemplateEventHandler;
  /** `console` of WXS. */
  readonly console: unknown;
  readonly now: () => number;
}

/** Evaluates the package's template group and answers the templates by path. WXS in it sees nothing of the browser. */
export function evaluateTemplates(
  expression: string,
  hooks: TemplateHooks,
): ReadonlyMap<string, glassEasel.template.ComponentTemplate> {
  const visible = {
    console: hooks.console,
    getDate: (...args: readonly [] | readonly [number | string]) =>
      args.length === 0 ? new Date(hooks.now()) : new Date(args[0]),
    getRegExp: (pattern: string, flags?: string) => new RegExp(pattern, flags),
    onTemplateEvent: hooks.onEvent,
    onPropertyChange: wrapPropertyHandler,
  };
  const scope = new ClosedScope(visible, { undeclared: 'variable' });
  const groupList = scope.evaluate(expression, 'templates.js') as ProcGenGroupList;
  return new Map(
    Object.entries(groupList).map(([path, group]) => [
      path,
      { groupList, content: withEvents(group, hooks.onEvent), fallbackListenerOnNativeNode: true },
    ]),
  );
}

/** The compiler names the event handler only in templates that use WXS; the others are given it here. */
function withEvents(group: ProcGenGroupList[string], onEvent: TemplateEventHandler): ProcGenGroupList[string] {
  return (name) => {
    const generate = group(name);
    if (!generate) return generate;
    return (wrapper, ...rest) => {
      wrapper.setEventListenerWrapper(onEvent);
      return generate(wrapper, ...rest);
    };
  };
}
