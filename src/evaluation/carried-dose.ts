import type { CaseCourseInput, CaseInputs, Region } from '../case/case-inputs';
import { isGoalWith } from '../constraints/goal-roles';
import { CoveredDistribution } from '../dvh/covered-distribution';
import type { DoseDistribution } from '../dvh/distribution';
import { formatMetric, type Metric } from '../dvh/metric';
import { metricOf } from '../dvh/metric-value';
import { answerDose } from '../effect/answer-dose';
import type { TissueModel } from '../effect/dose-question';
import { phasesOf } from '../effect/given-course';
import { type Finding, makeFinding } from '../findings/finding';
import { constraintsOf, evaluationContext, tissueModelOf } from './evaluation-context';
import { isAlike, WHOLE } from './organ-displacement';
import type { OrganGiven } from './organ-doses';
import { ownAnatomyResults, ownDistribution } from './own-anatomy';
import type { PreparedRegion } from './prepared-region';
import { settingsOf } from './settings-of';

/*
 * A course's dose in an organ on its own contours, against what is carried onto today's. Bounds of this program's own:
 * no registration error that anybody would let pass, and no way of drawing, makes such a difference.
 */
const GROSS_GY = 10;
const GROSS_SHARE = 0.5;

/** From here a difference between an organ's dose then and the same dose carried onto today's contours is said. */
const NOTICEABLE_GY = 3;
const NOTICEABLE_SHARE = 0.1;

/** Whether two near maxima (Gy EQD2) of one organ and course differ by more than drawing it anew makes. */
export const isNoticeable = (ownGy: number, carriedGy: number): boolean =>
  Math.abs(carriedGy - ownGy) > Math.max(NOTICEABLE_GY, NOTICEABLE_SHARE * ownGy);

/** The same of a mean, which is steadier than the hottest of an organ and has lower limits. */
const NOTICEABLE_MEAN_GY = 1;

/**
 * From which loss on a course is told beside others, Gy EQD2: what is noticeable of the one with the most dose, shared by
 * those that have less, where they have lost that much together. A sum is held to one limit, however many are in it.
 */
function leastLossGy(nears: readonly { readonly ownGy: number; readonly carriedGy: number }[]): number {
  const less = nears.filter(({ ownGy, carriedGy }) => carriedGy < ownGy);
  const lostGy = less.reduce((sum, { ownGy, carriedGy }) => sum + ownGy - carriedGy, 0);
  const highestGy = Math.max(0, ...less.map(({ ownGy }) => ownGy));
  const bound = Math.max(NOTICEABLE_GY, NOTICEABLE_SHARE * highestGy);
  return lostGy > bound ? bound / less.length : Infinity;
}

/** Whether two doses (Gy EQD2) of one organ and course cannot be of the same tissue. */
export const isGrossDifference = (ownGy: number, carriedGy: number): boolean => {
  const differenceGy = Math.abs(ownGy - carriedGy);
  return differenceGy > GROSS_GY && differenceGy > GROSS_SHARE * Math.max(ownGy, carriedGy);
};

/**
 * Organs that have quite another dose of a prior course today than on the course's own contours: each asks. What differs
 * by less is told of each course here where there are several; of a single one the results tell it.
 */
export function carriedDoseFindings(inputs: CaseInputs, prepared: readonly PreparedRegion[]): Finding[] {
  const { courses, caseFile } = inputs;
  const context = evaluationContext(
    courses,
    { ...NOTHING_ASKED, overrides: caseFile.organs ?? {}, ofCase: caseFile.organs ?? {} },
    [],
  );
  const isOneOfSeveral = courses.filter(({ role }) => role === 'prior').length > 1;
  return prepared.flatMap((each): Finding[] => {
    const { region, own } = each;
    const carried = own.filter(({ course }) => !courses[course].isApart);
    // Where the ROI itself is in question, a difference says nothing of a registration.
    if (carried.length === 0 || region.isInQuestion) return [];
    const tissue = tissueModelOf(region, context);
    const compared = carried.flatMap((samples) => {
      const [then] = ownAnatomyResults([samples], courses, tissue);
      const now = then && carriedOf(each, courses, samples.course, tissue);
      if (!now) return [];
      const near = { metric: 'D0.03cc', ownGy: then['D0.03ccEqd2Gy'], carriedGy: now.doseAtHottest(0.03) } as const;
      return [
        {
          course: courses[samples.course],
          other: samples.comparedWith !== undefined && { comparedWith: samples.comparedWith },
          near,
          mean: { metric: 'Dmean', ownGy: then.DmeanEqd2Gy, carriedGy: now.meanGy } as const,
          asked: askedDiffering(metricsAsked(region, inputs), {
            own: ownDistribution(samples, courses, tissue).covered,
            now,
            isSameLength: WHOLE.test(region.organ ?? '') || isAlike(samples.samples.totalCc, each.samples.totalCc),
          }),
        },
      ];
    });
    const leastGy = leastLossGy(compared.map(({ near }) => near));
    return compared.flatMap(({ course, other, near, mean, asked }): Finding[] => {
      const gross = [near, mean].find(
        ({ metric, ownGy, carriedGy }) =>
          (metric === 'D0.03cc' || WHOLE.test(region.organ ?? '')) && isGrossDifference(ownGy, carriedGy),
      );
      const { name: roi } = region;
      if (!gross) {
        const isTold = isNoticeable(near.ownGy, near.carriedGy) || near.ownGy - near.carriedGy > leastGy;
        const facts = { roi, course: course.name, ...other, ...near };
        const at = { roi, course: course.name };
        if (isOneOfSeveral && isTold) return [makeFinding('carried-dose-differs', 'warning', facts, at)];
        // Of a single course the results tell the near maximum.
        if (!asked || isNoticeable(near.ownGy, near.carriedGy)) return [];
        return [makeFinding('carried-dose-differs', 'warning', { ...at, ...other, ...asked }, at)];
      }
      const file = course.structures?.file;
      const place = { roi, course: course.name, ...(file !== undefined && { file }), answerable: true } as const;
      return [makeFinding('carried-dose-differs', 'error', { roi, course: course.name, ...other, ...gross }, place)];
    });
  });
}

