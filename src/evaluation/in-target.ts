import type { Region, Undrawn, UnusableRoi } from '../case/case-inputs';
import { ESOPHAGUS_OUTSIDE_PTV } from '../constraints/usual-derived';
import { makeReason, type OutsideTarget } from '../findings/reasons';
import type { GoalResult, HeadroomResult, OrganResult } from './assessment';
import { evaluateConstraint } from './evaluate-constraint';
import { constraintsOf, type EvaluationContext, tissueModelOf } from './evaluation-context';
import { OrganDoses, type OrganGiven } from './organ-doses';
import type { PreparedRegion } from './prepared-region';

/*
 * The oesophagus of an oesophageal re-irradiation lies in the target: there it breaks a limit because it is treated, and
 * no scaling of the plan that follows from that is advice. What lies outside is judged apart.
 */

/**
 * Tells apart the goals of the whole oesophagus that only the part in the planned PTV breaks: the part outside meets the
 * same limit under the same rules. They stay exceeded, are marked `inTarget`, and give no factor on the planned dose.
 * Where the part outside breaks a goal too, the factor told is that of the part outside; the factor of a goal that is
 * met is marked where the part in the target turns first.
 * All of it lies in the target only where the part outside was made and found without volume. Where neither is known
 * nothing is told apart, and what is exceeded counts as outside.
 * @param organs the results of `regions`, one for each, in their order.
 * @param undrawn where a part outside that has no volume stands, and whether the case names planned targets.
 * @param goalsOf the goals of a whole organ on the part outside (see `goalsOutside`).
 */
export function tellTargetApart(
  organs: readonly OrganResult[],
  regions: readonly PreparedRegion[],
  { unusable, hasNamedTargets }: Pick<Undrawn, 'unusable'> & { readonly hasNamedTargets: boolean },
  goalsOf: (whole: Region, outside: PreparedRegion) => readonly GoalResult[],
): OrganResult[] {
  return organs.map((organ, n) => {
    const whole = regions[n];
    if (whole.region.organ !== 'Esophagus') return organ;
    const isOutside = (made: Pick<UnusableRoi, 'derived' | 'madeOf'>) => isPart(made, whole.region.name);
    const outside = regions.find(({ region }) => isOutside(region));
    const empty = unusable.find((made) => made.why === 'empty' && isOutside(made));
    const madeOf = outside?.region.madeOf ?? empty?.madeOf;
    if (!madeOf) return organ;
    const goals = outside ? goalsOf(whole.region, outside) : undefined;
    const taken = {
      ptvs: madeOf.filter((name) => name !== whole.region.name),
      ptvsFrom: hasNamedTargets ? ('case' as const) : ('structures' as const),
    };
    return { ...organ, goals: organ.goals.map((goal, g) => apart(goal, goals?.[g], taken)) };
  });
}

/** Only what the program made itself is known to be the oesophagus against the planned PTVs, whatever bears its name. */
const isPart = ({ derived, madeOf }: Pick<UnusableRoi, 'derived' | 'madeOf'>, whole: string): boolean =>
  derived?.byProgram === true && derived.makes === ESOPHAGUS_OUTSIDE_PTV && madeOf?.includes(whole) === true;

/**
 * The goals of a whole organ, tested on the part of it that lies outside the target, with the whole organ's model.
 * @param outside what that part was given.
 */
export function goalsOutside(whole: Region, outside: OrganGiven, context: EvaluationContext): GoalResult[] {
  const doses = new OrganDoses(outside);
  const tissue = tissueModelOf(whole, context);
  return constraintsOf(whole, context.settings).map((constraint) =>
    evaluateConstraint(constraint, { region: whole, doses, tissue, context, withHeadroom: true }),
  );
}

/**
 * @param outside the same goal on the part outside the target; undefined where nothing lies outside.
 * @param taken what was taken for the planned PTV.
 */
function apart(goal: GoalResult, outside: GoalResult | undefined, taken: Pick<OutsideTarget, 'ptvs' | 'ptvsFrom'>): GoalResult {
  if (goal.scope === 'prior') return goal;
  if (goal.verdict === 'exceeded' && (!outside || outside.verdict === 'met')) {
    const facts = outside && outside.value !== null ? { outside: outside.value, limit: outside.limit, unit: outside.unit } : {};
    return {
      ...goal,
      inTarget: true,
      ...makeReason('exceeded-in-target', { ...facts, ...taken }),
      headroom: makeReason('no-headroom-in-target', {}),
    };
  }
  const { headroom } = goal;
  if (!headroom || !('plannedScale' in headroom) || headroom.from) return goal;
  const outsideScale = scaleOf(outside?.headroom);
  const isTargetFirst = !outside || (outside.verdict === goal.verdict && (outsideScale ?? Infinity) > headroom.plannedScale);
  if (!isTargetFirst) return goal;
  if (goal.verdict === 'met') return { ...goal, headroom: { ...headroom, until: 'target' } };
  if (goal.verdict !== 'exceeded' || !outside?.headroom) return goal;
  // Exceeded outside as well: the plan is judged by what it does there.
  if (outsideScale === undefined) return { ...goal, headroom: outside.headroom };
  return { ...goal, headroom: makeReason('headroom-outside-target', { times: outsideScale, inTarget: headroom.plannedScale }) };
}

const scaleOf = (headroom: HeadroomResult | undefined): number | undefined =>
  headroom && 'plannedScale' in headroom ? headroom.plannedScale : undefined;
