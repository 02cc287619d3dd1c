import { organWord } from '../constraints/organ-word';
import { ORGAN_WORDS } from '../constraints/organ-words';
import { type Assessment, type MissingOrgan, missingOrgans } from '../evaluation/assessment';
import type { NotContoured, ReasonCode } from '../findings/reasons';

/* Organs that are not there, said to a reader: what is absent must not read as clean. */

/** Of organs that stand for one limit, those that are named. */
const MOST_NAMES = 3;

const NOT_RECOGNISED = 'not contoured under a name that is recognised';
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

/** `SpinalCord (not contoured)`, `Lungs (one side alone: Lung_R)` */
function inShort(missing: MissingOrgan): string {
  const { organ, code } = missing;
  const { hasUnknownNames, drawn } = shortFacts(missing);
  const how = code === 'organ-not-contoured' && hasUnknownNames ? NOT_RECOGNISED : (IN_SHORT[code] ?? 'could not be made');
  const side = code === 'organ-side-missing' ? ': ' : '; drawn: ';
  return `${organ} (${how}${drawn.length > 0 ? side + drawn.join(', ') : ''})`;
}

/** What a few words on a missing organ are made of: whether ROIs have unknown names, and what is drawn of it. */
export function shortFacts({ facts }: Pick<MissingOrgan, 'facts'>) {
  const {
    hasUnknownNames = false,
    unmatched = [],
    related,
    drawn = [],
  } = facts as Partial<NotContoured> & { drawn?: readonly string[] };
  return { hasUnknownNames: hasUnknownNames || unmatched.length > 0, drawn: related ?? drawn };
}

const counts = ({ required, absent, goals }: MissingOrgan): boolean =>
  !absent && (required || goals.some(({ mandatory }) => mandatory));

/** Organs whose absence counts: required ones, and such as are contoured in a way that cannot be used. */
export const countedMissing = ({ organs }: Pick<Assessment, 'organs'>): readonly string[] =>
  missingOrgans(organs).filter(counts).map(inShort);

/** Required organs that the goals of the case judge in nothing, and those for their cumulative dose; undefined where there is none. */
export function notJudgedSentence({ overall }: Pick<Assessment, 'overall'>): string | undefined {
  const { inNothing, forSum } = notJudged(overall);
  const said = [
    inNothing.length > 0 && `Not judged, for no mandatory goal that applies is asked of it: ${inNothing.join(', ')}.`,
    forSum.length > 0 &&
      `Not judged for the cumulative dose, for the mandatory goals are on the prior or the planned courses alone: ${forSum.join(', ')}.`,
  ].filter((each) => each !== false);
  return said.length > 0 ? said.join(' ') : undefined;
}

/** Required organs that are not judged: in nothing, or for the cumulative dose alone. */
export function notJudged({ requiredNotJudged = [], requiredJudgedAlone = [] }: Assessment['overall']) {
  return { inNothing: requiredNotJudged.filter((organ) => !requiredJudgedAlone.includes(organ)), forSum: requiredJudgedAlone };
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
    others.length > 0 &&
      `Asked for by the goals and not there under a name that is recognised; counted nowhere: ${others.map(othersInShort).join(', ')}.`,
  ].filter((said) => said !== false);
}

/** Of organs that stand for one limit, those that are named, and how many more there are; nothing of others. */
export function namesOfOne({ organ, code, facts }: Pick<MissingOrgan, 'organ' | 'code' | 'facts'>) {
  const { organs = [organ] } = facts as Partial<NotContoured>;
  if (code !== 'organ-not-contoured' || organs.length < 2) return undefined;
  return { names: organs.slice(0, MOST_NAMES), more: Math.max(0, organs.length - MOST_NAMES) };
}

function othersInShort(missing: MissingOrgan): string {
  const one = namesOfOne(missing);
  const word = (id: string) => organWord(ORGAN_WORDS, id);
  if (one) return `any of ${one.names.map(word).join(' / ')}${one.more > 0 ? ` and ${one.more} more` : ''}`;
  return missing.code === 'organ-not-contoured' ? word(missing.organ) : inShort(missing);
}
