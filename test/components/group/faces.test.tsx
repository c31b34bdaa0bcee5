/** Avatars on the board, and how often they are asked for. */
import { boardWith } from '../../unit/hooks/boards';
import { answers, fails } from '../setup/fake-wechat';
import { launchGroup } from '../setup/launch';
import { GROUP, facesAsked, wait, wechatWith } from './group-screen';

const offline = fails({ errMsg: 'cloud.callFunction:fail request:fail' });

/** The pictures in the list; who has none is an empty one. */
const faces = () =>
  [...document.querySelectorAll('.group__list img')].map((image) => image.getAttribute('src')).filter(Boolean);
const opened = async () => {
  const wechat = wechatWith(boardWith({ avatars: '110' }));
  let version = 0;
  const later = (avatars: string) => {
    version += 1;
    wechat.script.routes['share/board'] = answers(boardWith({ avatars }));
  };
  wechat.script.routes['share/avatars'] = ({ members }) =>
    answers({ urls: (members as string[]).map((member) => `https://face/${member}/${version}`) })();
  const launched = await launchGroup(wechat, GROUP);
  const rest = () => launched.settle(() => wait(200));
  const pullDown = async () => {
    await launched.pullDown();
    await rest();
  };
  return { ...launched, wechat, later, rest, pullDown };
};

it('faces of those who are there are asked for, and of nobody else', async () => {
  const wechat = wechatWith(boardWith({ avatars: '010' }));
  const { settle } = await launchGroup(wechat, GROUP);
  await settle(() => wait(200));
  expect(facesAsked(wechat)).toEqual([['bo-00001']]);
  const sources = [...document.querySelectorAll('.group__list img')].map((image) => image.getAttribute('src'));
  expect(sources).toEqual(['', 'https://face/bo-00001', '']);
});

it('faces that could not be had are asked for again with the next board, once', async () => {
  const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  const { wechat, later, rest, pullDown } = await opened();
  const route = wechat.script.routes['share/avatars'] ?? answers({});
  wechat.script.routes['share/avatars'] = offline;
  await rest();
  expect([faces(), warn.mock.calls]).toEqual([[], [expect.anything()]]);
  wechat.script.routes['share/avatars'] = route;
  later('110');
  await pullDown();
  expect(faces()).toEqual(['https://face/ann-0001/1', 'https://face/bo-00001/1']);
  expect(facesAsked(wechat)).toHaveLength(2);
  warn.mockRestore();
});

it('faces change with the board; one that WeChat is judging is not shown', async () => {
  const { wechat, later, rest, pullDown } = await opened();
  await rest();
  later('100');
  await pullDown();
  expect(faces()).toEqual(['https://face/ann-0001/1']);
  later('110');
  await pullDown();
  expect(faces()).toEqual(['https://face/ann-0001/2', 'https://face/bo-00001/2']);
  expect(facesAsked(wechat)).toEqual([['ann-0001', 'bo-00001'], ['ann-0001'], ['ann-0001', 'bo-00001']]);
});

it('faces cost one call a board that was read, and none for a switch or steps of mine', async () => {
  const { wechat, tap, rest, show, pullDown } = await opened();
  wechat.script.routes['share/setVisible'] = answers(boardWith({ avatars: '110', visible: false }));
  await rest();
  await tap('昨天');
  await tap('对这个群隐藏步数');
  await show();
  await rest();
  expect(facesAsked(wechat)).toHaveLength(1);
  wechat.script.routes['share/board'] = offline;
  await pullDown();
  expect(facesAsked(wechat)).toHaveLength(1);
});
