/** tcb-router 1.1.2 brings no types. Declared is what is used of it. */
declare module 'tcb-router' {
  export default class TcbRouter<Body> {
    constructor(options: { readonly event: { readonly $url: string } });
    /** What `serve()` resolves with: a handler sets it. */
    body?: Body;
    router(path: string, handler: (context: TcbRouter<Body>, next: () => Promise<void>) => Promise<void>): void;
    /** Resolves with `undefined` where no route matched; rejects as the handler does. */
    serve(): Promise<Body | undefined>;
  }
}
