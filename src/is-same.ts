/**
 * Whether two values are the same to everybody who reads them: identical, or plain data (objects, arrays) of the same
 * values. Anything with a class of its own (typed arrays, maps, functions) is the same only as itself.
 */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((value, n) => isSame(value, b[n]));
  }
  if (!isPlain(a) || !isPlain(b)) return false;
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every((name) => Object.hasOwn(b, name) && isSame((a as Plain)[name], (b as Plain)[name]));
}

type Plain = Readonly<Record<string, unknown>>;
const isPlain = (value: object): boolean => {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};
