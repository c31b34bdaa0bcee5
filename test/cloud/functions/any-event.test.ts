import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import type { FunctionName, Photo } from '../../../cloud/contract/contract';
import { jpeg } from '../../pictures';
import { startAlbums } from '../albums';
import { type Fields, type Make, madeBy, openData, sendAnything, type World } from '../any-event';
import { group, otherGroup, startGroups } from '../groups';
import { type Harness, startHarness } from '../harness';
import { hour, startWalks } from '../walks';

interface WorldOf<F extends FunctionName> extends World {
  readonly fields: Fields<F>;
}

const hex = fc.stringMatching(/^[0-9a-f]{32}$/);
const groupId = fc.oneof(
  { weight: 6, arbitrary: fc.constant(group) },
  fc.constant(otherGroup),
  fc.stringMatching(/^[\w-]{8,64}$/),
);
const upTo = fc.integer({ min: -1, max: 4 });
const oftenOneOf = (known: readonly string[]) => fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known) }, hex);

/** Ids of files: of uploads, of what was never uploaded, and of nothing. */
const fileID = (wechat: Harness, callers: readonly string[], folder: string): fc.Arbitrary<unknown> => {
  const upload = (bytes: Uint8Array): Make => {
    return async (openid) =>
      (await wechat.cloud.files.upload(openid, `${folder}/${randomBytes(16).toString('hex')}.jpg`, bytes)).fileID;
  };
  return fc.oneof(
    { weight: 3, arbitrary: madeBy(callers, upload(jpeg(20, 10))) },
    madeBy(callers, upload(Buffer.from('no picture'))),
    fc
      .tuple(fc.constantFrom('cloud://test.local-test', 'cloud://other', ''), hex, fc.string())
      .map(([env, name, rest]) => `${env}/${folder}/${name}.jpg${rest}`),
  );
};

const worlds: { readonly [F in FunctionName]: () => Promise<WorldOf<F>> } = {
  async opendata() {
    const wechat = await startHarness();
    const callers = [await wechat.person(), await wechat.person()];
    return {
      wechat,
      callers,
      fields: { weRun: { werun: openData(callers, (openid) => wechat.weRun(openid)) }, steps: {} },
    };
  },

  async me() {
    const wechat = await startHarness();
    const callers = [await wechat.person(), await wechat.person()];
    const code = async (openid: string) => (await wechat.phoneButton(openid)).code;
    const cloudID = async (openid: string) => (await wechat.phoneButton(openid)).cloudID ?? '';
    const nothing = { phone: {}, forgetPhone: {}, profile: {}, forgetEverything: {} };
    return {
      wechat,
      callers,
      fields: {
        ...nothing,
        phoneByCode: { code: fc.oneof(madeBy(callers, code), fc.string()) },
        phoneByCloudID: { phone: openData(callers, cloudID) },
        saveNickname: { nickname: fc.string({ unit: 'grapheme', maxLength: 40 }), turn: upTo },
        saveAvatar: { fileID: fileID(wechat, callers, 'avatars') },
      },
    };
  },

  async share() {
    const wechat = await startGroups();
    const callers = [await wechat.member('安'), await wechat.member('波'), await wechat.person()];
    const { members } = await wechat.board(callers[0] ?? '');
    const memberId = fc.oneof(fc.constantFrom(...members), fc.stringMatching(/^[\w-]{8}$/));
    return {
      wechat,
      callers,
      fields: {
        enter: { group: openData(callers, (openid) => wechat.groupData(openid)) },
        board: { group: groupId },
        avatars: { group: groupId, members: fc.array(memberId, { maxLength: 32 }) },
        groups: {},
        setVisible: { group: groupId, member: memberId, visible: fc.boolean(), turn: upTo },
        leave: { group: groupId, member: memberId },
        tapped: {
          page: fc.constantFrom('home', 'group', 'activity', 'elsewhere'),
          from: fc.constantFrom('button', 'menu', ''),
          requestId: hex,
        },
      },
    };
  },

  async album() {
    const albums = await startAlbums();
    const { wechat } = albums;
    const callers = [await wechat.member('安'), await wechat.member('波'), await wechat.person()];
    const [ann = '', bo = ''] = callers;
    const photos = [await albums.passed(ann), await albums.passed(ann), await albums.passed(bo)].map(
      ({ photo }) => photo,
    );
    const pending = await albums.add(bo);
    if (pending.ok) photos.push((pending.data as Photo).photo);
    const cursor = fc.oneof(fc.constant(null), fc.stringMatching(/^[\w.:-]{1,90}$/));
    return {
      wechat,
      callers,
      fields: {
        page: { group: groupId, cursor },
        add: { group: groupId, fileID: fileID(wechat, callers, 'album') },
        open: { group: groupId, photos: fc.array(oftenOneOf(photos), { maxLength: 26 }) },
        remove: { group: groupId, photo: oftenOneOf(photos) },
      },
    };
  },

  async activity() {
    const wechat = await startWalks();
    const callers = [await wechat.walker('安'), await wechat.walker('波'), await wechat.person()];
    const [ann = '', bo = ''] = callers;
    const made = [
      await wechat.create(ann),
      await wechat.create(ann, { places: 1 }),
      await wechat.create(bo, { phoneNeeded: true }),
      await wechat.create(bo, { places: 500 }),
    ];
    const walk = { activity: oftenOneOf(made.map(({ activity }) => activity)) };
    const moment = fc.constantFrom(-1, 2, 5, 30, 100 * 24).map((hours) => wechat.clock.now() + hours * hour);
    const text = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom('环湖走一圈', ' 北门 ') },
      fc.string({ unit: 'grapheme', maxLength: 70 }),
    );
    const plan = {
      title: text,
      startsAt: moment,
      endsAt: moment,
      place: text,
      meetingPoint: text,
      places: fc.integer({ min: 0, max: 501 }),
      phoneNeeded: fc.boolean(),
    };
    return {
      wechat,
      callers,
      fields: {
        create: { requestId: hex, group: groupId, ...plan },
        detail: walk,
        mine: {},
        ofGroup: { group: groupId },
        join: { ...walk, turn: upTo },
        leave: { ...walk, turn: upTo },
        start: walk,
        cancel: walk,
        card: walk,
        shared: walk,
      },
    };
  },
};

describe.each(Object.keys(worlds) as FunctionName[])('any JSON to any route of %s', (name) => {
  let world: World;
  beforeAll(async () => {
    world = await worlds[name]();
  });
  afterAll(() => world.wechat.stop());

  test('gets an answer of the contract, and a refusal writes nothing', () => sendAnything(name, world, 200), 120_000);
});

describe('genuine open data among anything else', () => {
  let wechat: Harness;
  beforeAll(async () => {
    wechat = await startHarness();
  });
  afterAll(() => wechat.stop());

  test('is kept only when the whole event is right', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 2 }), async (rest) => {
        const person = await wechat.person();
        const werun = await wechat.weRun(person);
        const event = { ...rest, $url: 'weRun', werun };
        const surplus = Object.keys(event).some((name) => !['$url', 'werun', 'userInfo', 'tcbContext'].includes(name));
        const { answer } = await wechat.send({ openid: person, event, cloudIDs: { werun } });
        expect(answer.ok).toBe(!surplus);
        const kept = wechat.stored().some((document) => (document as { _id: string })._id === person);
        expect(kept).toBe(answer.ok);
      }),
      { numRuns: 60 },
    );
  });
});
