/** Entries with the options of the one before: the same, another one, or one of a group that was left since. */
import { boardWith } from './boards';
import { EntryWorld, entries } from './entry-world';
import { last, settle } from './pending';

const world = async (options: (typeof entries)[keyof typeof entries]): Promise<EntryWorld> => {
  const made = new EntryWorld();
  await made.enter(options);
  return made;
};

describe('a card without a ticket, the same as before', () => {
  const known = async () => {
    const made = await world(entries.groupWithoutTicket);
    await made.give('id-1');
    await made.answer('group-weekend');
    return made;
  };

  it('is asked about again when the app comes back: it may be of another group, which is shown then', async () => {
    const made = await known();
    await made.enter(entries.groupWithoutTicket);
    await made.give('id-2');
    expect(made.state).toEqual({ status: 'group', group: 'group-weekend' });
    await made.answer('group-office');
    expect(made.state).toEqual({ status: 'group', group: 'group-office' });
    expect(made.received).toEqual(['group-weekend', 'group-office']);
  });

  it('goes on with the group that there is where that fails', async () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const made = await known();
    await made.enter(entries.groupWithoutTicket);
    await made.refuse('network');
    expect(made.state).toEqual({ status: 'group', group: 'group-weekend' });
    expect(warn).toHaveBeenCalledTimes(1);
    warn.mockRestore();
  });

  it('shows the group before no longer where WeChat says that the person has left the one of this card', async () => {
    const made = await known();
    await made.enter(entries.groupWithoutTicket);
    await made.refuse('group-left');
    expect(made.state).toEqual({ status: 'left-group' });
  });

  it('is not asked about again by pages that come to the front, or that the person has opened', async () => {
    const made = await known();
    await made.showPage(entries.groupWithoutTicket);
    made.isFirstPage = false;
    await made.enter(entries.groupWithoutTicket);
    expect(made.asked).toHaveLength(1);
  });

  it('is asked about anew where the first answer was still on its way', async () => {
    const made = await world(entries.groupWithoutTicket);
    await made.enter(entries.groupWithoutTicket);
    expect(made.state).toEqual({ status: 'pending' });
    await made.refuse('network');
    expect(made.state).toMatchObject({ status: 'error' });
  });
});

describe('a group that was left', () => {
  const left = async (group?: string) => {
    const made = await world(entries.android);
    await made.give('id-1');
    await made.answer('group-weekend');
    made.store.forget(group);
    return made;
  };

  it('is not entered again by the pages that are shown then, nor by those opened after sharing', async () => {
    const made = await left('group-weekend');
    expect(made.state).toEqual({ status: 'idle' });
    await made.showPage(entries.android);
    made.isFirstPage = false;
    await made.enter(entries.android);
    expect(made.asked).toHaveLength(1);
    expect(made.state).toEqual({ status: 'idle' });
  });

  it('is entered again by the same card, opened again', async () => {
    const made = await left('group-weekend');
    await made.enter(entries.android);
    expect(made.state).toEqual({ status: 'pending' });
    await made.give('id-2');
    await made.answer('group-weekend');
    expect(made.state).toEqual({ status: 'group', group: 'group-weekend' });
    await made.enter(entries.android);
    expect(made.asked).toHaveLength(2);
  });

  it('is not the one of the entry: that stays', async () => {
    const made = await left('group-office');
    expect(made.state).toEqual({ status: 'group', group: 'group-weekend' });
  });

  it('with everything that was known: who comes from the recent list comes from nowhere', async () => {
    const made = await left();
    expect(made.state).toEqual({ status: 'idle' });
    await made.enter(entries.recent);
    expect(made.state).toEqual({ status: 'direct' });
  });

  /** The cloud may have put them on the board again after they left it. */
  const isLeftAgain = (made: EntryWorld) => {
    const { members, me } = boardWith();
    expect(made.received).toEqual([]);
    expect(made.calls[made.calls.length - 1]).toMatchObject({
      route: 'share/leave',
      input: { group: 'group-weekend', member: members[me] },
    });
  };

  it('does not come back by an answer that was on its way, and is left again', async () => {
    const made = await world(entries.android);
    await made.give('id-1');
    made.store.forget();
    await made.answer('group-weekend');
    expect(made.state).toEqual({ status: 'idle' });
    isLeftAgain(made);
  });

  it('does not come back by an answer that was on its way when its own page was left', async () => {
    const made = await world(entries.android);
    await made.give('id-1');
    made.store.forget('group-office');
    made.store.forget('group-weekend');
    await made.answer('group-weekend');
    expect(made.state).toEqual({ status: 'idle' });
    isLeftAgain(made);
    last(made.calls).resolve(boardWith());
    await made.enter(entries.android);
    await made.give('id-2');
    await made.answer('group-weekend');
    expect(made.state).toEqual({ status: 'group', group: 'group-weekend' });
  });

  it('is left again where it was asked about once more, unseen', async () => {
    const made = await world(entries.groupWithoutTicket);
    await made.give('id-1');
    await made.answer('group-weekend');
    await made.enter(entries.groupWithoutTicket);
    await made.give('id-2');
    made.received.length = 0;
    made.store.forget('group-weekend');
    expect(made.state).toEqual({ status: 'idle' });
    await made.answer('group-weekend');
    expect(made.state).toEqual({ status: 'idle' });
    isLeftAgain(made);
  });

  it('is entered anew only when it has been left again, or that has failed', async () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const made = await world(entries.android);
    await made.give('id-1');
    made.store.forget();
    await made.answer('group-weekend');
    void made.store.retry();
    await settle();
    await made.give('id-2');
    expect(made.calls.map(({ route }) => route)).toEqual(['share/enter', 'share/leave']);
    await made.fail('network');
    expect(warn).toHaveBeenCalledTimes(1);
    warn.mockRestore();
    expect(made.calls).toHaveLength(3);
    await made.answer('group-weekend');
    expect(made.state).toEqual({ status: 'group', group: 'group-weekend' });
  });

  it('is left again, too, where a card of a chat of two was opened meanwhile; a new entry from a group counts', async () => {
    const made = await world(entries.android);
    await made.give('id-1');
    await made.enter(entries.single);
    made.store.forget();
    await made.answer('group-weekend');
    expect(made.state).toEqual({ status: 'single-chat' });
    isLeftAgain(made);
    await made.enter(entries.android);
    await made.give('id-2');
    made.store.forget();
    await made.enter(entries.android);
    await made.give('id-3');
    const before = made.calls.length;
    made.calls[before - 2]?.resolve(boardWith({ group: 'group-weekend' }));
    await settle();
    expect(made.calls).toHaveLength(before);
  });

  it('says nothing about an entry without one', async () => {
    const made = await world(entries.single);
    made.store.forget();
    expect(made.state).toEqual({ status: 'single-chat' });
  });
});

describe('foresee', () => {
  it('says what a look is going to say, and asks nothing', async () => {
    const made = new EntryWorld();
    made.options = entries.single;
    expect(made.store.foresee()).toEqual({ status: 'single-chat' });
    made.options = entries.android;
    expect(made.store.foresee()).toEqual({ status: 'pending' });
    expect([made.state, made.asked]).toEqual([{ status: 'idle' }, []]);
    await made.enter(entries.android);
    await made.give('id-1');
    await made.answer('group-weekend');
    expect(made.store.foresee()).toBe(made.state);
    made.options = entries.another;
    expect(made.store.foresee()).toEqual({ status: 'pending' });
    expect(made.state).toEqual({ status: 'group', group: 'group-weekend' });
  });
});
