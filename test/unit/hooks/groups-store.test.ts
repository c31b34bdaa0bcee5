import { createGroupsStore, type GroupsStore } from '../../../src/hooks/useGroup/groups-store';
import { Cloud } from './cloud-script';

const group = 'group-weekend';
let cloud: Cloud;
let time: number;
let seen: boolean;
let groups: GroupsStore;

beforeEach(() => {
  cloud = new Cloud();
  time = Date.parse('2026-11-20T12:00:00+08:00');
  seen = false;
  groups = createGroupsStore({
    callFunction: cloud.callFunction,
    memory: {
      recall: () => seen,
      remember: () => void (seen = true),
      forget: () => void (seen = false),
    },
    now: () => time,
  });
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

  it('are waited for by whoever has had some here, and by nobody else', async () => {
    void groups.load();
    expect(groups.getState()).toEqual({ status: 'idle' });
    await cloud.answer(0, { groups: [{ group, visible: true }] });
    expect(seen).toBe(true);
    groups.forget(group);
    expect(seen).toBe(false);
    seen = true;
    groups.reset();
    expect([groups.getState(), seen]).toEqual([{ status: 'idle' }, false]);
    seen = true;
    void groups.load();
    expect(groups.getState()).toEqual({ status: 'pending' });
    await cloud.answer(1, { groups: [] });
    expect(seen).toBe(false);
  });

  it('are waited for after a failure too', async () => {
    void groups.load();
    await cloud.fail(0, 'network');
    expect(groups.getState()).toMatchObject({ status: 'error' });
    void groups.load();
    expect(groups.getState()).toEqual({ status: 'pending' });
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
