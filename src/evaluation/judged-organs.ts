import type { CaseInputs } from '../case/case-inputs';
import { baseOf, requiredOrgans, sidesOf } from '../case/required-organs';
import { type Finding, makeFinding } from '../findings/finding';
import type { OrganEntry } from './assessment';

/**
 * Required organs of which no mandatory goal asks anything in this case, missing ones too: that none is exceeded then
 * says nothing of them. One that the patient is said not to have is none of them.
 * @param asked the organs that the goals of each result ask of, in their order: an ROI of the organ's name that the case
 *   takes for another organ is held to both.
 */
export function organsNotJudged(
  results: readonly OrganEntry[],
  { caseFile }: Pick<CaseInputs, 'caseFile'>,
  asked: readonly (readonly string[])[],
): string[] {
  return requiredOrgans(caseFile).filter((organ) => {
    const own = results.filter((result) => isOf(result.organ, organ));
    const isAbsent = own.some((result) => result.roi === null && result.organ === organ && result.absent !== undefined);
    const isJudgedByName = results.some(({ goals }, n) => goals.some((goal, g) => isAsked(goal) && asked[n]?.[g] === organ));
    return !isAbsent && !isJudgedByName && !own.some(({ goals }) => goals.some(isAsked));
  });
}

/** That they are not judged; what is missing is told as such. */
export function judgedOrgansFindings(notJudged: readonly string[], results: readonly OrganEntry[]): Finding[] {
  const organs = notJudged.filter((organ) => !results.some((result) => result.roi === null && result.organ === organ));
  return organs.length > 0 ? [makeFinding('required-organ-not-judged', 'warning', { organs })] : [];
}

const isAsked = ({ mandatory, verdict }: { mandatory: boolean; verdict: string }) => mandatory && verdict !== 'not applicable';

/** The organ itself, its sides, and its parts. */
const isOf = (organ: string | null | undefined, whole: string): boolean =>
  organ !== null && organ !== undefined && [whole, ...sidesOf(whole)].some((each) => each === organ || each === baseOf(organ));
