import type { Phone } from '../../../cloud/contract/contract';
import { askProps, buttonProps } from '../../../src/hooks/usePhoneNumber/button-props';
import {
  createPhoneNumberStore,
  type PhoneNumberPorts,
  type PhoneNumberStore,
} from '../../../src/hooks/usePhoneNumber/store';
import { OpenDataError } from '../../../src/wechat/open-data-error';
import { last, settle, type Pending } from './pending';

const MINUTE = 60_000;
const phone: Phone = { phoneNumber: '13800138000', purePhoneNumber: '13800138000', countryCode: '86' };
const other: Phone = { ...phone, purePhoneNumber: '13900139000', phoneNumber: '13900139000' };

/** A cloud whose answers the test gives. */
class World {
  time = 0;
  needed = false;
  /** Whom the button belongs to. */
  readonly given = jest.fn();
  readonly calls: ({ readonly route: string; readonly input: unknown } & Pending<{ phone: Phone | null }>)[] = [];
  readonly store: PhoneNumberStore = createPhoneNumberStore({
    readPhoneNumber: (detail) => ({ code: String(detail) }),
    callFunction: ((_name: string, route: string, input: unknown) =>
      new Promise<{ phone: Phone | null }>((resolve, reject) =>
        this.calls.push({ route, input, resolve, reject }),
      )) as unknown as PhoneNumberPorts['callFunction'],
    privacyNeeded: () => Promise.resolve(this.needed),
    now: () => this.time,
  });

  /** The cloud has looked and keeps `kept`. */
  static async that(kept: Phone | null): Promise<World> {
    const world = new World();
    void world.store.restore();
    await world.answer(kept);
    return world;
  }

  async answer(answered: Phone | null): Promise<void> {
    last(this.calls).resolve({ phone: answered });
    await settle();
  }

  async fail(code: OpenDataError['code']): Promise<void> {
    last(this.calls).reject(new OpenDataError(code, code));
    await settle();
  }

  get routes(): string[] {
    return this.calls.map(({ route }) => route);
  }

  get button() {
    const { receive, recover } = this.store;
    return buttonProps(this.store.getState(), { give: this.given, receive, recover, deliver: () => undefined });
  }
}

describe('restore', () => {
  it('looks once, however many components ask', async () => {
    const world = new World();
    void world.store.restore();
    void world.store.restore();
    await world.answer(phone);
    await world.store.restore();
    expect(world.routes).toEqual(['phone']);
    expect(world.store.getState().state).toEqual({ status: 'success', data: phone, updatedAt: 0 });
  });

  it('is idle where the cloud keeps none', async () => {
    expect((await World.that(null)).store.getState().state).toEqual({ status: 'idle' });
  });

  it('never overwrites a number that was given meanwhile', async () => {
    const world = new World();
    void world.store.restore();
    const late = last(world.calls);
    void world.store.receive('code');
    await world.answer(other);
    late.resolve({ phone });
    await settle();
    expect(world.store.getState().state).toMatchObject({ data: other });
  });
});

describe('a code', () => {
  it.each([
    [4, ['phoneByCode', 'phoneByCode'], 'pending'],
    [5, ['phoneByCode'], 'error'],
  ])('that got lost is sent again within its five minutes: after %d, %j', async (minutes, sent, status) => {
    const world = await World.that(null);
    void world.store.receive('code');
    await world.fail('network');
    world.time += minutes * MINUTE;
    void world.store.recover();
    await settle();
    expect(world.routes.slice(1)).toEqual(sent);
    expect(world.store.getState().state.status).toBe(status);
  });

  it('that has expired says that a new tap is needed', async () => {
    const world = await World.that(null);
    void world.store.receive('code');
    await world.fail('network');
    world.time += 5 * MINUTE;
    await world.store.recover();
    expect(world.store.getState().state).toMatchObject({ error: { code: 'phone-code-expired', recover: 'tap' } });
    expect(world.button.openType).toBe('getPhoneNumber');
  });

  it.each(['open-data-untrusted', 'phone-code-foreign', 'phone-code-expired'] as const)(
    'that was refused (%s) is never sent again: the button asks anew',
    async (code) => {
      const world = await World.that(null);
      void world.store.receive('code');
      await world.fail(code);
      await world.store.recover();
      expect(world.routes).toEqual(['phone', 'phoneByCode']);
      expect(world.button.openType).toBe('getPhoneNumber');
    },
  );
});

describe('the button', () => {
  it('asks WeChat only where it is known that the cloud keeps no number', async () => {
    const world = new World();
    expect(world.button).toEqual({ disabled: true, loading: true });
    void world.store.restore();
    await world.fail('network');
    expect(world.button).toEqual({ onClick: expect.any(Function) as unknown });
    world.button.onClick?.();
    await world.answer(null);
    expect(world.button.openType).toBe('getPhoneNumber');
  });

  it('gives a known number without asking anybody', async () => {
    const world = await World.that(phone);
    world.button.onClick?.();
    expect(world.given).toHaveBeenCalledWith(phone);
    expect(world.routes).toEqual(['phone']);
    expect(world.button.openType).toBeUndefined();
  });

  it('gives it also after something has failed', async () => {
    const world = await World.that(phone);
    void world.store.receive('code');
    await world.fail('phone-denied');
    world.button.onClick?.();
    expect(world.given).toHaveBeenCalledWith(phone);
  });

  it('agrees to the guideline with the same tap, while that is missing', async () => {
    const world = new World();
    world.needed = true;
    void world.store.restore();
    await world.answer(null);
    expect(world.button.openType).toBe('getPhoneNumber|agreePrivacyAuthorization');
    world.needed = false;
    void world.store.receive('code');
    await world.answer(phone);
    const { receive } = world.store;
    expect(askProps(world.store.getState(), { receive, deliver: () => undefined }).openType).toBe('getPhoneNumber');
  });

  it('is busy while a number is on its way', async () => {
    const world = await World.that(null);
    void world.store.receive('code');
    expect(world.button).toEqual({ disabled: true, loading: true });
  });

  it('rests where the person can do nothing', async () => {
    const world = await World.that(null);
    void world.store.receive('code');
    await world.fail('phone-no-quota');
    expect(world.button).toEqual({ disabled: true });
  });
});

describe('forget', () => {
  it('deletes it in the cloud, and then here', async () => {
    const world = await World.that(phone);
    void world.store.forget();
    expect(world.store.getState().state).toMatchObject({ status: 'pending', data: phone });
    await world.answer(null);
    expect(world.routes).toEqual(['phone', 'forgetPhone']);
    expect(world.store.getState().state).toEqual({ status: 'idle' });
  });

  it('keeps the number on the screen where that failed, and can be repeated', async () => {
    const world = await World.that(phone);
    void world.store.forget();
    await world.fail('network');
    expect(world.store.getState()).toMatchObject({ state: { status: 'error', data: phone }, repeatable: true });
    void world.store.recover();
    await world.answer(null);
    expect(world.store.getState().state).toEqual({ status: 'idle' });
  });

  it('is not undone by an answer that was on its way', async () => {
    const world = await World.that(null);
    void world.store.receive('code');
    world.store.reset();
    await world.answer(phone);
    expect(world.store.getState().state).toEqual({ status: 'idle' });
  });
});
