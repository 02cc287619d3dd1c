import { normalisedName, ORGAN_NAMES } from '../constraints/organ-name-table';
import { withoutInvisible } from '../printable';
import { wholeOf } from './required-organs';

/** From this many letters on a name of an organ is one wherever it stands in a word (`lung` is in `Behandlung`). */
const LETTERS_ANYWHERE = 5;
/** Chinese and Japanese names are of few signs and not parted by anything. */
const IDEOGRAPHS = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2,}$/u;

/**
 * The organ of those asked about that the name of an ROI speaks of without being its name: `SpinalCord` of `SpinalCord_low`. It is
 * never taken for the organ; it only may not be passed over in silence.
 */
export function organInName(roi: string, organs: readonly string[]): string | undefined {
  const inWords = longestNamed(wordsOf(roi), organs);
  if (inWords !== undefined) return inWords;
  const whole = normalisedName(roi);
  for (const [name, { organ }] of ORGAN_NAMES.byName) {
    const isTelling = name.length >= LETTERS_ANYWHERE || IDEOGRAPHS.test(name);
    if (isTelling && whole.includes(name) && organs.includes(wholeOf(organ))) return wholeOf(organ);
  }
  return undefined;
}

/** What the names of organs begin with: a run of words is gone on with as long as it may become one, however many follow. */
const BEGINNINGS: ReadonlySet<string> = new Set(
  [...ORGAN_NAMES.byName.keys()].flatMap((name) => Array.from({ length: name.length }, (_, n) => name.slice(0, n + 1))),
);

/** The organ that the most words name together; of as many the first. */
function longestNamed(words: readonly string[], organs: readonly string[]): string | undefined {
  let [longest, found]: [number, string | undefined] = [0, undefined];
  for (let from = 0; from < words.length; from++) {
    let name = '';
    for (let to = from; to < words.length; to++) {
      name += words[to];
      if (!BEGINNINGS.has(name)) break;
      const organ = to - from + 1 > longest ? organCalled(name) : undefined;
      if (organ !== undefined && organs.includes(organ)) [longest, found] = [to - from + 1, organ];
    }
  }
  return found;
}

/** The whole organ of a name, also of one that leaves the side open (`lung`). */
function organCalled(name: string): string | undefined {
  const found = ORGAN_NAMES.byName.get(name) ?? ORGAN_NAMES.byName.get(`${name}l`);
  return found && wholeOf(found.organ);
}

const wordsOf = (text: string): string[] =>
  withoutInvisible(text)
    .normalize('NFKC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{L})(\p{N})/gu, '$1 $2')
    .replace(/(\p{N})(\p{L})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
