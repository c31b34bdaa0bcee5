/** A project written by hand as WeChat's tutorials write (test/fixtures/tutorial), by the same person, on the same phone. */
import { onLocalWeChat } from '../stage';

onLocalWeChat('a tutorial project', (here) => {
  it('renders lists and templates, and follows taps with setData', async () => {
    await here().person.sees('Hello 1001');
    await here().person.sees('还剩 1 项');
    await here().person.tap('.item');
    await here().person.sees('还剩 2 项');
  });

  it('submits a form with what was typed', async () => {
    await here().person.type('.new-todo', '吃饭');
    await here().person.tap('.add');
    await here().person.sees('3. 吃饭');
  });

  it('bubbles bindtap and stops at catchtap', async () => {
    await here().person.tap('.bubbles');
    expect(await here().person.reads('.taps', '内外')).toBe('内外');
    await here().person.tap('.caught');
    expect(await here().person.reads('.taps', '内外内')).toBe('内外内');
  });

  it('calls an unbundled cloud function through its own wx-server-sdk', async () => {
    await here().person.tap('button.openid');
    expect(await here().person.reads('.openid-text', here().openid)).toBe(here().openid);
    const [call] = await here().calls();
    expect(call?.console.map(({ text }) => text).join()).toContain(here().openid);
  });

  it('shows the steps by a CloudID at the top level, and the plain text of a nested one arrives', async () => {
    await here().person.tap('.to-steps');
    await here().person.isAt('pages/steps/steps');
    await here().person.tap('.get');
    await here().person.allow();
    await here().person.allow();
    await here().person.sees(/今天 \d+ 步/);
    expect(await here().person.count('.day')).toBe(31);
    const call = (await here().calls()).at(-1);
    expect(call?.result).toMatchObject({ nestedIs: 'string' });
  });

  it('goes through an event channel to a page and back', async () => {
    await here().person.tap('.to-detail');
    await here().person.sees('好吗');
    await here().person.tap('button.answer');
    await here().person.isAt('pages/index/index');
    await here().person.sees('很好');
  });
});
