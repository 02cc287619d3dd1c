import { isSame } from './is-same';

/**
 * The same function, remembering its last answers by exactly their arguments, the last asked for at the front. For those
 * who hold it: what it remembers goes with it. Its answers must not be changed by those who get them.
 * @param most answers that are kept.
 */
export function rememberLast<Args extends readonly unknown[], Result>(
  most: number,
  of: (...args: Args) => Result,
): (...args: Args) => Result {
  const kept: { readonly args: Args; readonly result: Result }[] = [];
  return (...args: Args): Result => {
    const at = kept.findIndex((each) => isSame(each.args, args));
    if (at === 0) return kept[0].result;
    const [known] = at > 0 ? kept.splice(at, 1) : [{ args, result: of(...args) }];
    kept.unshift(known);
    if (kept.length > most) kept.pop();
    return known.result;
  };
}
