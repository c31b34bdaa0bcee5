/** `triggers` of a function's config.json: at most one, of type `timer`. */
import { Cron } from 'croner';
import { isRecord } from '../record';

export interface TimerTrigger {
  readonly name: string;
  /** Second, minute, hour, day, month, weekday, year. */
  readonly cron: string;
  /** ms since the epoch of the first time after `now`; undefined: never again. */
  nextAfter(now: number): number | undefined;
  /** ms since the epoch of its last time until `now`; undefined: there was none. */
  lastUntil(now: number): number | undefined;
}

/** UTC+8 (SCF: timer trigger; UNCONFIRMED for WeChat's own page, which names no zone). China keeps no summer time. */
const TIME_ZONE = 'Asia/Shanghai';
/** WeChat: wxcloud/guide/functions/triggers.html */
const NAME = /^[A-Za-z][\w-]{0,59}$/;
const FIELD = /^[\dA-Z*,/-]+$/i;
const FIELDS = 7;

/**
 * @param file named in what is thrown
 * @throws Error where CloudBase would not take the triggers
 */
export function readTimer(config: Readonly<Record<string, unknown>>, file: string): TimerTrigger | undefined {
  const { triggers = [] } = config;
  const refuse = (reason: string): Error => new Error(`${file}: ${reason}`);
  if (!Array.isArray(triggers)) throw refuse('triggers should be an array');
  if (triggers.length > 1) throw refuse(`triggers may hold one trigger, it has ${triggers.length}`);
  const trigger: unknown = triggers[0];
  if (trigger === undefined) return undefined;
  if (!isRecord(trigger)) throw refuse('a trigger should be an object');
  const { name, type, config: cron } = trigger;
  if (type !== 'timer') throw refuse(`a trigger's type can be 'timer' only, it is ${JSON.stringify(type)}`);
  if (typeof name !== 'string' || !NAME.test(name)) {
    throw refuse(
      `a trigger's name has at most 60 letters, digits, _ and -, a letter first; it is ${JSON.stringify(name)}`,
    );
  }
  const job = typeof cron === 'string' ? parse(cron) : undefined;
  if (job === undefined) {
    throw refuse(
      `config of trigger ${name} should be a cron expression of seven fields, it is ${JSON.stringify(cron)}`,
    );
  }
  return {
    name,
    cron: String(cron),
    nextAfter: (now) => job.nextRun(new Date(now))?.getTime(),
    lastUntil: (now) => job.previousRuns(1, new Date(now + 1))[0]?.getTime(),
  };
}

function parse(cron: string): Cron | undefined {
  const fields = cron.split(' ');
  if (fields.length !== FIELDS || !fields.every((field) => FIELD.test(field))) return undefined;
  try {
    // `1/10` counts on from 1, as WeChat's page has it.
    return new Cron(cron, { mode: '7-part', timezone: TIME_ZONE, paused: true, sloppyRanges: true });
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}
