import { matchOrgan } from '../constraints/organ-names';
import { TARGET_KINDS } from '../constraints/target-names';
import type { CaseAnswer } from './case-file';
import type { Region } from './case-inputs';

/** The organ that a region's own name says, where the case takes it for another; undefined where it does not. */
export function organByName({ names, organ, match }: Pick<Region, 'names' | 'organ' | 'match'>): string | undefined {
  if (match.code !== 'by-user' || organ === undefined) return undefined;
  const named = names.map((each) => matchOrgan(each).organ).find((each) => each !== undefined);
  return named === organ ? undefined : named;
}

/**
 * Whether what is named like one organ may be taken for another without a word for it: the name says that it holds the
 * whole of that organ (its canal, a margin about it), or both are targets. Otherwise a wrong pick loses an organ.
 */
export function losesNoOrgan(named: string, taken: string): boolean {
  if (named === `${taken}_PRV`) return true;
  if (taken === 'SpinalCord' && HOLDS_CORD.test(named)) return true;
  return isTarget(named) && isTarget(taken);
}

/** The regions, with those marked that are taken for another organ than they are called and that nobody has answered for. */
export const withQuestions = (regions: readonly Region[], answers: readonly CaseAnswer[] = []): Region[] =>
  regions.map((region) => {
    const named = organByName(region);
    if (named === undefined || losesNoOrgan(named, region.organ!)) return region;
    const isAnswered = answers.some(
      ({ code, roi = region.name }) => code === 'roi-taken-against-its-name' && roi === region.name,
    );
    return isAnswered ? region : { ...region, isInQuestion: true };
  });

const HOLDS_CORD = /^(SpinalCanal|ThecalSac)(_PRV)?$/;

/** Whether an organ's id is that of a target. */
export const isTarget = (organ: string): boolean => (TARGET_KINDS as readonly string[]).includes(organ);
