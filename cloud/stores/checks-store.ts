import * as v from 'valibot';
import type { ChecksStore } from '../domain/profiles/profile-stores';
import { Collection } from '../platform/database';

const document = v.object({ _id: v.string(), openid: v.string(), fileID: v.string() });

const checks = new Collection('checks', (value) => v.parse(document, value));

/** `checks` in CloudBase: `_id` is WeChat's trace_id. */
export const checksStore: ChecksStore = {
  async begin(traceId, { openid, fileID }) {
    await checks.add({ _id: traceId, openid, fileID });
  },
  async find(traceId) {
    const found = await checks.find(traceId);
    return found && { openid: found.openid, fileID: found.fileID };
  },
  async end(traceId) {
    await checks.removeIf(traceId);
  },
};
