import { CallError } from '../../../cloud/contract/call-error';
import type { PhonesStore, Turn } from '../../../cloud/domain/phones/phones-store';
import { redeemPhone } from '../../../cloud/domain/phones/redeem-phone';

const phone = { phoneNumber: '13800138000', purePhoneNumber: '13800138000', countryCode: '86' };

/** Somebody else has the turn for `turns` looks. */
function waitingFor(turns: number, then: Turn) {
  const slept: number[] = [];
  let looks = 0;
  const never = () => Promise.reject(new Error('not in its turn'));
  const store: PhonesStore = {
    takeTurn: () => Promise.resolve((looks += 1) > turns ? then : { turn: 'wait' }),
    keepRedeemed: never,
    giveUpTurn: never,
    keepNewest: never,
    kept: never,
    forget: never,
  };
  const sleep = (ms: number) => Promise.resolve(void slept.push(ms));
  return { slept, exchange: { store, redeem: never, now: () => 0, sleep } };
}

describe('a call that waits for another one to redeem the code', () => {
  test('answers what the other one got, soon after', async () => {
    const { slept, exchange } = waitingFor(3, { turn: 'done', phone });
    expect(await redeemPhone(exchange, 'oAnn', 'code')).toEqual(phone);
    expect(slept).toEqual([100, 100, 200]);
  });

  test('gives up before its function would be ended after 10 s, and says that it can be tried again', async () => {
    const { slept, exchange } = waitingFor(Infinity, { turn: 'wait' });
    const refusal: unknown = await redeemPhone(exchange, 'oAnn', 'code').catch((error: unknown) => error);
    expect(refusal instanceof CallError && refusal.toFailure()).toMatchObject({ code: 'cloud-error', retryable: true });
    expect(slept.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(8_000);
  });
});
