import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../clock';
import type { Storage } from '../storage';
import { checkedNumbers, plausibleNumber } from './phone-number/numbers';
import { portrait } from './portrait';
import { Shelf } from './shelf';
import type { PhoneNumber, User } from './types';
import { plausibleSteps } from './we-run';

interface StoredUser {
  readonly openid: string;
  readonly nickName: string;
  readonly avatarUrl: string;
  readonly weRun: User['weRun'];
  /** Steps that were set by hand, by UTC+8 day. */
  readonly steps: Readonly<Record<string, number>>;
  /** Whether days that were not set have a plausible number. */
  readonly plausible: boolean;
  /** Absent in data that was kept before users had one. */
  readonly phoneNumbers?: readonly PhoneNumber[];
  /** Order of making. */
  readonly number: number;
}

/** The people of this WeChat. A new data folder has two of them. */
export class Users {
  readonly #shelf: Shelf<StoredUser>;
  readonly #clock: Clock;

  private constructor(shelf: Shelf<StoredUser>, clock: Clock) {
    this.#shelf = shelf;
    this.#clock = clock;
  }

  static async open(storage: Storage, clock: Clock): Promise<Users> {
    const users = new Users(await Shelf.open(storage, 'wechat-users'), clock);
    if (users.#shelf.size === 0) await users.#seed();
    return users;
  }

  /** Ann and Bo again, as they were on the first start. */
  async reset(): Promise<void> {
    await this.#shelf.clear();
    await this.#seed();
  }

  get all(): readonly User[] {
    return this.#shelf
      .entries()
      .map(([, stored]) => stored)
      .sort((a, b) => a.number - b.number)
      .map((stored) => this.#present(stored));
  }

  get(openid: string): User {
    return this.#present(this.#stored(openid));
  }

  /** Without `steps` the user gets a plausible history; with them, exactly those days. */
  async create(user: Partial<User>): Promise<User> {
    const openid = user.openid ?? newOpenid();
    // The SDK turns context values of digits alone into numbers, so such an openid could not be told apart.
    if (!/^[\w-]*[A-Za-z][\w-]*$/.test(openid)) throw new RangeError(`an openid needs a letter, got '${openid}'`);
    if (this.#shelf.get(openid) !== undefined) throw new RangeError(`there is a user ${openid} already`);
    const number = Math.max(0, ...this.#shelf.entries().map(([, other]) => other.number)) + 1;
    const nickName = user.nickName ?? `用户 ${number}`;
    await this.#shelf.set(openid, {
      openid,
      nickName,
      avatarUrl: user.avatarUrl ?? portrait(nickName, openid),
      weRun: user.weRun ?? 'on',
      steps: checkedSteps(user.steps ?? {}),
      plausible: user.steps === undefined,
      phoneNumbers: checkedNumbers(user.phoneNumbers ?? [plausibleNumber(openid)]),
      number,
    });
    return this.get(openid);
  }

  /** `steps` replaces the whole history; {@link setSteps} changes one day. */
  async update(openid: string, patch: Partial<Omit<User, 'openid'>>): Promise<User> {
    const stored = this.#stored(openid);
    const { nickName = stored.nickName, avatarUrl = stored.avatarUrl, weRun = stored.weRun } = patch;
    const phones = patch.phoneNumbers && { phoneNumbers: checkedNumbers(patch.phoneNumbers) };
    const history = patch.steps && { steps: checkedSteps(patch.steps), plausible: false };
    await this.#shelf.set(openid, { ...stored, nickName, avatarUrl, weRun, ...history, ...phones });
    return this.get(openid);
  }

  async setSteps(openid: string, day: string, step: number): Promise<User> {
    const stored = this.#stored(openid);
    await this.#shelf.set(openid, { ...stored, steps: { ...stored.steps, ...checkedSteps({ [day]: step }) } });
    return this.get(openid);
  }

  async #seed(): Promise<void> {
    for (const nickName of ['安 Ann', '博 Bo']) await this.create({ nickName, openid: seededOpenid(nickName) });
  }

  #stored(openid: string): StoredUser {
    const stored = this.#shelf.get(openid);
    if (stored === undefined) throw new RangeError(`there is no user ${openid}`);
    return stored;
  }

  #present({ openid, nickName, avatarUrl, weRun, steps, plausible, phoneNumbers }: StoredUser): User {
    const history = plausible ? { ...plausibleSteps(openid, this.#clock.now()), ...steps } : steps;
    const numbers = phoneNumbers ?? [plausibleNumber(openid)];
    return { openid, nickName, avatarUrl, weRun, steps: history, phoneNumbers: numbers };
  }
}

/** 28 characters, as WeChat's; `oTONG` says that it is a local one. */
const openidFrom = (bytes: Buffer): string => `oTONG${bytes.toString('base64url').slice(0, 23)}`;
const newOpenid = (): string => openidFrom(randomBytes(18));
const seededOpenid = (name: string): string => openidFrom(createHash('sha256').update(name).digest());

function checkedSteps(steps: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  for (const [day, step] of Object.entries(steps)) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new RangeError(`steps are kept by day, YYYY-MM-DD; got '${day}'`);
    if (!Number.isInteger(step) || step < 0) {
      throw new RangeError(`steps of ${day} must be a whole number, got ${String(step)}`);
    }
  }
  return steps;
}
