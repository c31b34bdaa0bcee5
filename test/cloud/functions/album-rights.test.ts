import { contract, type Photo } from '../../../cloud/contract/contract';
import { type Albums, startAlbums } from '../albums';
import { dataOf, group, otherGroup } from '../groups';

const roles = ['author', 'member', 'member of another group', 'who has left', 'stranger', 'nobody'] as const;
type Role = (typeof roles)[number];

/** What each gets, in the order of `roles`; codes, or what a success shows. */
const table: Readonly<Record<string, readonly string[]>> = {
  page: ['pending passed', 'passed', ...outside()],
  'page of their own group': ['', '', '', 'not-a-member', 'not-a-member', 'not-signed-in'],
  'open what passed': ['url', 'url', ...outside()],
  'open what is pending': ['url', 'null', ...outside()],
  'open what passed, as if of their own group': [
    'null',
    'null',
    'null',
    'not-a-member',
    'not-a-member',
    'not-signed-in',
  ],
  'add the author’s upload': ['pending', 'forbidden', ...outside()],
  'add an upload of their own': ['pending', 'pending', ...outside()],
  'remove, as if of their own group': ['done', 'done', 'done', 'not-a-member', 'not-a-member', 'not-signed-in'],
  remove: ['done', 'forbidden', ...outside()],
};

function outside(): readonly string[] {
  return ['not-a-member', 'not-a-member', 'not-a-member', 'not-signed-in'];
}

const cells = Object.entries(table).flatMap(([action, results]) =>
  roles.map((role, index) => ({ role, action, result: results[index] ?? 'missing' })),
);

describe('who may do what with a photo', () => {
  let albums: Albums;
  let people: Readonly<Record<Role, string | undefined>>;
  let passed: Photo;
  let pending: Photo;
  let upload: string;
  const answers: string[] = [];

  beforeAll(async () => {
    albums = await startAlbums();
    const { wechat } = albums;
    const author = await wechat.member('安');
    const member = await wechat.member('波');
    const elsewhere = await wechat.member('陈', otherGroup);
    const left = await wechat.member('丁');
    await wechat.enter(author, otherGroup);
    await wechat.enter(member, otherGroup);
    await wechat.quit(left);
    people = {
      author,
      member,
      'member of another group': elsewhere,
      'who has left': left,
      stranger: await wechat.person(),
      nobody: undefined,
    };
  });
  beforeEach(async () => {
    const { author = '' } = people;
    passed = await albums.passed(author);
    upload = await albums.upload(author);
    pending = dataOf<Photo>(await albums.add(author, upload));
  });
  afterEach(async () => {
    for (const photo of [passed, pending]) await albums.remove(people.author ?? '', photo.photo);
  });
  afterAll(() => albums.wechat.stop());

  const doing: Readonly<Record<string, (who: string | undefined) => Promise<{ answer: unknown }>>> = {
    page: (who) => albums.call(who, 'page', { group, cursor: null }),
    'page of their own group': (who) => albums.call(who, 'page', { group: otherGroup, cursor: null }),
    'open what passed': (who) => albums.call(who, 'open', { group, photos: [passed.photo] }),
    'open what is pending': (who) => albums.call(who, 'open', { group, photos: [pending.photo] }),
    'open what passed, as if of their own group': (who) =>
      albums.call(who, 'open', { group: otherGroup, photos: [passed.photo] }),
    'add the author’s upload': (who) => albums.call(who, 'add', { group, fileID: upload }),
    'add an upload of their own': async (who) =>
      albums.call(who, 'add', { group, fileID: await albums.upload(who ?? 'nobody') }),
    'remove, as if of their own group': (who) => albums.call(who, 'remove', { group: otherGroup, photo: passed.photo }),
    remove: (who) => albums.call(who, 'remove', { group, photo: passed.photo }),
  };

  function resultOf(answer: unknown): string {
    const { ok, data, error } = answer as { ok: boolean; data?: object; error?: { code: string } };
    if (!ok) return error?.code ?? 'no code';
    const { photos, urls, state } = data as { photos?: Photo[]; urls?: (string | null)[]; state?: string };
    if (photos)
      return photos
        .filter(({ photo }) => [passed.photo, pending.photo].includes(photo))
        .map((each) => each.state)
        .join(' ');
    if (urls) return urls.map((url) => (url === null ? 'null' : 'url')).join(' ');
    return state ?? 'done';
  }

  test.each(cells)('$role: $action -> $result', async ({ role, action, result }) => {
    const { answer } = (await doing[action]?.(people[role])) ?? {};
    answers.push(JSON.stringify(answer));
    expect(resultOf(answer)).toBe(result);
    const isGone = action === 'remove' && role === 'author';
    const kept = await albums.open(people.author ?? '', [passed.photo, pending.photo]);
    expect(kept.map((url) => url !== null)).toEqual([!isGone, true]);
  });

  test('every route of the contract is in the table', () => {
    const routes = Object.keys(table).map((action) => action.split(/[ ,]/)[0]);
    expect([...new Set(routes)].sort()).toEqual(Object.keys(contract.album).sort());
  });

  test('none of these answers names anybody', () => {
    const openids = Object.values(people).filter((openid) => openid !== undefined);
    expect(answers).toHaveLength(cells.length);
    expect(openids.filter((openid) => answers.some((answer) => answer.includes(openid)))).toEqual([]);
  });
});
