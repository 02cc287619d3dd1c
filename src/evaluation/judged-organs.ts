import type { CaseInputs } from '../case/case-inputs';
import { baseOf, requiredOrgans, sidesOf } from '../case/required-organs';
import { type Finding, makeFinding } from '../findings/finding';
import type { OrganEntry } from './assessment';

/** Required organs of which no mandatory goal asks anything in this case: that none is exceeded then says nothing. */
export function judgedOrgansFindings(results: readonly OrganEntry[], { caseFile }: CaseInputs): Finding[] {
  const organs = requiredOrgans(caseFile).filter((organ) => {
    const own = results.filter((result) => isOf(result.organ, organ));
    // What is missing is told as such.
    const isMissing = own.some((result) => result.roi === null && result.organ === organ);
    return !isMissing && !own.some(({ goals }) => goals.some(isAsked));
  });
  return organs.length > 0 ? [makeFinding('required-organ-not-judged', 'warning', { organs })] : [];
}

const isAsked = ({ mandatory, verdict }: { mandatory: boolean; verdict: string }) => mandatory && verdict !== 'not applicable';

/** The organ itself, its sides, and its parts. */
const isOf = (organ: string | null | undefined, whole: string): boolean =>
  organ !== null && organ !== undefined && [whole, ...sidesOf(whole)].some((each) => each === organ || each === baseOf(organ));
