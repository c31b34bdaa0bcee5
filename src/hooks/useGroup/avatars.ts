interface AvatarPorts {
  /** URLs in the order asked. */
  readonly ask: (members: readonly string[]) => Promise<readonly (string | null)[]>;
  readonly show: (urls: Readonly<Record<string, string | null>>) => void;
  /** Ms since the epoch. */
  readonly now: () => number;
}

export interface Avatars {
  /** Asks for those that were not asked for yet. */
  readonly want: (members: readonly string[]) => Promise<void>;
  /** The board was read anew, on which any may be another: all are asked for again, those on their way once they come. */
  readonly renew: () => void;
  readonly forget: () => void;
}

/** What one call of `share/avatars` takes (cloud/contract/share.ts). */
export const AT_ONCE = 30;
/** Their URLs live two hours; asked anew a little before. */
const LIFETIME_MS = 110 * 60_000;

const ON_ITS_WAY = Infinity;

/**
 * Asks for avatars in batches, each once until its URL is about to expire or the board is read anew; who failed is asked
 * for again.
 */
export function createAvatars({ ask, show, now }: AvatarPorts): Avatars {
  /** When each was answered, ms since the epoch. */
  let asked = new Map<string, number>();
  /** On their way since before the board was read anew. */
  const outdated = new Set<string>();

  const fetchBatch = async (members: readonly string[], of: typeof asked): Promise<void> => {
    members.forEach((member) => of.set(member, ON_ITS_WAY));
    try {
      const urls = await ask(members);
      if (of !== asked) return;
      const shown: Record<string, string | null> = {};
      members.forEach((member, index) => {
        of.set(member, now());
        shown[member] = urls[index] ?? null;
      });
      show(shown);
      const again = members.filter((member) => outdated.delete(member));
      if (again.length > 0) await fetchBatch(again, of);
    } catch (error) {
      members.forEach((member) => of.delete(member) && outdated.delete(member));
      console.warn('useGroup: avatars could not be read', error);
    }
  };

  return {
    async want(members: readonly string[]): Promise<void> {
      const fresh = now() - LIFETIME_MS;
      const missing = [...new Set(members)].filter((member) => (asked.get(member) ?? -Infinity) < fresh);
      const batches: Promise<void>[] = [];
      for (let at = 0; at < missing.length; at += AT_ONCE)
        batches.push(fetchBatch(missing.slice(at, at + AT_ONCE), asked));
      await Promise.all(batches);
    },
    renew: () => asked.forEach((at, member) => (at < ON_ITS_WAY ? asked.delete(member) : outdated.add(member))),
    forget() {
      asked = new Map();
      outdated.clear();
    },
  };
}
