import * as v from 'valibot';
import { phone, type Phone } from '../contract/phone';
import type { PhonesStore } from '../domain/phones/phones-store';
import { Collection, command } from '../platform/database';

const document = v.object({
  _id: v.string(),
  phone: v.nullable(phone),
  takenAt: v.number(),
  ticket: v.string(),
  redeeming: v.string(),
  until: v.number(),
});

const phones = new Collection('phones', (value) => v.parse(document, value));

const nobody = { redeeming: '', until: 0 };

/** `phones` in CloudBase: `_id` is the openid. Redeeming is two calls of the database as a rule, four the first time. */
export const phonesStore: PhonesStore = {
  async takeTurn(openid, ticket, now, until) {
    const mine = { redeeming: ticket, until };
    const isFree = { until: command.lte(now), ticket: command.neq(ticket) };
    if (await phones.updateIf(openid, isFree, mine)) return { turn: 'redeem' };
    const found = await phones.find(openid);
    if (found?.phone && found.ticket === ticket) return { turn: 'done', phone: found.phone };
    if (found) return { turn: 'wait' };
    const added = await phones.add({ _id: openid, phone: null, takenAt: 0, ticket: '', ...mine });
    return { turn: added === 'added' ? 'redeem' : 'wait' };
  },

  keepRedeemed(openid, ticket, taken) {
    const { takenAt } = taken;
    return phones.updateIf(
      openid,
      { redeeming: ticket },
      { phone: command.set(taken.phone), takenAt, ticket, ...nobody },
    );
  },

  async giveUpTurn(openid, ticket) {
    const removed = await phones.removeIf(openid, { redeeming: ticket, phone: null });
    if (!removed) await phones.updateIf(openid, { redeeming: ticket }, nobody);
  },

  async keepNewest(openid, { phone: newest, takenAt }) {
    const replaced = await phones.updateIf(
      openid,
      { takenAt: command.lte(takenAt) },
      { phone: command.set(newest), takenAt, ticket: '' },
    );
    if (replaced) return newest;
    const added = await phones.add({ _id: openid, phone: newest, takenAt, ticket: '', ...nobody });
    return added === 'added' ? newest : ((await kept(openid)) ?? newest);
  },

  kept,

  async forget(openid) {
    await phones.removeIf(openid);
  },
};

async function kept(openid: string): Promise<Phone | undefined> {
  return (await phones.find(openid))?.phone ?? undefined;
}
