import { createConsentStore, type ConsentStore } from '../../../src/hooks/useConsent';
import { OpenDataError } from '../../../src/wechat/open-data-error';
import type { PrivacyRequest, PrivacySetting } from '../../../src/wechat/privacy';
import type { Scopes } from '../../../src/wechat/settings';
import { askedIn, last, settle, type Pending } from './pending';

const contractName = '《同行隐私保护指引》';

/** A WeChat whose answers the test gives. */
class World {
  needed = true;
  readonly listeners: ((request: PrivacyRequest) => void)[] = [];
  readonly settings: Pending<Scopes>[] = [];
  readonly readings: Pending<PrivacySetting>[] = [];
  readonly told: string[] = [];
  contracts = 0;
  /** Whether the test answers `getPrivacySetting` by hand. */
  slow = false;
  readonly store: ConsentStore = createConsentStore({
    getPrivacySetting: () =>
      this.slow ? askedIn(this.readings) : Promise.resolve({ needed: this.needed, contractName }),
    openPrivacyContract: () => Promise.resolve(void (this.contracts += 1)),
    onNeedPrivacy: (listener) => this.listeners.push(listener),
    getSetting: () => Promise.resolve({ 'scope.werun': true }),
    openSetting: () => askedIn(this.settings),
    now: () => 0,
  });

  /** WeChat asks whoever registered last. */
  need(referrer: string): void {
    last(this.listeners)({
      referrer,
      shown: () => this.told.push(`${referrer} shown`),
      agree: (id) => this.told.push(`${referrer} agreed by ${id}`),
      refuse: () => this.told.push(`${referrer} refused`),
    });
  }

  get asking(): string | undefined {
    return this.store.getState().asking;
  }
}

describe('reading', () => {
  it('says what was agreed and granted, and asks the person nothing', async () => {
    const world = new World();
    await world.store.read();
    expect(world.store.getState()).toMatchObject({
      consents: { status: 'success', data: { privacy: { needed: true }, scopes: { 'scope.werun': true } } },
      asking: undefined,
    });
    expect(world.listeners).toHaveLength(0);
  });

  it('does not overwrite an agreement that was given meanwhile', async () => {
    const world = new World();
    await world.store.read();
    world.slow = true;
    const late = world.store.read();
    world.store.agreed();
    last(world.readings).resolve({ needed: true, contractName });
    await late;
    expect(world.store.getState().consents).toMatchObject({ data: { privacy: { needed: false } } });
  });
});

describe('the last registration wins', () => {
  it('so every sheet that comes registers again, whoever did meanwhile', () => {
    const world = new World();
    world.store.present({});
    world.listeners.push(() => world.told.push('somebody else'));
    world.need('getWeRunData');
    world.store.present({});
    world.need('getWeRunData');
    expect(world.told).toEqual(['somebody else', 'getWeRunData shown']);
  });

  it('the page in front asks; when it has left, the one below does', () => {
    const world = new World();
    const below = {};
    world.store.present(below);
    const leave = world.store.present({});
    world.need('getWeRunData');
    expect(world.store.getState().front).not.toBe(below);
    leave();
    expect(world.store.getState().front).toBe(below);
    expect(world.asking).toBe('getWeRunData');
  });

  it('the last sheet to leave refuses what still waits: nothing waits for ever', () => {
    const world = new World();
    const leave = world.store.present({});
    world.need('getWeRunData');
    leave();
    expect(world.told).toEqual(['getWeRunData shown', 'getWeRunData refused']);
    expect(world.asking).toBeUndefined();
  });

  it('WeChat gets its answer also where no page shows the question, and the developer is told', () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const world = new World();
    world.store.present({})();
    world.need('getWeRunData');
    expect(world.told).toEqual(['getWeRunData refused']);
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('no page shows the sheet'));
    warn.mockRestore();
  });
});

describe('the answer', () => {
  it('goes to all who wait, once', () => {
    const world = new World();
    world.store.present({});
    world.need('getWeRunData');
    world.need('button.chooseAvatar');
    world.store.agree('button');
    world.store.agree('button');
    expect(world.told.slice(2)).toEqual(['getWeRunData agreed by button', 'button.chooseAvatar agreed by button']);
  });

  it('is known from then on', async () => {
    const world = new World();
    world.store.present({});
    await world.store.read();
    world.need('getWeRunData');
    world.store.agree('button');
    expect(world.store.getState().consents).toMatchObject({ data: { privacy: { needed: false } } });
  });
});

describe('ways out', () => {
  const error = (code: OpenDataError['code']) => new OpenDataError(code, code);

  it('of a refused scope: the settings, and going on where it is granted there', async () => {
    const world = new World();
    const granted = world.store.recover(error('scope-denied'), 'scope.werun');
    last(world.settings).resolve({ 'scope.werun': true });
    expect(await granted).toBe(true);
    const refused = world.store.recover(error('scope-denied'), 'scope.werun');
    last(world.settings).resolve({});
    expect(await refused).toBe(false);
  });

  it('of a refused guideline: the sheet', async () => {
    const world = new World();
    world.store.present({});
    const agreed = world.store.recover(error('privacy-denied'), 'scope.werun');
    await settle();
    expect(world.asking).toBeDefined();
    world.store.agree('button');
    expect(await agreed).toBe(true);
    const refused = world.store.ensurePrivacy();
    await settle();
    world.store.refuse();
    expect(await refused).toBe(false);
  });

  it('of a refused guideline, where no page shows the sheet: WeChat asks by its own popup', async () => {
    const world = new World();
    expect(await world.store.recover(error('privacy-denied'), 'scope.werun')).toBe(true);
    expect(world.asking).toBeUndefined();
  });

  it('of anything else: asking again', async () => {
    const world = new World();
    expect(await world.store.recover(error('network'), 'scope.werun')).toBe(true);
  });

  it('that WeChat does not open are told in the state', async () => {
    const world = new World();
    const visit = world.store.openSetting();
    last(world.settings).reject(error('api-unsupported'));
    await visit;
    expect(world.store.getState().consents).toMatchObject({ status: 'error', error: { code: 'api-unsupported' } });
  });
});
