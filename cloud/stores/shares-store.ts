import * as v from 'valibot';
import { Collection } from '../platform/database';

/** A tap on share: who, on which page, from the page's button or from WeChat's menu, and when (ms). */
export interface CountedShare {
  readonly openid: string;
  readonly page: string;
  readonly from: 'button' | 'menu';
  readonly at: number;
}

const document = v.object({
  _id: v.string(),
  openid: v.string(),
  page: v.string(),
  from: v.picklist(['button', 'menu']),
  at: v.number(),
});

const shares = new Collection('shares', (value) => v.parse(document, value));

/** `shares` in CloudBase: `_id` is the requestId, so that a call that comes twice counts once. */
export const sharesStore = {
  async count(requestId: string, share: CountedShare): Promise<void> {
    await shares.add({ _id: requestId, ...share });
  },
};
