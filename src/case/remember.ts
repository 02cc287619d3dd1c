import { isSame } from '../is-same';

/*
 * A function that remembers what it has answered, by exactly its arguments: what it depends on it takes, and nothing
 * else can be forgotten or be stale.
 */

/** Functions that remember. */
export interface Memory {
  /** The same function, remembering. Its answers must not be changed by those who get them. */
  remember<Args extends readonly unknown[], Result>(of: (...args: Args) => Result): (...args: Args) => Result;
  endRound(): void;
  /** Lets go of every answer. */
  forget(): void;
}

interface Kept<Args, Result> {
  readonly args: Args;
  readonly result: Result;
  usedIn: number;
}

/**
 * A memory of which every answer of a function lives for as long as one of the last two rounds that have asked that
 * function has asked for it.
 */
export function makeMemory(): Memory {
  let round = 0;
  const ends: (() => void)[] = [];
  const forgets: (() => void)[] = [];
  return {
    remember<Args extends readonly unknown[], Result>(of: (...args: Args) => Result) {
      let kept: Kept<Args, Result>[] = [];
      let asked = -1;
      let askedBefore = -1;
      ends.push(() => {
        if (asked === round) kept = kept.filter(({ usedIn }) => usedIn >= askedBefore);
      });
      forgets.push(() => {
        kept = [];
      });
      return (...args: Args): Result => {
        if (asked !== round) [askedBefore, asked] = [asked, round];
        const known = kept.find((each) => isSame(each.args, args));
        if (known) {
          known.usedIn = round;
          return known.result;
        }
        const result = of(...args);
        kept.push({ args, result, usedIn: round });
        return result;
      };
    },
    endRound() {
      for (const end of ends) end();
      round++;
    },
    forget() {
      for (const forget of forgets) forget();
    },
  };
}
