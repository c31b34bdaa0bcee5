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

const updatable = { activityId: 'a1', templateId: 't1', parameters: [{ name: 'member_count', value: '3' }] };

describe('armShareMenu', () => {
  it('asks for tickets', async () => {
    const asked = menuThat({ showShareMenu: true, updateShareMenu: true });
    await armShareMenu();
    expect(asked).toEqual([{ api: 'showShareMenu', option: { withShareTicket: true, menus: ['shareAppMessage'] } }]);
  });

  it('makes cards follow something, with a ticket, and after the menu is there', async () => {
    const asked = menuThat({ showShareMenu: true, updateShareMenu: true });
    await armShareMenu(updatable);
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

  it('never says isUpdatableMessage: false, which takes the ticket away on iOS', async () => {
    const asked = menuThat({ showShareMenu: true, updateShareMenu: true });
    await armShareMenu(updatable);
    await armShareMenu();
    expect(asked).toHaveLength(3);
    expect(asked.filter(({ option }) => option['isUpdatableMessage'] === false)).toEqual([]);
  });

  it('resolves only once WeChat has taken it over', async () => {
    menuThat({ showShareMenu: true, updateShareMenu: { errMsg: 'updateShareMenu:fail timeout' } });
    await expect(armShareMenu(updatable)).rejects.toMatchObject({ code: 'timeout' });
  });

  it('says that WeChat is too old where there is no such menu', async () => {
    menuThat({ showShareMenu: true });
    await expect(armShareMenu(updatable)).rejects.toMatchObject({ code: 'api-unsupported' });
  });
});
