/** `Date` of app code: the moved clock instead of the machine's, otherwise the real one. */
export function movedDate(now: () => number): DateConstructor {
  return new Proxy(Date, {
    construct(target, args: unknown[], newTarget) {
      const given = args.length === 0 ? [now()] : args;
      return Reflect.construct(target, given, newTarget) as Date;
    },
    apply: () => new Date(now()).toString(),
    get(target, key, receiver) {
      return key === 'now' ? now : (Reflect.get(target, key, receiver) as unknown);
    },
  });
}
