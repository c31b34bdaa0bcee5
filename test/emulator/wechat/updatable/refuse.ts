import type { UpdatableAnswer } from './types';

/** WeChat's number; the text is ours. */
export const refuse = (errcode: number, errmsg: string): UpdatableAnswer => ({ errcode, errmsg });
