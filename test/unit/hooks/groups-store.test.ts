import { createGroupsStore, type GroupsStore } from '../../../src/hooks/useGroup/groups-store';
import { Cloud } from './cloud-script';

const group = 'group-weekend';
let cloud: Cloud;
let time: number;
let groups: GroupsStore;

beforeEach(() => {
  cloud = new Cloud();
  time = Date.parse('2026-11-20T12:00:00+08:00');
  groups = createGroupsStore({ callFunction: cloud.callFunction, now: () => time });
});

describe('the groups', () => {
  it('are read once for all who ask', async () => {
    void groups.load();
    void groups.load();
    expect(cloud.routes).toEqual(['groups']);
    await cloud.answer(0, { groups: [{ group, visible: true }] });
    expect(groups.getState()).toEqual({ status: 'success', data: [{ group, visible: true }], updatedAt: time });
  });

  it('keep what was there when they cannot be read', async () => {
    void groups.load();
    await cloud.answer(0, { groups: [{ group, visible: true }] });
    void groups.load();
    await cloud.fail(1, 'network');
    expect(groups.getState()).toMatchObject({ status: 'error', data: [{ group }] });
  });

  it('do not come back by an answer from before a group was left', async () => {
    void groups.load();
    groups.forget(group);
    await cloud.answer(0, { groups: [{ group, visible: true }] });
    expect(groups.getState()).toEqual({ status: 'idle' });
    void groups.load();
    expect(cloud.routes).toEqual(['groups', 'groups']);
  });

  it('go on without one that was left', async () => {
    void groups.load();
    await cloud.answer(0, {
      groups: [
        { group, visible: true },
        { group: 'group-office', visible: true },
      ],
    });
    groups.forget(group);
    expect(groups.getState()).toMatchObject({ status: 'success', data: [{ group: 'group-office' }] });
  });
});
