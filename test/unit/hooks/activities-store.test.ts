import { createActivitiesStore } from '../../../src/hooks/useActivities/store';
import { Cloud } from './cloud-script';
import { walkWith } from './walks';

describe('a list of walks', () => {
  let time = Date.parse('2026-11-20T12:00:00+08:00');
  let reads = 0;
  const made = (seen?: boolean) =>
    createActivitiesStore({
      read: () => {
        reads += 1;
        return Promise.resolve({ activities: [] });
      },
      ...(seen !== undefined && {
        memory: { recall: () => seen, remember: () => undefined, forget: () => undefined },
      }),
      now: () => time,
    });

  beforeEach(() => void (reads = 0));

  it('is read once for a page that mounts and is shown; refresh reads it whenever', async () => {
    const list = made();
    await list.load();
    await list.load();
    expect(reads).toBe(1);
    await Promise.all([list.refresh(), list.refresh()]);
    expect(reads).toBe(2);
  });

  it('is read again after the clock of the phone was set back', async () => {
    const list = made();
    await list.load();
    time -= 3_600_000;
    await list.load();
    expect(reads).toBe(2);
  });

  it('costs nothing who never had a walk, whatever asks', async () => {
    const list = made(false);
    await list.load();
    await list.refresh();
    expect([reads, list.getState()]).toEqual([0, { status: 'idle' }]);
  });

  describe('what this phone remembers', () => {
    let seen: boolean;
    const remembering = () => {
      const cloud = new Cloud();
      const memory = { recall: () => seen, remember: () => void (seen = true), forget: () => void (seen = false) };
      const read = () => cloud.callFunction('activity', 'mine', {});
      return { cloud, list: createActivitiesStore({ read, memory, now: () => time }) };
    };

    it.each([
      ['none', [], false],
      ['one', [walkWith()], true],
    ])('is what the list says: %s', async (_, activities, after) => {
      seen = true;
      const { cloud, list } = remembering();
      void list.load();
      seen = !after;
      await cloud.answer(0, { activities });
      expect(seen).toBe(after);
    });

    it('is not undone by a list that was asked for before the first walk came', async () => {
      seen = true;
      const { cloud, list } = remembering();
      void list.load();
      list.remember();
      await cloud.answer(0, { activities: [] });
      const next = remembering();
      void next.list.load();
      expect(next.cloud.routes).toEqual(['mine']);
    });
  });
});
