import type { Answer } from '../../contract/errors';
import { publish } from '../../domain/activities/publish';
import { repair } from '../../domain/activities/repair';
import { reportFailure } from '../../platform/log';
import { toCallError } from '../../platform/sdk-failure';
import { publishing } from './publishing';

/** What the timer gets, for the log: how many walks were published. */
export async function repairWalks(): Promise<Answer<{ readonly published: number }>> {
  const { store, now } = publishing;
  const report = (cause: unknown) => reportFailure('activity', toCallError(cause));
  try {
    const published = await repair({ store, now, report, publish: (walk) => publish(publishing, walk, 'one') });
    return { ok: true, data: { published } };
  } catch (thrown) {
    const error = toCallError(thrown);
    reportFailure('activity', error);
    return { ok: false, error: error.toFailure() };
  }
}
