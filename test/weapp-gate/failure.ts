/** What WeChat's compilers or limits have against the built mini program: printed as it is, without a stack. */
export class GateFailure extends Error {
  override readonly name = 'GateFailure';
}
