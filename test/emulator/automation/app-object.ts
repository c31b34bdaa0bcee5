/** The app's own object of a page or component: `this` in its methods. */
export function callMethodOf(self: unknown, method: string, args: readonly unknown[]): unknown {
  const fn: unknown = Reflect.get(Object(self), method);
  if (typeof fn !== 'function') throw new Error(`${method} is not a method of this page or component`);
  return fn.apply(self, args);
}

/** Resolves when the view shows it. */
export function setDataOf(self: unknown, data: Readonly<Record<string, unknown>>): Promise<Record<string, never>> {
  return new Promise((resolve) => callMethodOf(self, 'setData', [data, () => resolve({})]));
}
