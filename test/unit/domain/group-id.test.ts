import { acceptedGroupId, groupOf } from '../../../cloud/domain/groups/group-id';

const [one, other] = ['tGroupOfWalkers', 'tGroupOfReaders'];

describe('which group the data names', () => {
  test('is told by the one id that this deployment takes', () => {
    expect(acceptedGroupId).toBe('opengid');
    expect(groupOf({ opengid: one })).toEqual({ group: one, source: 'opengid' });
    expect(groupOf({ opengid: one, openGId: other })).toEqual({ group: one, source: 'opengid' });
    expect(groupOf({ opengid: one, openGId: other }, 'openGId')).toEqual({ group: other, source: 'openGId' });
    expect(groupOf({ openGId: other }, 'either')).toEqual({ group: other, source: 'openGId' });
  });

  test.each([
    [{ openGId: one }, 'opengid', 'api-unsupported'],
    [{ opengid: one }, 'openGId', 'api-unsupported'],
    [{}, 'opengid', 'group-wrong-scene'],
    [{}, 'either', 'group-wrong-scene'],
    [{ opengid: 'group:openid' }, 'opengid', 'cloud-error'],
    [{ opengid: 'short' }, 'opengid', 'cloud-error'],
  ] as const)('%p is refused where %s is taken', (data, accepted, code) => {
    expect(() => groupOf(data, accepted)).toThrow(expect.objectContaining({ code }) as Error);
  });
});
