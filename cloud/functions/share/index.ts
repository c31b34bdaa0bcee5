import { randomBytes } from 'node:crypto';
import { removePhotosLeft } from '../../domain/album/remove-photos';
import { boardFor } from '../../domain/groups/board';
import { enterGroup } from '../../domain/groups/enter-group';
import { resolved } from '../../platform/open-data-field';
import { serve } from '../../platform/router';
import { albumParts } from '../../stores/album-parts';
import { membershipsStore } from '../../stores/memberships-store';
import { profilesStore } from '../../stores/profiles-store';
import { sharesStore } from '../../stores/shares-store';
import { stepsStore } from '../../stores/steps-store';
import { avatarsOf } from './avatars';

const parts = {
  memberships: membershipsStore,
  profiles: profilesStore,
  steps: stepsStore,
  newMemberId: () => randomBytes(6).toString('base64url'),
  now: () => Date.now(),
};

const maxGroups = 100;

export const main = serve('share', {
  enter({ group }, { openid }) {
    return enterGroup(parts, openid, resolved(group));
  },
  board({ group }, { openid }) {
    return boardFor(membershipsStore, openid, group, Date.now());
  },
  async avatars({ group, members }, { openid }) {
    return { urls: await avatarsOf(openid, group, members) };
  },
  async groups(_input, { openid }) {
    const groups = await membershipsStore.groupsOf(openid, maxGroups);
    return { groups: groups.map(({ group, visible }) => ({ group, visible })) };
  },
  async setVisible({ group, member, visible, turn }, { openid }) {
    await membershipsStore.setVisible({ openid, group, member, turn }, visible);
    return boardFor(membershipsStore, openid, group, Date.now());
  },
  async leave({ group, member }, { openid }) {
    // In this order: who is no member adds no photo, and a call that died here is repeated to its end.
    const isOut = await membershipsStore.remove(openid, group, member);
    const other = isOut ? undefined : await membershipsStore.find(openid, group);
    await removePhotosLeft(albumParts, openid, group);
    return { member: other?.member ?? null };
  },
  async tapped({ page, from, requestId }, { openid }) {
    await sharesStore.count(requestId, { openid, page, from, at: Date.now() });
    return {};
  },
});
