import { Random } from '../../fuzz/random';

/* What the killed processes write: a number at both ends, and between them now a little, now much. */

const LEAST = 1000;
const MOST = 8_000_000;

/** As a case or a draft would be, of 1 kB to 8 MB, each size as likely as its double. */
export const numbered = (n: number): string => {
  const size = Math.round(LEAST * (MOST / LEAST) ** Random.of(11, n).next());
  return `{"number":${n},"text":"${'x'.repeat(size)}","end":${n}}\n`;
};

/** The number of what was written whole. @returns undefined where it was not. */
export function numberOf(text: string): number | undefined {
  try {
    const { number, end } = JSON.parse(text) as { number: number; end: number };
    return number === end && text === numbered(number) ? number : undefined;
  } catch {
    return undefined;
  }
}
