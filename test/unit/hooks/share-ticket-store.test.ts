import { boardWith } from './boards';
import { EntryWorld, entries } from './entry-world';

const world = async (options: (typeof entries)[keyof typeof entries]): Promise<EntryWorld> => {
  const made = new EntryWorld();
  await made.enter(options);
  return made;
};

describe('an entry that WeChat need not be asked about', () => {
  it('is idle until somebody looks', () => {
    expect(new EntryWorld().state).toEqual({ status: 'idle' });
  });

  it.each([
    ['direct', 'desktop'],
    ['single-chat', 'single'],
    ['single-chat', 'singleOddScene'],
    ['single-chat', 'oldSingle'],
    ['private-message', 'privateMessage'],
  ] as const)('%s: %s', async (status, how) => {
    const { state, asked, calls } = await world(entries[how]);
    expect(state).toEqual({ status });
    expect([asked, calls]).toEqual([[], []]);
  });
});

describe('a card in a group', () => {
  it.each(['android', 'ios', 'weCom', 'withoutChatType', 'groupWithoutTicket', 'oldGroupWithoutTicket'] as const)(
    '%s: gives the verified group and hands its board on, in one call',
    async (how) => {
      const made = await world(entries[how]);
      expect(made.state).toEqual({ status: 'pending' });
      expect(made.asked[0]?.ticket).toBe(entries[how].shareTicket);
      await made.give('id-1');
      expect(made.calls).toMatchObject([{ route: 'share/enter', input: { group: 'id-1' } }]);
      await made.answer('group-weekend');
      expect(made.state).toEqual({ status: 'group', group: 'group-weekend' });
      expect(made.received).toEqual(['group-weekend']);
    },
  );

  it.each([
    ['left-group', 'group-left', 'android'],
    ['wrong-scene', 'group-wrong-scene', 'android'],
    ['no-ticket', 'group-wrong-scene', 'groupWithoutTicket'],
    ['ticket-expired', 'group-ticket-expired', 'android'],
    ['unsupported', 'api-unsupported', 'withoutChatType'],
  ] as const)('%s: WeChat says %s about %s', async (status, code, how) => {
    const made = await world(entries[how]);
    await made.refuse(code);
    expect(made.state).toEqual({ status });
    expect(made.calls).toEqual([]);
  });

  it('unsupported: the cloud takes no group ids of an old library', async () => {
    const made = await world(entries.android);
    await made.give('id-1');
    await made.fail('api-unsupported');
    expect(made.state).toEqual({ status: 'unsupported' });
  });
});

describe('the same entry', () => {
  it('is not looked at twice: not by two components, not after sharing', async () => {
    const made = await world(entries.android);
    await made.enter(entries.android);
    await made.give('id-1');
    await made.answer('group-weekend');
    await made.enter(entries.android);
    expect(made.asked).toHaveLength(1);
    expect(made.calls).toHaveLength(1);
    expect(made.state.status).toBe('group');
  });

  it('is asked about again where WeChat gave no group, once the app comes back: what is said stays until then', async () => {
    const made = await world(entries.android);
    await made.refuse('group-left');
    await made.showPage(entries.android);
    expect(made.asked).toHaveLength(1);
    await made.enter(entries.android);
    expect(made.state).toEqual({ status: 'left-group' });
    await made.give('id-2');
    await made.answer('group-weekend');
    expect(made.state).toEqual({ status: 'group', group: 'group-weekend' });
  });

  it('who waits for it a second time waits for the first answer', async () => {
    const made = await world(entries.android);
    let done = false;
    const waiting = made.store.look().then(() => (done = true));
    await made.give('id-1');
    expect(done).toBe(false);
    await made.answer('group-weekend');
    await waiting;
    expect(made.asked).toHaveLength(1);
  });
});

describe('a warm entry', () => {
  it('by a card of another group switches', async () => {
    const made = await world(entries.android);
    await made.give('id-1');
    await made.answer('group-weekend');
    await made.enter(entries.another);
    expect(made.state).toEqual({ status: 'pending' });
    await made.give('id-2');
    await made.answer('group-office');
    expect(made.state).toEqual({ status: 'group', group: 'group-office' });
  });

  it('by a card in a single chat shows nothing of the group', async () => {
    const made = await world(entries.android);
    await made.give('id-1');
    await made.answer('group-weekend');
    await made.enter(entries.single);
    expect(made.state).toEqual({ status: 'single-chat' });
  });

  it('from the recent list brings back what the card had opened', async () => {
    const made = await world(entries.android);
    await made.enter(entries.recent);
    await made.give('id-1');
    await made.answer('group-weekend');
    await made.enter(entries.recent);
    expect(made.state).toEqual({ status: 'group', group: 'group-weekend' });
  });

  it('by a card after a direct one asks which group', async () => {
    const made = await world(entries.desktop);
    await made.enter(entries.android);
    expect(made.state).toEqual({ status: 'pending' });
  });
});

describe('a slow answer', () => {
  it('does not overwrite a newer entry, and its board is not handed on', async () => {
    const made = await world(entries.android);
    await made.give('id-1');
    await made.enter(entries.another);
    await made.give('id-2');
    await made.answer('group-office');
    made.calls[0]?.resolve(boardWith({ group: 'group-weekend' }));
    await made.enter(entries.another);
    expect(made.state).toEqual({ status: 'group', group: 'group-office' });
    expect(made.received).toEqual(['group-office']);
  });

  it('does not overwrite an entry without a group', async () => {
    const made = await world(entries.android);
    await made.enter(entries.single);
    await made.refuse('group-left');
    expect(made.state).toEqual({ status: 'single-chat' });
  });
});

describe('an expired CloudID', () => {
  it.each(['cloudid-expired', 'open-data-stale'] as const)('is taken anew once, unseen: %s', async (code) => {
    const made = await world(entries.android);
    await made.give('id-1');
    await made.fail(code);
    expect(made.state).toEqual({ status: 'pending' });
    await made.give('id-2');
    expect(made.calls.map(({ input }) => input)).toEqual([{ group: 'id-1' }, { group: 'id-2' }]);
    await made.answer('group-weekend');
    expect(made.state.status).toBe('group');
  });

  it('and not twice', async () => {
    const made = await world(entries.android);
    await made.give('id-1');
    await made.fail('cloudid-expired');
    await made.give('id-2');
    await made.fail('cloudid-expired');
    expect(made.state).toMatchObject({ status: 'error', error: { code: 'cloudid-expired' } });
    expect(made.asked).toHaveLength(2);
  });
});

describe('retry', () => {
  it('looks at the same entry again after an error, also when the app was in the background meanwhile', async () => {
    const made = await world(entries.android);
    await made.refuse('network');
    expect(made.state).toMatchObject({ status: 'error', error: { code: 'network', retryable: true } });
    await made.enter(entries.recent);
    void made.store.retry();
    expect(made.state).toEqual({ status: 'pending' });
    expect(made.asked.map(({ ticket }) => ticket)).toEqual(['ticket-1', 'ticket-1']);
    await made.give('id-2');
    await made.answer('group-weekend');
    expect(made.state.status).toBe('group');
  });

  it('does not ask while it is asking', async () => {
    const made = await world(entries.android);
    void made.store.retry();
    expect(made.asked).toHaveLength(1);
  });

  it('asks nothing before anybody has looked', async () => {
    const made = new EntryWorld();
    await made.store.retry();
    expect(made.state).toEqual({ status: 'idle' });
  });
});
