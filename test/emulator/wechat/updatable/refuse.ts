import type { UpdatableAnswer } from './types';

/** `go by the number`: the texts are not WeChat's. */
export const refuse = (errcode: number, errmsg: string): UpdatableAnswer => ({ errcode, errmsg });
