import * as v from 'valibot';
import type { ChecksStore } from '../domain/pictures/picture-stores';
import { Collection, command } from '../platform/database';

const document = v.object({
  _id: v.string(),
  openid: v.string(),
  fileID: v.string(),
  kind: v.picklist(['avatar', 'photo']),
});

const checks = new Collection('checks', (value) => v.parse(document, value));

/** `checks` in CloudBase: `_id` is WeChat's trace_id. */
export const checksStore: ChecksStore = {
  async begin(traceId, { openid, fileID, kind }) {
    await checks.add({ _id: traceId, openid, fileID, kind });
  },
  async find(traceId) {
    const found = await checks.find(traceId);
    return found && { openid: found.openid, fileID: found.fileID, kind: found.kind };
  },
  async end(traceIds) {
    await checks.removeAll({ _id: command.in([...traceIds]) });
  },
};
