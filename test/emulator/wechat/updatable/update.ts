/** What setUpdatableMsg is asked for, and what WeChat has against it. Source: server/API/updatable-message/api_setupdatablemsg */
import { isRecord } from '../../cloud/record';
import { stateAt, type Activity } from './activities';
import { refuse } from './refuse';
import { FOLLOWING, NEEDED } from './templates';
import type { UpdatableAnswer, UpdatableState, UpdateRecord } from './types';

export interface Update {
  readonly activityId: string;
  readonly targetState: number;
  readonly parameters: Readonly<Record<string, string>>;
}

export interface Judging {
  /** Undefined for an id that WeChat does not know. */
  readonly activity: Activity | undefined;
  /** ms. */
  readonly now: number;
  readonly isEndAccepted: boolean;
}

const badFormat = refuse(47001, 'data format error');

/**
 * The request under WeChat's names; undefined for one whose form is wrong. An `activity_id` that is missing is one of
 * them (UNCONFIRMED: it might be 47501), which is what the SDK makes of `activityID`.
 */
export function readUpdate(fields: Readonly<Record<string, unknown>>): Update | undefined {
  const { activity_id: activityId, target_state: targetState, template_info: template } = fields;
  if (typeof activityId !== 'string' || activityId === '' || typeof targetState !== 'number') return undefined;
  const parameters = isRecord(template) ? readParameters(template.parameter_list) : undefined;
  return parameters && { activityId, targetState, parameters };
}

function readParameters(list: unknown): Readonly<Record<string, string>> | undefined {
  if (!Array.isArray(list)) return undefined;
  const parameters: Record<string, string> = {};
  for (const parameter of list as readonly unknown[]) {
    const { name, value } = isRecord(parameter) ? parameter : {};
    if (typeof name !== 'string' || typeof value !== 'string') return undefined;
    parameters[name] = value;
  }
  return parameters;
}

/**
 * WeChat's refusal, or what is to be kept. Going back is refused with 47502, and so is saying state 1 or 2 again: the
 * guide lists for each state what may follow (UNCONFIRMED with which code).
 */
export function judge(
  update: Update | undefined,
  { activity, now, isEndAccepted }: Judging,
): UpdatableAnswer | UpdateRecord {
  if (update === undefined) return badFormat;
  if (activity === undefined) return refuse(47501, 'activity_id is invalid');
  if (now >= activity.expiresAt) return refuse(47504, 'activity_id is expired');
  const { targetState, parameters } = update;
  const state = FOLLOWING[stateAt(activity, now)].find((next) => next === targetState);
  if (state === undefined || (state === 2 && !isEndAccepted)) return refuse(47502, 'target_state is invalid');
  if (NEEDED[state].some((name) => !parameters[name])) return badFormat;
  if (!isVersionOf(state, parameters)) return refuse(47503, 'version_type is invalid');
  return { at: now, state, parameters };
}

const VERSION_TYPES: readonly string[] = ['develop', 'trial', 'release'];

function isVersionOf(state: UpdatableState, { version_type: version }: Update['parameters']): boolean {
  return state !== 1 || (version !== undefined && VERSION_TYPES.includes(version));
}
