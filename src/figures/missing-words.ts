import { type Assessment, type MissingOrgan, missingOrgans } from '../evaluation/assessment';
import type { ReasonCode } from '../findings/reasons';

/* Organs that are not there, said to a reader: what is absent must not read as clean. */

/** Of organs that stand for one limit, those that are named. */
const MOST_NAMES = 3;

const IN_SHORT: Partial<Record<ReasonCode, string>> = {
  'organ-not-contoured': 'not contoured',
  'organ-without-volume': 'no volume',
  'organ-in-another-frame': 'in another frame of reference',
  'organ-without-number': 'no ROI number',
  'organ-side-missing': 'one side alone',
  'organ-ambiguous-parts': 'ambiguous',
  'roi-not-evaluated': 'not evaluated',
  'question-open': 'said to be absent, and drawn',
};

/** `SpinalCord (not contoured)` */
const inShort = ({ organ, code }: MissingOrgan): string => `${organ} (${IN_SHORT[code] ?? 'could not be made'})`;

const counts = ({ required, absent, goals }: MissingOrgan): boolean =>
  !absent && (required || goals.some(({ mandatory }) => mandatory));

/** Organs whose absence counts: required ones, and such as are contoured in a way that cannot be used. */
export const countedMissing = ({ organs }: Pick<Assessment, 'organs'>): readonly string[] =>
  missingOrgans(organs).filter(counts).map(inShort);

/** Required organs that the goals of the case judge in nothing; undefined where there is none. */
export function notJudgedSentence({ overall: { requiredNotJudged = [] } }: Pick<Assessment, 'overall'>): string | undefined {
  if (requiredNotJudged.length === 0) return undefined;
  return `Not judged, for no mandatory goal that applies is asked of it: ${requiredNotJudged.join(', ')}.`;
}

/** What is missing, in sentences to be read with the verdict; the worst first. */
export function missingSentences({ organs }: Pick<Assessment, 'organs'>): readonly string[] {
  const missing = missingOrgans(organs);
  const needed = missing.filter(counts);
  const absent = missing.flatMap(({ organ, absent: word }) => (word ? [`${organ} (${word.why}; ${word.by}, ${word.on})`] : []));
  const others = missing.filter((each) => !each.absent && !counts(each));
  return [
    needed.length > 0 && `Required and not evaluated: ${needed.map(inShort).join(', ')}.`,
    absent.length > 0 && `The patient has none, by the user's word; counted nowhere: ${absent.join(', ')}.`,
    others.length > 0 && `Asked for by the goals and not there; counted nowhere: ${others.map(othersInShort).join(', ')}.`,
  ].filter((said) => said !== false);
}

/** Of organs that stand for one limit, all. */
function othersInShort(missing: MissingOrgan): string {
  if (missing.code !== 'organ-not-contoured') return inShort(missing);
  const { organs } = missing.facts as { organs: readonly string[] };
  if (organs.length < 2) return missing.organ;
  const more = organs.length - MOST_NAMES;
  return `any of ${organs.slice(0, MOST_NAMES).join(' / ')}${more > 0 ? ` and ${more} more` : ''}`;
}