/** Doses that goals with prior dose in them ask of a region, beside its hottest. */
function metricsAsked(region: Region, inputs: CaseInputs): Metric[] {
  const goals = constraintsOf(region, settingsOf(inputs)).filter(({ goal, scope }) =>
    isGoalWith('prior', { goal: goal.text, scope }),
  );
  const metrics = goals.flatMap(({ goal }) => goal.metrics.map(({ metric }) => metric));
  return metrics.filter(({ kind }) => kind === 'mean' || kind === 'doseAtVolume');
}

/** The metric that differs most of what goals ask for; what depends on the length that is drawn, of one length alone. */
function askedDiffering(
  metrics: readonly Metric[],
  { own, now, isSameLength }: { own: DoseDistribution | undefined; now: DoseDistribution; isSameLength: boolean },
): { metric: string; ownGy: number; carriedGy: number } | undefined {
  const found = metrics.flatMap((metric) => {
    const isOfHottest = metric.kind === 'doseAtVolume' && metric.volumeUnit === 'cc';
    const [ownGy, carriedGy] = [own && metricOf(own, metric), metricOf(now, metric)];
    if (!(isOfHottest || isSameLength) || ownGy === undefined || carriedGy === undefined) return [];
    const leastGy = metric.kind === 'mean' ? NOTICEABLE_MEAN_GY : NOTICEABLE_GY;
    const differenceGy = Math.abs(ownGy - carriedGy);
    const isTold = differenceGy > leastGy && differenceGy > NOTICEABLE_SHARE * Math.max(ownGy, carriedGy);
    return isTold ? [{ metric: formatMetric(metric), ownGy, carriedGy }] : [];
  });
  return found.toSorted((a, b) => Math.abs(b.ownGy - b.carriedGy) - Math.abs(a.ownGy - a.carriedGy))[0];
}

const NOTHING_ASKED = {
  constraints: [],
  metrics: [],
  outsideDoseGrid: 'unknown',
  plannedScale: 1,
  robustness: undefined,
} as const;

/** D0.03cc (Gy EQD2) of one course in an organ as carried, nothing forgiven; undefined where nothing of it is known. */
export function carriedNearMaximum(
  { prepared, courses, carriedNear }: OrganGiven,
  course: number,
  tissue: TissueModel,
): number | undefined {
  const { alphaBetaGy, repairHalfTimeHours, lqL, repopulation } = tissue;
  const key = JSON.stringify([course, alphaBetaGy, repairHalfTimeHours, lqL, repopulation]);
  if (!carriedNear.has(key)) carriedNear.set(key, carriedOf(prepared, courses, course, tissue)?.doseAtHottest(0.03));
  return carriedNear.get(key);
}

/** EQD2 of one course in the region as carried, with nothing forgiven, where it is known. */
function carriedOf({ samples }: PreparedRegion, courses: readonly CaseCourseInput[], course: number, tissue: TissueModel) {
  const doses = phasesOf(courses).flatMap(({ courseIndex, index }) => (courseIndex === course ? [samples.doseGy[index]] : []));
  const eqd2Gy = new Float32Array(samples.count);
  const question = {
    quantity: 'eqd2',
    scope: 'prior',
    tissue: { ...tissue, recoveryOfCourse: [0] },
    plannedScale: 1,
  } as const;
  answerDose([courses[course]], doses, question, eqd2Gy);
  return CoveredDistribution.of(eqd2Gy, samples.volumeCc).covered;
}
