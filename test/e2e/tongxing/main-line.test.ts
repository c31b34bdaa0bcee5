/** The main line, as it can be walked anywhere: in the local WeChat and in DevTools, by somebody new or not. */
import { Person } from '../person';

it('leads from a tap to the chart', async () => {
  const person = await Person.withPhone();
  try {
    await person.goHome();
    await person.sees(/查看我的步数|日均/);
    if ((await person.count('.notice__action')) > 0) {
      await person.tap('.notice__action');
      await person.allowUntil('.step-count__number', '.privacy-sheet__agree');
    }
    expect(await person.read('.step-count__number')).toMatch(/^[\d,]+$/);
    expect(await person.count('.bar')).toBeGreaterThan(0);
  } finally {
    person.leave();
  }
});
