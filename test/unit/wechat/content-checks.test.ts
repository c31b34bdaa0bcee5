import { checkPicture, markPicture } from '../../emulator/wechat/content/pictures';
import { checkText } from '../../emulator/wechat/content/text';
import type { PushMessage } from '../../emulator/wechat/content/types';
import { APP_ID, newPlatform } from './platform';

/** A platform whose pushes are kept. */
async function withReceiver() {
  const made = await newPlatform();
  const pushes: PushMessage[] = [];
  let heard: () => void = () => undefined;
  const end = made.platform.onPush((push) => {
    pushes.push(push);
    heard();
    return Promise.resolve();
  });
  const nextPush = () => new Promise<void>((resolve) => (heard = resolve));
  return { ...made, pushes, nextPush, end };
}

test.each([
  ['周末一起去走走', 'pass', 100],
  ['线上赌 博', 'risky', 20006],
  ['加微信领优惠券', 'review', 10001],
  ['加微信参加赌博', 'risky', 20006],
] as const)('the text %s is %s', (text, suggest, label) => {
  expect(checkText(text)).toEqual({ suggest, label });
});

test('a picture is refused by its mark alone', () => {
  const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]);
  expect(checkPicture(picture)).toBe('pass');
  expect(checkPicture(markPicture(picture, 'risky'))).toBe('risky');
  expect(checkPicture(markPicture(picture, 'review'))).toBe('review');
});

test('a verdict is pushed some seconds later, by the moved clock, in the shape of wxa_media_check', async () => {
  const { platform, clock, ann, pushes, nextPush, end } = await withReceiver();
  const { traceId } = await platform.contentChecks.submit(ann, 'risky');
  expect(platform.contentChecks.all).toMatchObject([{ traceId, state: 'pending', suggest: 'risky' }]);
  expect(pushes).toEqual([]);
  const pushed = nextPush();
  clock.advance(5_000);
  await pushed;
  expect(pushes).toMatchObject([
    {
      FromUserName: ann,
      MsgType: 'event',
      Event: 'wxa_media_check',
      appid: APP_ID,
      trace_id: traceId,
      version: 2,
      errcode: 0,
      result: { suggest: 'risky', label: 21000 },
    },
  ]);
  end();
});

test('it can be pushed at once, and again; each is pushed once by itself', async () => {
  const { platform, ann, pushes, end } = await withReceiver();
  const { traceId } = await platform.contentChecks.submit(ann, 'pass');
  expect(await platform.contentChecks.deliver()).toBe(1);
  expect(await platform.contentChecks.deliver()).toBe(0);
  expect(await platform.contentChecks.deliver(traceId)).toBe(1);
  expect(pushes.map(({ trace_id }) => trace_id)).toEqual([traceId, traceId]);
  end();
});

test('somebody at WeChat may judge otherwise', async () => {
  const { platform, ann, pushes, end } = await withReceiver();
  const { traceId } = await platform.contentChecks.submit(ann, 'pass');
  await platform.contentChecks.deliver(traceId, 'risky');
  expect(pushes).toMatchObject([{ result: { suggest: 'risky' } }]);
  expect(platform.contentChecks.all).toMatchObject([{ state: 'delivered', suggest: 'risky' }]);
  await expect(platform.contentChecks.deliver('another')).rejects.toThrow('there is no check another');
  end();
});

test('a file that could not be fetched has no result', async () => {
  const { platform, ann, pushes, end } = await withReceiver();
  await platform.contentChecks.submit(ann, 'unreachable');
  await platform.contentChecks.deliver();
  expect(pushes[0]).toMatchObject({ errcode: -1008, detail: [] });
  expect(pushes[0]).not.toHaveProperty('result');
  end();
});

test('what waited over a restart is pushed to whoever receives then', async () => {
  const first = await newPlatform();
  const { traceId } = await first.platform.contentChecks.submit(first.ann, 'pass');
  await expect(first.platform.contentChecks.deliver()).rejects.toThrow('--push-receiver');
  const second = await newPlatform(first.storage);
  second.clock.advance(60_000);
  const trace = await new Promise<string>((resolve) => {
    const end = second.platform.onPush((push) => {
      resolve(push.trace_id);
      end();
      return Promise.resolve();
    });
  });
  expect(trace).toBe(traceId);
});

test('what is killed before the receiver has answered is pushed after the next start', async () => {
  const { platform, storage, ann } = await newPlatform();
  const pushes: string[] = [];
  const never = platform.onPush((push) => {
    pushes.push(push.trace_id);
    return new Promise(() => undefined);
  });
  const { traceId } = await platform.contentChecks.submit(ann, 'pass');
  void platform.contentChecks.deliver();
  expect(pushes).toEqual([traceId]);
  expect(await platform.contentChecks.deliver()).toBe(0);
  never();
  const second = await newPlatform(storage);
  const end = second.platform.onPush((push) => {
    pushes.push(push.trace_id);
    return Promise.resolve();
  });
  await second.platform.contentChecks.deliver();
  expect(pushes).toEqual([traceId, traceId]);
  expect(second.platform.contentChecks.all).toMatchObject([{ state: 'delivered' }]);
  end();
});

test('a receiver that fails is told of, and not asked again', async () => {
  const { platform, clock, ann } = await newPlatform();
  const end = platform.onPush(() => Promise.reject(new Error('no such function')));
  await platform.contentChecks.submit(ann, 'pass');
  await platform.contentChecks.deliver();
  clock.advance(60_000);
  expect(platform.contentChecks.all).toMatchObject([{ state: 'failed', error: 'no such function' }]);
  end();
});
