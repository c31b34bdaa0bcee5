import { armShareMenu } from '../../../src/wechat/share-menu';

interface Asked {
  readonly api: string;
  readonly option: Record<string, unknown>;
}

/** A `wx` with these answers; a text is a failure. */
function menuThat(answers: Readonly<Record<string, object | true>>): Asked[] {
  const asked: Asked[] = [];
  const api = (name: string, answer: object | true) => [
    name,
    ({ success, fail, ...option }: { success: () => void; fail: (reason: object) => void }) => {
      asked.push({ api: name, option });
      setImmediate(() => (answer === true ? success() : fail(answer)));
    },
  ];
  const wx = Object.fromEntries(Object.entries(answers).map(([name, answer]) => api(name, answer))) as object;
  Object.assign(globalThis, { wx });
  return asked;
}

const isWanted = () => true;
const ordinary = { followed: false, isWanted };

const updatable = { activityId: 'a1', templateId: 't1', parameters: [{ name: 'member_count', value: '3' }] };

describe('armShareMenu', () => {
  it('asks for tickets', async () => {
    const asked = menuThat({ showShareMenu: true, updateShareMenu: true });
    await expect(armShareMenu(ordinary)).resolves.toBe(true);
    expect(asked).toEqual([{ api: 'showShareMenu', option: { withShareTicket: true, menus: ['shareAppMessage'] } }]);
  });

  it('makes cards follow something, with a ticket, and after the menu is there', async () => {
    const asked = menuThat({ showShareMenu: true, updateShareMenu: true });
    await expect(armShareMenu({ ...ordinary, updatable })).resolves.toBe(true);
    expect(asked[1]).toEqual({
      api: 'updateShareMenu',
      option: {
        withShareTicket: true,
        isUpdatableMessage: true,
        activityId: 'a1',
        templateInfo: { templateId: 't1', parameterList: updatable.parameters },
      },
    });
  });

  it('ends what the cards followed in a call of its own: beside the ticket that takes the ticket away on iOS', async () => {
    const asked = menuThat({ showShareMenu: true, updateShareMenu: true });
    await armShareMenu({ ...ordinary, updatable });
    await armShareMenu(ordinary);
    await armShareMenu({ followed: true, isWanted });
    expect(asked.slice(2)).toEqual([
      { api: 'showShareMenu', option: { withShareTicket: true, menus: ['shareAppMessage'] } },
      { api: 'showShareMenu', option: { withShareTicket: true, menus: ['shareAppMessage'] } },
      { api: 'updateShareMenu', option: { isUpdatableMessage: false } },
    ]);
  });

  it('goes one after the other, and does nothing for what is not wanted any more', async () => {
    const asked = menuThat({ showShareMenu: true, updateShareMenu: true });
    let wanted = true;
    const first = armShareMenu({ updatable, followed: false, isWanted: () => wanted });
    const second = armShareMenu({ updatable, followed: true, isWanted: () => false });
    const third = armShareMenu({ followed: true, isWanted });
    await new Promise((done) => setImmediate(done));
    // Between its two calls another page came in front.
    wanted = false;
    await expect(Promise.all([first, second, third])).resolves.toEqual([false, false, true]);
    expect(asked.map(({ api }) => api)).toEqual(['showShareMenu', 'showShareMenu', 'updateShareMenu']);
    expect(asked[2]?.option).toEqual({ isUpdatableMessage: false });
  });

  it('gives the next its turn where one failed, or WeChat never answers', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate'] });
    const asked = menuThat({ showShareMenu: true, updateShareMenu: { errMsg: 'updateShareMenu:fail' } });
    const failed = armShareMenu({ ...ordinary, updatable });
    await expect(failed).rejects.toMatchObject({ code: 'cloud-error' });
    Object.assign(globalThis, { wx: { showShareMenu: () => asked.push({ api: 'silent', option: {} }) } });
    const silent = armShareMenu(ordinary);
    const refused = expect(silent).rejects.toMatchObject({ code: 'timeout' });
    await Promise.resolve();
    await jest.advanceTimersByTimeAsync(5_000);
    await refused;
    jest.useRealTimers();
    menuThat({ showShareMenu: true });
    await expect(armShareMenu(ordinary)).resolves.toBe(true);
  });

  it('resolves only once WeChat has taken it over', async () => {
    menuThat({ showShareMenu: true, updateShareMenu: { errMsg: 'updateShareMenu:fail timeout' } });
    await expect(armShareMenu({ ...ordinary, updatable })).rejects.toMatchObject({ code: 'timeout' });
  });

  it('says that WeChat is too old where there is no such menu', async () => {
    menuThat({ showShareMenu: true });
    await expect(armShareMenu({ ...ordinary, updatable })).rejects.toMatchObject({ code: 'api-unsupported' });
  });
});
