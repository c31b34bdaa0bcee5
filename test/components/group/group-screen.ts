import type { Board } from '../../../cloud/contract/contract';
import { boardWith } from '../../unit/hooks/boards';
import { month } from '../setup/days';
import { FakeWechat, answers } from '../setup/fake-wechat';

export const GROUP = 'group-weekend';

/** A WeChat whose cloud has this board, avatars for whoever is asked for, and no walks. */
export function wechatWith(board: Board = boardWith()): FakeWechat {
  const wechat = new FakeWechat(month);
  Object.assign(wechat.script.routes, {
    'share/board': answers(board),
    'share/enter': answers(board),
    'share/avatars': ({ members }: { members: string[] }) =>
      answers({ urls: members.map((member) => `https://face/${member}`) })(),
    'activity/ofGroup': answers({ activities: [] }),
  });
  return wechat;
}

/** As many members as wanted, me among them at `me`; member `n` walked 50,000 - n steps today and n yesterday. */
export function boardOf(count: number, me = 0): Board {
  const members = Array.from({ length: count }, (_, n) => `m-${String(n).padStart(6, '0')}`);
  return boardWith({
    me,
    members,
    nicknames: members.map((_, n) => `第${n}个`),
    avatars: '1'.repeat(count),
    todaySteps: members.map((_, n) => 50_000 - n),
    yesterdaySteps: members.map((_, n) => n),
  });
}

const lines = (selector: string): readonly string[] =>
  [...document.querySelectorAll(selector)].map((row) =>
    ['rank', 'name', 'value'].map((part) => row.querySelector(`.ranking__${part}`)?.textContent ?? '').join(' '),
  );

/** The rows of the list that are there: rank, name, value. */
export const listed = (): readonly string[] => lines('.group__list .ranking__row');

/** My own row, above the list. */
export const mine = (): string | undefined => lines('.group__mine .ranking__row')[0];

/** rpx that stand in for rows before and after those that are there. */
export function room(): { readonly before: number; readonly after: number } {
  const { firstElementChild: first, lastElementChild: last } = document.querySelector('.ranking') ?? document.body;
  const height = (element: Element | null) =>
    element?.className === 'ranking__rest' ? parseFloat(element.getAttribute('style')?.split(':')[1] ?? '') : 0;
  return { before: height(first), after: height(last) };
}

/** What function `share` was asked, taps on share left out. */
export const asked = (wechat: FakeWechat): readonly unknown[] =>
  wechat.calls
    .filter(({ name, data }) => name === 'share' && data['$url'] !== 'avatars')
    .map(({ data }) => data['$url']);

/** Members whose avatars were asked for, call by call. */
export const facesAsked = (wechat: FakeWechat): readonly (readonly string[])[] =>
  wechat.calls.filter(({ data }) => data['$url'] === 'avatars').map(({ data }) => data['members'] as string[]);

export const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
