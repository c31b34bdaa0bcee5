import { versionTypeOf } from '../../../cloud/functions/activity/version-type';

const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
afterEach(() => warn.mockClear());

it.each(['develop', 'trial', 'release'])('%s opens that version', (configured) => {
  expect(versionTypeOf(configured)).toBe(configured);
  expect(warn).not.toHaveBeenCalled();
});

it.each([undefined, ''])('nothing configured (%j) opens the released one', (configured) => {
  expect(versionTypeOf(configured)).toBe('release');
  expect(warn).not.toHaveBeenCalled();
});

it('a slip of the pen stops nothing, and the log says so', () => {
  expect(versionTypeOf('Trial')).toBe('release');
  expect(warn).toHaveBeenCalledWith(expect.stringContaining('"Trial"'));
});
