import * as v from 'valibot';
import type { ProfilesStore } from '../domain/profiles/profile-stores';
import { Collection, command, inTurn } from '../platform/database';

const avatar = v.object({
  fileID: v.string(),
  traceId: v.string(),
  askedAt: v.number(),
  state: v.picklist(['pending', 'passed']),
});

const document = v.object({
  _id: v.string(),
  nickname: v.nullable(v.string()),
  turn: v.optional(v.number()),
  avatar: v.nullable(avatar),
  rev: v.number(),
});

const profiles = new Collection('profiles', (value) => v.parse(document, value));

/** Ms: so a profile that is made anew after a deletion is newer than any copy of the old one. */
const firstRev = () => Date.now();
const raised = { rev: command.inc(1) };

/** `profiles` in CloudBase: `_id` is the openid. */
export const profilesStore: ProfilesStore = {
  async kept(openid) {
    const found = await profiles.find(openid);
    return {
      nickname: found?.nickname ?? null,
      turn: found?.turn ?? 0,
      avatar: found?.avatar ?? null,
      rev: found?.rev ?? 0,
    };
  },

  async saveNickname(openid, nickname, turn) {
    const save = () => profiles.updateIf(openid, { turn: inTurn(turn) }, { nickname, turn: turn + 1, ...raised });
    if ((await save()) || turn > 0) return;
    // Taken: two first saves came at once and the other was faster; perhaps that of an avatar, and the turn is there still.
    if ((await profiles.add({ _id: openid, nickname, turn: 1, avatar: null, rev: firstRev() })) === 'taken')
      await save();
  },

  async replaceAvatar(openid, before, after) {
    const isBefore = before === null ? { avatar: null } : { 'avatar.traceId': before.traceId };
    if (await profiles.updateIf(openid, isBefore, { avatar: command.set(after), ...raised })) return true;
    return (
      before === null &&
      (await profiles.add({ _id: openid, nickname: null, avatar: after, rev: firstRev() })) === 'added'
    );
  },

  async passAvatar(openid, traceId) {
    await profiles.updateIf(openid, { 'avatar.traceId': traceId }, { avatar: { state: 'passed' }, ...raised });
  },

  async removeAvatar(openid, traceId) {
    await profiles.updateIf(openid, { 'avatar.traceId': traceId }, { avatar: command.set(null), ...raised });
  },

  async removeEmpty(openid) {
    await profiles.removeIf(openid, { nickname: null, avatar: null });
  },
};
