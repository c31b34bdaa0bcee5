import { createHash } from 'node:crypto';
import { CallError } from '../../contract/call-error';
import type { PhoneData, Watermark } from '../../contract/cloud-id';
import type { Phone } from '../../contract/phone';
import { phoneOf } from './phone-format';
import type { PhonesStore } from './phones-store';

export interface PhoneExchange {
  readonly store: PhonesStore;
  /** Gives the code to WeChat, which checks that it is this person's. Rejects with a CallError. */
  readonly redeem: (code: string, openid: string) => Promise<PhoneData & { readonly watermark: Watermark }>;
  /** ms. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

/** ms. No shorter than the function may run: whoever still holds a turn after it is dead. */
const turnLasts = 10_000;

/** ms between looks at somebody else's turn: 6.7 s in all, so that the answer comes before the function's end. */
const pauses = [100, 100, 200, 300, 500, 500, 1_000, 1_000, 1_000, 1_000, 1_000];

/**
 * Redeems a code and keeps the number. Calls come twice and at once: of all that carry the same code one asks WeChat,
 * and all get its answer; as long as that number is kept, so does a replay.
 * Throws a CallError: those of `redeem`; `phone-code-expired` where the person was forgotten meanwhile; `cloud-error`.
 */
export async function redeemPhone(exchange: PhoneExchange, openid: string, code: string): Promise<Phone> {
  const { store, now, sleep } = exchange;
  const ticket = ticketOf(code);
  for (const pause of [...pauses, undefined]) {
    const turn = await store.takeTurn(openid, ticket, now(), now() + turnLasts);
    if (turn.turn === 'done') return turn.phone;
    if (turn.turn === 'redeem') return redeemInTurn(exchange, openid, code, ticket);
    if (pause !== undefined) await sleep(pause);
  }
  throw new CallError('cloud-error', 'Another call redeems a code of this person and does not end.');
}

async function redeemInTurn(
  { store, redeem }: PhoneExchange,
  openid: string,
  code: string,
  ticket: string,
): Promise<Phone> {
  let taken;
  try {
    const data = await redeem(code, openid);
    taken = { phone: phoneOf(data), takenAt: data.watermark.timestamp };
  } catch (error) {
    await store.giveUpTurn(openid, ticket);
    throw error;
  }
  if (await store.keepRedeemed(openid, ticket, taken)) return taken.phone;
  throw new CallError('phone-code-expired', 'The person was forgotten while the code was redeemed.');
}

/** What stands for a code: whoever reads the database cannot redeem it. */
function ticketOf(code: string): string {
  return createHash('sha256').update(code).digest('base64url');
}
