import { kinds, sumOf } from './counts';
import type { Verdict } from './many';

/** A few lines about a run that took `ms`. */
export function summaryOf(verdicts: readonly Verdict[], ms: number): string {
  const struck: Record<string, number> = {};
  for (const verdict of verdicts)
    for (const [kind, times] of Object.entries(verdict.struck)) struck[kind] = (struck[kind] ?? 0) + times;
  const counts = sumOf(verdicts.map((verdict) => verdict.counts));
  const calls = verdicts.reduce((sum, verdict) => sum + verdict.calls, 0);
  const people = verdicts.reduce((sum, { history }) => sum + history.size.people, 0);
  const broken = verdicts.filter((verdict) => verdict.broken.length > 0).length;
  const seconds = ms / 1000;
  return [
    `${verdicts.length} histories in ${seconds.toFixed(0)} s (${(verdicts.length / seconds).toFixed(1)} a second), ${broken} broke a promise`,
    `${people} people, ${calls} calls (${(calls / seconds).toFixed(0)} a second)`,
    `what happened: ${kinds.map((kind) => `${kind} ${counts[kind]}`).join(', ')}`,
    `faults that struck: ${Object.entries(struck)
      .sort(([, one], [, other]) => other - one)
      .map(([kind, times]) => `${kind} ${times}`)
      .join(', ')}`,
  ].join('\n');
}
