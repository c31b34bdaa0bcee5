import type { UpdatableCard } from '../bridge';
import { warnOnce } from '../components/warn';
import type { PageHandle, PhoneContext, ShareMenu } from '../parts';
import { requireString } from './calling';
import { currentPage } from './current-page';
import { fail } from './failure';
import { typeName } from './json';
import type { ApiPart } from './part';

const MENUS = ['shareAppMessage', 'shareTimeline'];
/** Known to WeChat, without effect here. */
const UNHEEDED = ['isPrivateMessage', 'toDoActivityId', 'useForChatTool', 'participant', 'chooseType'] as const;

/**
 * WeChat: developers.weixin.qq.com/miniprogram/dev/api/share/. All three hold for the page that is on top when they are
 * called, and count once they have succeeded, which is later. `showShareMenu` without `withShareTicket` sets it to its
 * default, false; `updateShareMenu` changes what it is given (its page closes an updatable message by a call of its own).
 */
export function createShareMenu({ context, calling }: ApiPart) {
  const change = async (page: PageHandle, patch: Partial<ShareMenu>): Promise<void> => {
    await new Promise((later) => setTimeout(later, 0));
    context.sharing.change(page, patch);
  };
  return {
    showShareMenu: calling.promised<WechatMiniprogram.ShowShareMenuOption>('showShareMenu', (options) => {
      const menus = menusOf(context, 'showShareMenu', options.menus, ['shareAppMessage']);
      if (!menus.includes('shareAppMessage')) {
        throw fail('showShareMenu', 'parameter error: menus "shareTimeline" needs "shareAppMessage" as well;');
      }
      const withShareTicket = flag('showShareMenu', options, 'withShareTicket') ?? false;
      return change(currentPage(context, 'showShareMenu'), { visible: true, withShareTicket });
    }),
    hideShareMenu: calling.promised<WechatMiniprogram.HideShareMenuOption>('hideShareMenu', (options) => {
      const menus = menusOf(context, 'hideShareMenu', options.menus, MENUS);
      const patch = menus.includes('shareAppMessage') ? { visible: false } : {};
      return change(currentPage(context, 'hideShareMenu'), patch);
    }),
    updateShareMenu: calling.promised<WechatMiniprogram.UpdateShareMenuOption>('updateShareMenu', (options) => {
      for (const name of UNHEEDED) {
        if (options[name]) warnOnce(context, `wx.updateShareMenu: ${name} has no effect in the local WeChat`);
      }
      return change(currentPage(context, 'updateShareMenu'), {
        ...ticketOf(context, options),
        ...updatableOf(options),
      });
    }),
  } satisfies Partial<WechatMiniprogram.Wx>;
}

function ticketOf(
  context: PhoneContext,
  options: Partial<WechatMiniprogram.UpdateShareMenuOption>,
): Partial<ShareMenu> {
  const withShareTicket = flag('updateShareMenu', options, 'withShareTicket');
  if (withShareTicket === undefined) return {};
  if (!withShareTicket || options.isUpdatableMessage !== false) return { withShareTicket };
  const trap = 'wx.updateShareMenu: withShareTicket true with isUpdatableMessage false gives no ticket on iOS';
  warnOnce(context, `${trap}: leave isUpdatableMessage out, or reset it in a call of its own`);
  return { withShareTicket: context.client.platform !== 'ios' };
}

/** WeChat: framework/open-ability/share/updatable-message.html: an updatable message needs its id and its parameters. */
function updatableOf(options: Partial<WechatMiniprogram.UpdateShareMenuOption>): Partial<ShareMenu> {
  const isUpdatable = flag('updateShareMenu', options, 'isUpdatableMessage');
  if (isUpdatable === undefined) return {};
  if (!isUpdatable) return { updatable: undefined };
  const activityId = requireString('updateShareMenu', options, 'activityId');
  if (activityId === '') throw wrong('activityId', 'not be empty');
  const template: unknown = options.templateInfo;
  if (typeof template !== 'object' || template === null) throw wrongType('templateInfo', 'Object', template);
  return { updatable: { activityId, ...templateOf(template) } };
}

function templateOf(template: object): Omit<UpdatableCard, 'activityId'> {
  const { templateId, parameterList } = template as { templateId?: unknown; parameterList?: unknown };
  if (templateId !== undefined && typeof templateId !== 'string') {
    throw wrongType('templateInfo.templateId', 'String', templateId);
  }
  if (!Array.isArray(parameterList)) throw wrongType('templateInfo.parameterList', 'Array', parameterList);
  const parameters = parameterList.map((parameter: unknown, index) => {
    const { name, value } = Object(parameter) as { name?: unknown; value?: unknown };
    const at = `templateInfo.parameterList[${index}]`;
    if (typeof name !== 'string') throw wrongType(`${at}.name`, 'String', name);
    if (typeof value !== 'string') throw wrongType(`${at}.value`, 'String', value);
    return { name, value };
  });
  return { ...(templateId === undefined ? {} : { templateId }), parameters };
}

function menusOf(context: PhoneContext, api: string, given: unknown, usual: readonly string[]): readonly string[] {
  if (given === undefined || given === null) return usual;
  if (!Array.isArray(given))
    throw fail(api, `parameter error: parameter.menus should be Array instead of ${typeName(given)};`);
  const unknown = given.find((menu) => !MENUS.includes(menu as string)) as unknown;
  if (unknown !== undefined) throw fail(api, `parameter error: invalid menus ${JSON.stringify(unknown)};`);
  if (api === 'showShareMenu' && given.includes('shareTimeline')) {
    warnOnce(context, 'wx.showShareMenu: the local WeChat has no Moments, shareTimeline has no effect');
  }
  return given as string[];
}

function flag<O extends object>(api: string, options: O, name: keyof O & string): boolean | undefined {
  const value: unknown = options[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'boolean') return value;
  throw fail(api, `parameter error: parameter.${name} should be Boolean instead of ${typeName(value)};`);
}

const wrong = (name: string, must: string) =>
  fail('updateShareMenu', `parameter error: parameter.${name} should ${must};`);
const wrongType = (name: string, wanted: string, value: unknown) =>
  wrong(name, `be ${wanted} instead of ${typeName(value)}`);
