import { createActivitiesStore } from '../../../src/hooks/useActivities/store';

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
});
