import * as v from 'valibot';
import type { StepsStore, TakenSteps } from '../domain/steps/steps-store';
import { Collection, command } from '../platform/database';

const document = v.object({ _id: v.string(), takenAt: v.number(), days: v.record(v.string(), v.number()) });

const steps = new Collection('steps', (value) => v.parse(document, value));

/** `steps` in CloudBase: `_id` is the openid. One call of the database as a rule, two the first time. */
export const stepsStore: StepsStore = {
  async keepNewest(openid, taken) {
    const { takenAt, days } = taken;
    // `set`, because a plain object would be merged into the map and days older than 31 would never leave it.
    const patch = { takenAt, days: command.set(days) };
    const replaceOlder = () => steps.updateIf(openid, { takenAt: command.lte(takenAt) }, patch);
    if ((await replaceOlder()) || (await steps.add({ _id: openid, ...taken })) === 'added') return taken;
    // The first document of this person, made by another request between the two: it may be older than ours.
    const found = await kept(openid);
    if (found !== undefined && found.takenAt >= takenAt) return found;
    return (await replaceOlder()) ? taken : ((await kept(openid)) ?? taken);
  },
  kept,
};

async function kept(openid: string): Promise<TakenSteps | undefined> {
  const found = await steps.find(openid);
  return found && { takenAt: found.takenAt, days: found.days };
}
