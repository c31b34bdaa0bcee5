/** How long a call of a function takes once its worker is warm: the genuine SDK, one database read. */
import type { Emulator } from '../emulator/server/emulator';
import { quantile, type Row } from './row';

const CALLS = 300;

export async function warmCall({ cloud, platform }: Emulator): Promise<Row[]> {
  const openid = platform.users[0]?.openid ?? '';
  const call = () =>
    cloud.callFunction({ openid, source: 'wx_client' }, { name: 'opendata', data: '{"$url":"steps"}' });
  for (let warmUp = 0; warmUp < 20; warmUp += 1) await call();
  const took: number[] = [];
  for (let n = 0; n < CALLS; n += 1) {
    const from = performance.now();
    await call();
    took.push(performance.now() - from);
  }
  const p50 = quantile(took, 0.5);
  return [
    {
      what: `warm callFunction, one read (p50 of ${CALLS})`,
      measured: `${p50.toFixed(1)} ms (p95 ${quantile(took, 0.95).toFixed(1)} ms)`,
      reference: 'bound 10 ms',
      value: p50,
      bound: 10,
    },
  ];
}
