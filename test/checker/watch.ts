import { maxWaiting } from '../../cloud/contract/activity';
import type { StoredWalk } from '../cloud/walks';

type Seen = Pick<StoredWalk, 'state' | 'turns' | 'rev'> & { readonly fixed: string };

const following: Readonly<Record<string, readonly string[]>> = {
  open: ['open', 'started', 'ended', 'cancelled'],
  started: ['started', 'ended'],
  ended: ['ended'],
  cancelled: ['cancelled'],
};

/** Looks at the stored walks again and again: what is wrong for a moment is wrong. */
export function watchOf(documents: () => readonly unknown[]): { look(): void; readonly wrong: readonly string[] } {
  const before = new Map<string, Seen>();
  const wrong = new Set<string>();
  return {
    get wrong() {
      return [...wrong];
    },
    look() {
      for (const walk of documents() as readonly StoredWalk[]) {
        const { _id, roster, places, state, turns, rev, startsAt, endsAt } = walk;
        const fixed = JSON.stringify([roster, turns, startsAt, endsAt]);
        const say = (what: string) => wrong.add(`walk ${_id}: ${what}`);
        if (new Set(roster).size < roster.length) say('somebody is twice in the roster');
        if (roster.length > places + maxWaiting) say(`${roster.length} in a roster of ${places} and ${maxWaiting}`);
        const last = before.get(_id);
        if (last !== undefined) {
          if (!following[last.state]?.includes(state)) say(`went from ${last.state} to ${state}`);
          if (rev < last.rev) say('its revision fell');
          // `rev` may rise: a card is sent all the same, and told anew.
          if (last.state !== 'open' && fixed !== last.fixed) say(`changed although it is ${last.state}`);
          for (const [person, turn] of Object.entries(last.turns))
            if ((turns[person] ?? 0) < turn) say(`the turn of ${person} fell from ${turn} to ${turns[person] ?? 0}`);
        }
        before.set(_id, { state, turns: { ...turns }, rev, fixed });
      }
    },
  };
}
