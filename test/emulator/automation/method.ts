import type { Params } from './params';

/** Answers one method of the protocol; what it throws becomes `error.message`. */
export type Method = (params: Params) => unknown;

/** Methods by their full name (`Page.getData`). */
export type Methods = Readonly<Record<string, Method>>;
