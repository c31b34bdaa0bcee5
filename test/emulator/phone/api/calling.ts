/**
 * WeChat's calling convention: one argument with `success`, `fail` and `complete`, and a Promise where none of the
 * three is given (developers.weixin.qq.com/miniprogram/dev/framework/app-service/api.html).
 */
import { fail, toFailure } from './failure';
import { jsonCopy, typeName } from './json';

type Callback = (result: never) => void;

interface Callbacks {
  readonly success?: Callback;
  readonly fail?: Callback;
  readonly complete?: Callback;
}

type SuccessResult<O extends Callbacks> = Omit<Parameters<NonNullable<O['success']>>[0], 'errMsg'>;

/** What an API hands to `success`, without the `errMsg` that the convention adds. */
export type Answer<O extends Callbacks> = keyof SuccessResult<O> extends never ? void : SuccessResult<O>;

/** Does the work of one API; throws or rejects with an `ApiFailure` or with what the bridge rejected with. */
export type Work<O extends Callbacks> = (options: Partial<O>) => Answer<O> | Promise<Answer<O>>;

export type PromisedApi<O extends WechatMiniprogram.AsyncMethodOptionLike> = <T extends O = O>(
  option?: T,
) => WechatMiniprogram.PromisifySuccessResult<T, O>;

const kinds = new WeakMap<object, 'promised' | 'callbackOnly'>();

/** How a function of `wx` answers; undefined = at once, it is synchronous. */
export function apiKind(fn: object): 'promised' | 'callbackOnly' | undefined {
  return kinds.get(fn);
}

export class Calling {
  /** `reportError` gets what a callback of the app throws. */
  constructor(private readonly reportError: (error: unknown) => void) {}

  /**
   * An API that answers callbacks, or with a Promise where none is given. `copy` makes what app code gets; only an
   * answer that holds a live object (an event channel) goes without the JSON copy.
   */
  promised<O extends Callbacks & WechatMiniprogram.AsyncMethodOptionLike>(
    name: string,
    work: Work<O>,
    copy: (answer: Answer<O>) => Answer<O> = jsonCopy,
  ): PromisedApi<O> {
    const call = (option?: O): unknown => {
      if (hasCallback(option)) return this.run(name, option, work, copy);
      return new Promise((resolve, reject) => {
        this.run(name, { ...asObject<O>(option), success: resolve, fail: reject }, work, copy);
      });
    };
    kinds.set(call, 'promised');
    return call as PromisedApi<O>;
  }

  /** An API that WeChat documents without Promise: callbacks only, returns undefined. */
  callbackOnly<O extends Callbacks>(name: string, work: Work<O>): (option?: O) => void {
    const call = (option?: O): void => this.run(name, asObject<O>(option), work, jsonCopy);
    kinds.set(call, 'callbackOnly');
    return call;
  }

  private run<O extends Callbacks>(
    name: string,
    options: Partial<O>,
    work: Work<O>,
    copy: (answer: Answer<O>) => Answer<O>,
  ): void {
    void (async () => {
      try {
        const answer = copy(await work(options));
        this.settle(options.success, options.complete, { ...answer, errMsg: `${name}:ok` });
      } catch (thrown) {
        this.settle(options.fail, options.complete, jsonCopy(toFailure(name, thrown)));
      }
    })();
  }

  /** Both callbacks in a task of their own, as messages from WeChat's native side arrive. */
  private settle(first: Callback | undefined, complete: Callback | undefined, result: object): void {
    setTimeout(() => {
      for (const callback of [first, complete]) {
        if (typeof callback !== 'function') continue;
        try {
          callback(result as never);
        } catch (error) {
          this.reportError(error);
        }
      }
    }, 0);
  }
}

/** WeChat's own check of a required string: `navigateTo:fail parameter error: parameter.url should be String instead of Undefined;` */
export function requireString(api: string, options: object, key: string): string {
  const value: unknown = Reflect.get(options, key);
  if (typeof value === 'string') return value;
  throw fail(api, `parameter error: parameter.${key} should be String instead of ${typeName(value)};`);
}

function hasCallback<O extends Callbacks>(option: O | undefined): option is O {
  const options = asObject<O>(option);
  return [options.success, options.fail, options.complete].some((callback) => typeof callback === 'function');
}

function asObject<O extends object>(option: O | undefined): Partial<O> {
  return typeof option === 'object' && option !== null ? option : {};
}
