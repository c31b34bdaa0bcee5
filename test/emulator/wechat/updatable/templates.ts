/** Source: framework/open-ability/share/updatable-message.html */
import type { UpdatableState } from './types';

const JOINING = '成员正在加入，当前 {member_count}/{room_limit} 人';
const OVER = '已结束';

type Texts = Readonly<Record<UpdatableState, string>>;

/** Texts by templateId. */
const TEMPLATES: ReadonlyMap<string, Texts> = new Map([
  ['21B034D08C5615B9889CE362BB957B1EE69A584B', { 0: JOINING, 1: '已开始', 2: OVER }],
  ['666F374D69D16C932E45D7E7D9F10CEF6177F5F5', { 0: JOINING, 1: '已到齐', 2: OVER }],
]);

export const COLORS: Texts = { 0: '#10AEFF', 1: '#07C160', 2: '#CCCCCC' };

/** Which states may follow. */
export const FOLLOWING: Readonly<Record<UpdatableState, readonly UpdatableState[]>> = { 0: [0, 1, 2], 1: [2], 2: [] };

/** What setUpdatableMsg has to say in a state. */
export const NEEDED: Readonly<Record<UpdatableState, readonly string[]>> = {
  0: ['member_count', 'room_limit'],
  1: ['path', 'version_type'],
  2: [],
};

/** Undefined: no such template, or a parameter of its text is missing. UNCONFIRMED which template is meant without an id: none. */
export function textOf(
  templateId: string | undefined,
  state: UpdatableState,
  parameters: Readonly<Record<string, string>>,
): string | undefined {
  const text = TEMPLATES.get(templateId ?? '')?.[state];
  const isComplete = text !== undefined && namesIn(text).every((name) => parameters[name] !== undefined);
  return isComplete ? text.replace(PLACE, (_place, name: string) => parameters[name] ?? '') : undefined;
}

const PLACE = /\{(\w+)\}/g;
const namesIn = (text: string): readonly string[] => [...text.matchAll(PLACE)].map(([, name = '']) => name);
