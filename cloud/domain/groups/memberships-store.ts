import type { StepsByDay } from '../steps/days';
import type { TakenSteps } from '../steps/steps-store';
import type { GroupOf } from './group-id';

/** A person in a group: a stored fact, made only of data in which WeChat names the group. */
export interface Membership extends GroupOf {
  readonly openid: string;
  /** What others see in place of the openid: random, and nothing outside this group. */
  readonly member: string;
  /** Whether this group sees the steps. */
  readonly visible: boolean;
  /** How often the person has changed that. */
  readonly turn: number;
  /** Ms since the epoch. */
  readonly joinedAt: number;
  /** Ms since the epoch: when WeChat last named the group for this person. */
  readonly enteredAt: number;
  readonly nickname: string | null;
  /** A file that WeChat's content check has passed. */
  readonly avatar: string | null;
  /** `rev` of the profile that the two are copied from; 0: none yet. */
  readonly profileRev: number;
  /** The newest days, see `newestDays`. */
  readonly days: StepsByDay;
  /** Unix seconds: of the steps that `days` is copied from; 0: none yet. */
  readonly takenAt: number;
}

/** What others may know of a profile. `rev` grows with every change. */
export interface ShownProfile {
  readonly nickname: string | null;
  readonly avatar: string | null;
  readonly rev: number;
}

/** A person's memberships hold copies, so that a board is one query. Both copies are bounded, idempotent and monotonic. */
export interface ProfileCopies {
  /** Into all memberships of this person that hold an older profile. One call of the database. */
  copyProfile(openid: string, profile: ShownProfile): Promise<void>;
}

export interface StepsCopies {
  /** Into all memberships of this person that hold no newer steps. One call of the database. */
  copySteps(openid: string, steps: TakenSteps): Promise<void>;
}

export interface MembershipsStore extends ProfileCopies, StepsCopies {
  /** One document, by its `_id`. */
  find(openid: string, group: string): Promise<Membership | undefined>;
  /** Raises `enteredAt` of a membership that is there. False where there is none, or where it is that high already. */
  enter(openid: string, group: string, enteredAt: number): Promise<boolean>;
  /** Adds a membership unless there is one. Says whether it did. */
  add(membership: Omit<Membership, 'turn'>): Promise<boolean>;
  /** Members of a group, at most `limit`, the one that entered last first. */
  membersOf(group: string, limit: number): Promise<readonly Membership[]>;
  /** Those of a group that others see under these ids. */
  namedIn(group: string, members: readonly string[]): Promise<readonly Membership[]>;
  /** A person's groups, at most `limit`, the one that was entered last first. */
  groupsOf(openid: string, limit: number): Promise<readonly Membership[]>;
  /** Sets it and raises the turn, if the person is `member` and this is their turn; in one atomic step. */
  setVisible(of: Pick<Membership, 'openid' | 'group' | 'member' | 'turn'>, visible: boolean): Promise<void>;
  /** Removes the membership in which the person is `member`. Says whether there was one. */
  remove(openid: string, group: string, member: string): Promise<boolean>;
}
