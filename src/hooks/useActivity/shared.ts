import { createStored } from '../../wechat/stored';

/** Until when, ms since the epoch, the newest card that this phone has shared follows its walk; by walk. */
const cards = createStored('shared-cards');
/** Cards of walks that are over are of no interest: none starts more than 90 days ahead. */
const KEPT_MS = 90 * 24 * 60 * 60_000;

const all = (): Readonly<Record<string, unknown>> => Object(cards.read()) as Readonly<Record<string, unknown>>;

export function sharedUntil(activity: string): number | undefined {
  const until = all()[activity];
  return typeof until === 'number' ? until : undefined;
}

export function rememberShared(activity: string, until: number): void {
  const kept = Object.entries(all()).filter(([, other]) => typeof other === 'number' && other > until - KEPT_MS);
  const next: Record<string, unknown> = { [activity]: until };
  kept.forEach(([other, its]) => (next[other] ??= its));
  cards.keep(next);
}

export const forgetShared = (): void => cards.drop();
