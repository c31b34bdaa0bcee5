import type { ClientInput } from '../../../cloud/contract/contract';
import { createPlanStore, type PlanStore } from '../../../src/hooks/usePlan/store';
import { Cloud } from './cloud-script';
import { settle } from './pending';
import { noon, walkWith } from './walks';

const texts = { title: '香山环线', place: '香山公园', meetingPoint: '地铁香山站 A 口' };

let cloud: Cloud;
let stored: unknown;
let names: number;
let receive: jest.Mock;
let store: PlanStore;

/** What a page makes when it opens. */
const open = (): PlanStore =>
  createPlanStore('group-weekend', {
    callFunction: cloud.callFunction,
    randomName: () => Promise.resolve(String((names += 1)).repeat(32)),
    stored: { read: () => stored, keep: (value) => (stored = value), drop: () => (stored = undefined) },
    receive,
    now: () => noon,
  });

beforeEach(() => {
  cloud = new Cloud();
  stored = undefined;
  names = 0;
  receive = jest.fn();
  store = open();
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

const sent = (n: number) => cloud.calls[n]?.input as ClientInput<'activity', 'create'>;
/** The cloud's answer to the `n`th call: the walk that it asked for. */
const made = (n: number) => {
  const { requestId: _id, ...plan } = sent(n);
  return walkWith({ ...plan, organizer: true });
};

it('a draft that is a walk now is done', async () => {
  store.edit({ ...texts, title: ' 香山环线 ' });
  const sending = store.send();
  await settle();
  expect(stored).toMatchObject({ ...texts, title: ' 香山环线 ', requestId: '1'.repeat(32) });
  await cloud.answer(0, made(0));
  expect(await sending).toEqual(made(0));
  expect(receive).toHaveBeenCalledWith(made(0));
  expect(stored).toBeUndefined();
  expect(store.getState()).toMatchObject({ draft: { title: '' }, faults: {}, state: { status: 'success' } });
});

it('what is typed while it is being sent stays, and becomes a walk of its own', async () => {
  store.edit(texts);
  void store.send();
  await settle();
  store.edit({ title: '另一次' });
  await cloud.answer(0, made(0));
  expect(receive).toHaveBeenCalledWith(made(0));
  expect(store.getState().draft).toMatchObject({ ...texts, title: '另一次' });
  expect(stored).toEqual(store.getState().draft);
  expect(store.getState().draft.requestId).toBeUndefined();
  void store.send();
  await settle();
  expect(sent(1)).toMatchObject({ title: '另一次', requestId: '2'.repeat(32) });
});

it('what is typed and taken back while it is being sent changes nothing', async () => {
  store.edit(texts);
  void store.send();
  await settle();
  store.edit({ title: '另一次' });
  store.edit({ title: '香山环线' });
  await cloud.answer(0, made(0));
  expect(stored).toBeUndefined();
});

it('what is typed on a page that was opened since is kept when the answer to the first one comes', async () => {
  store.edit(texts);
  void store.send();
  await settle();
  open().edit({ title: '另一次' });
  await cloud.answer(0, made(0));
  expect(receive).toHaveBeenCalledWith(made(0));
  expect(open().getState().draft).toMatchObject({ ...texts, title: '另一次' });
});

it('what is typed on both pages since stays on both, and the one typed last is kept', async () => {
  store.edit(texts);
  void store.send();
  await settle();
  store.edit({ title: '这一页' });
  const other = open();
  other.edit({ title: '另一页' });
  await cloud.answer(0, made(0));
  expect(store.getState().draft).toMatchObject({ title: '这一页' });
  expect(other.getState().draft).toMatchObject({ title: '另一页' });
  expect(stored).toMatchObject({ title: '另一页' });
});

it('an answer that got lost leaves the draft and its request', async () => {
  store.edit(texts);
  void store.send();
  await settle();
  await cloud.fail(0, 'network');
  expect(store.getState().state).toMatchObject({ status: 'error' });
  void store.send();
  await settle();
  expect(sent(1).requestId).toBe(sent(0).requestId);
});

it('a walk that was made and is gone since, with all of the person, is made anew by another tap', async () => {
  store.edit(texts);
  void store.send();
  await settle();
  await cloud.fail(0, 'activity-missing');
  expect(store.getState()).toMatchObject({
    draft: texts,
    state: { status: 'error', error: { code: 'activity-missing' } },
  });
  expect(stored).toEqual(expect.not.objectContaining({ requestId: expect.anything() as unknown }));
  const sending = store.send();
  await settle();
  expect(sent(1).requestId).not.toBe(sent(0).requestId);
  await cloud.answer(1, made(1));
  expect(await sending).toEqual(made(1));
});

it('writes nothing back where the draft is gone too, or another page has written its own', async () => {
  store.edit(texts);
  void store.send();
  await settle();
  stored = undefined;
  await cloud.fail(0, 'activity-missing');
  expect(stored).toBeUndefined();
  void store.send();
  await settle();
  open().edit({ title: '另一次' });
  await cloud.fail(1, 'activity-missing');
  expect(stored).toMatchObject({ title: '另一次' });
});
