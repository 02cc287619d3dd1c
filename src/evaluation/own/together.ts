import type { CaseCourseInput, Region } from '../../case/case-inputs';
import type { Constraint } from '../../constraints/constraint';
import { type Finding, makeFinding } from '../../findings/finding';
import { type GoalOtherwise, isTurned } from '../../findings/otherwise';
import { tissueFor } from '../../radiobiology/tissue-table';
import type { GoalResult } from '../assessment';
import { constraintsOf, type EvaluationContext } from '../evaluation-context';
import type { PreparedRegion } from '../prepared-region';
import { beside, type TestGoals } from './otherwise';
import { withoutOverride } from './without-override';

/** A single thing that the case sets, as far as one region sees it, with the goals whose verdict it turns. */
interface Single {
  readonly roi: string | undefined;
  readonly turned: readonly Pick<GoalOtherwise, 'roi' | 'goal'>[];
}

/**
 * Goals whose verdict none turns of the things that the case sets by its own word, and all of them together do.
 * @param told the findings on the single ones.
 * @param courses those of the case with the plans' fractions.
 */
export function togetherFindings(
  prepared: PreparedRegion,
  goals: readonly GoalResult[],
  context: EvaluationContext,
  test: TestGoals,
  told: readonly Finding[],
  courses: readonly CaseCourseInput[],
): Finding[] {
  const { region } = prepared;
  const { name: roi } = region;
  const singles = told.flatMap((finding) => singleOf(finding) ?? []).filter((single) => (single.roi ?? roi) === roi);
  if (singles.length < 2) return [];
  const others = test(prepared, { ...context, courses, settings: bare(region, context) });
  const known = singles.flatMap(({ turned }) => turned).filter((each) => each.roi === roi);
  const turned = goals
    .map((goal, g) => beside(roi, goal, others[g]))
    .filter((goal) => isTurned(goal) && !known.some((each) => each.goal === goal.goal));
  return turned.length === 0 ? [] : [makeFinding('own-values-together', 'warning', { roi, goals: turned }, { roi })];
}

/** The settings of one region with what tables and sources have. */
function bare(region: Region, { settings }: EvaluationContext): EvaluationContext['settings'] {
  const tissue = region.tissueOrgan === undefined ? undefined : tissueFor(region.tissueOrgan);
  const fields = [
    ...(tissue ? (['alphaBetaGy', 'alphaBetaSource'] as const) : []),
    ...(tissue?.repair ? (['repairHalfTimeHours'] as const) : []),
    'recovery' as const,
  ];
  return {
    ...withoutOverride(settings, region, fields),
    constraints: constraintsOf(region, settings).map((constraint) => (constraint.own ? asSources(constraint) : constraint)),
  };
}

const asSources = (constraint: Constraint): Constraint => ({
  ...constraint,
  alphaBetaGy: constraint.quantity === 'physical' ? constraint.alphaBetaGy : 'organ',
  recovery: 'none',
  model: undefined,
});

function singleOf(finding: Finding): Single | undefined {
  switch (finding.code) {
    case 'goal-alpha-beta-own':
    case 'model-not-lq':
    case 'repair-half-time-own':
    case 'recovery-own':
      return { roi: finding.facts.roi, turned: (finding.facts.goals ?? []).filter(isTurned) };
    case 'fractions-differ-from-plan':
      return { roi: undefined, turned: (finding.facts.goals ?? []).filter(isTurned) };
    case 'own-alpha-beta':
      return { roi: finding.facts.roi, turned: [] };
    default:
      return undefined;
  }
}
