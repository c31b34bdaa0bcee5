import { randomBytes } from 'node:crypto';
import { publishChange, type Publishing } from '../../domain/activities/publish';
import type { Walk } from '../../domain/activities/walk';
import { reportFailure } from '../../platform/log';
import { toCallError } from '../../platform/sdk-failure';
import { activitiesStore } from '../../stores/activities-store';
import { tell } from './updatable-message';

export const publishing: Publishing = {
  store: activitiesStore,
  tell,
  newToken: () => randomBytes(8).toString('hex'),
  now: () => Date.now(),
  sleep: (ms) => new Promise((done) => setTimeout(done, ms)),
};

/** Never rejects: what the person wanted is stored, the walk is dirty still, and the timer comes by. */
export async function publishQuietly(walk: Walk): Promise<void> {
  try {
    await publishChange(publishing, walk);
  } catch (cause) {
    reportFailure('activity', toCallError(cause));
  }
}
