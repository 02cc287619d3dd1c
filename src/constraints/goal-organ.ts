import { normalisedName, ORGAN_NAMES } from './organ-name-table';
import { matchOrgan } from './organ-names';
import { partBehind } from './organ-part';

/**
 * The organ that a goal is meant for, told from its name as an ROI's is: `spinal cord` is SpinalCord. Undefined where
 * the name is not known. A target or a margin by a name of its own (`PTV_5040`, `SpinalCord_PRV03`) is no organ: nothing
 * but the ROI of that name is it.
 */
export function goalOrgan(name: string): string | undefined {
  const { organ, kind, marginMm } = matchOrgan(name);
  if (kind === 'organ') return organ;
  if (kind === 'target') return organ === name ? organ : undefined;
  if (kind === 'PRV') return marginMm === undefined ? organ : name;
  const part = partBehind(name);
  const whole = part === '' ? undefined : matchOrgan(name.slice(0, -part.length));
  return whole?.kind === 'organ' ? `${whole.organ}${part}` : undefined;
}

const SUGGESTED = 3;

/**
 * The names that are most like one that is not known: those given, and organs, by whichever of their names is most like
 * it. None for a name that says nothing.
 */
export function nearestNames(name: string, others: readonly string[]): string[] {
  const wanted = normalisedName(name);
  if (wanted === '') return [];
  const known = new Map<string, readonly string[]>(others.map((each) => [each, [each]]));
  for (const { organ, tg263, synonyms } of ORGAN_NAMES.entries) known.set(organ, [organ, ...tg263, ...synonyms]);
  return [...known]
    .map(([each, names]) => ({ each, edits: Math.min(...names.map((of) => editsBetween(wanted, normalisedName(of)))) }))
    .sort((a, b) => a.edits - b.edits)
    .slice(0, SUGGESTED)
    .map(({ each }) => each);
}

/** The same behind what is needed; nothing where there are none. */
export function nearestWords(name: string, others: readonly string[]): string {
  const nearest = nearestNames(name, others);
  return nearest.length > 0 ? `; nearest are ${nearest.join(', ')}` : '';
}

/** Longer than the name of any structure: what is longer is not compared letter by letter. */
const LONGEST_NAME = 300;

/** How many letters have to be put in, taken out or changed (Levenshtein 1966); of a long name, no fewer than these. */
function editsBetween(a: string, b: string): number {
  if (Math.max(a.length, b.length) > LONGEST_NAME) return Math.abs(a.length - b.length);
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length];
}
