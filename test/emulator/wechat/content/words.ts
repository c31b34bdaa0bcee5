/**
 * What this WeChat's content checks refuse. WeChat's own lists are not public; these are enough to see every answer.
 * Labels: server/API/sec-center/sec-check (100 normal, 10001 advertisement, 20001 politics, 20002 porn, 20003 abuse,
 * 20006 crime, 20008 fraud, 20012 vulgar, 20013 copyright, 21000 other).
 */
import type { Suggestion } from './types';

export const NORMAL = 100;
/** What a picture is that carries a mark: pictures.ts. */
export const OTHER = 21000;

export interface Finding {
  readonly suggest: Suggestion;
  readonly label: number;
}

/** Words by what they are found to be; spaces between their characters, and case, do not hide them. */
export const WORDS: readonly (Finding & { readonly words: readonly string[] })[] = [
  { suggest: 'risky', label: 20002, words: ['色情', '裸聊', '约炮'] },
  { suggest: 'risky', label: 20003, words: ['去死吧', '傻逼'] },
  { suggest: 'risky', label: 20006, words: ['赌博', '贩毒', '枪支'] },
  { suggest: 'risky', label: 20008, words: ['刷单返利', '代开发票'] },
  // Sample of the official page.
  { suggest: 'risky', label: 20001, words: ['特3456书yuuo莞6543李zxcz蒜7782法fgnv级'] },
  { suggest: 'review', label: 10001, words: ['加微信', '优惠券', '兼职日结'] },
  { suggest: 'review', label: 20012, words: ['屁股'] },
];
