/** A plain object: neither an array nor an instance of a class (a Date, a BSON type). */
export function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // Not compared to Object.prototype: JSON may have been parsed in another realm of this process.
  return prototype === null || (Object.getPrototypeOf(prototype) === null && !Array.isArray(value));
}
