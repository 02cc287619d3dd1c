import type { CaseCourseInput, Region } from '../case/case-inputs';
import { type Compared, comparedWith } from '../case/compared-organ';
import type { Steps } from '../case/steps';
import { CoveredDistribution } from '../dvh/covered-distribution';
import { answerDose } from '../effect/answer-dose';
import type { TissueModel } from '../effect/dose-question';
import { inOwnFrame } from '../geometry/interpolate';
import type { RoiSamples } from '../geometry/roi-samples';
import { isSameStack } from '../geometry/slab-stack';
import type { OwnAnatomyResult } from './assessment';

/*
 * A course's dose on the contours of its own structure set, beside the same dose carried onto today's contours: the one
 * check of a registration that needs no picture.
 */

/** Organs that lie within others or within targets are no check of anything. */
export const NO_CHECK = /^(Body|External|I?GTV|I?CTV|ITV|PTV)$|_PRV$|[-_]in_|-(GTV|ITV|PTV)$/;

/** An organ of a course's own structure set with the course's doses. */
export interface OwnSamples {
  /** The course's place among those of the case. */
  readonly course: number;
  readonly samples: RoiSamples;
  /** What it is there, where the anatomy's ROI is called otherwise than it is taken for. */
  readonly comparedWith?: string;
  /** Its contours are those of the anatomy, coordinate by coordinate. */
  readonly isSameContours?: true;
}

/**
 * Samples an organ on the contours of each prior course that has its own. A course that is carried over is compared with
 * them, where that is a check of anything; one that is not has nothing else.
 */
export function sampleOwnAnatomy(region: Region, courses: readonly CaseCourseInput[], steps: Steps): OwnSamples[] {
  const { organ } = region;
  if (organ === undefined) return [];
  // What the program makes of the sides today it makes of them there.
  const isCheck = (!region.derived || region.derived.byProgram) && !NO_CHECK.test(organ);
  return courses.flatMap((course, c) => {
    if (course.role !== 'prior' || !(isCheck || course.isApart)) return [];
    // A course that is not carried is summed with what the ROI is taken for.
    const stack = course.ownStacks?.get(organ);
    const found = course.isApart ? stack && { stack } : comparedWith(region, course);
    const grids = course.phases.flatMap(({ dose }) => (dose.kind === 'grid' ? [dose.grid] : []));
    if (!found || grids.length < course.phases.length) return [];
    const { stack: own, organ: other } = found as Compared;
    const samples = steps.sampleRoi(own, grids.map(inOwnFrame));
    const isSame = isSameStack(own, region.stack);
    return [{ course: c, samples, ...(other !== undefined && { comparedWith: other }), ...(isSame && { isSameContours: true }) }];
  });
}

/** EQD2 of a course on its own contours of an organ, with nothing forgiven. */
export function ownDistribution(
  { course, samples }: OwnSamples,
  courses: readonly CaseCourseInput[],
  tissue: TissueModel,
): CoveredDistribution {
  const eqd2Gy = new Float32Array(samples.count);
  const question = { quantity: 'eqd2', scope: 'prior', tissue: { ...tissue, recoveryOfCourse: [0] }, plannedScale: 1 } as const;
  answerDose([courses[course]], samples.doseGy, question, eqd2Gy);
  return CoveredDistribution.of(eqd2Gy, samples.volumeCc);
}

/**
 * EQD2 of each course on its own contours, with nothing forgiven; nothing where its grid does not cover them.
 * @param carriedNear D0.03cc (Gy EQD2) of a course that is carried, by its place, on the contours of the anatomy.
 */
export function ownAnatomyResults(
  own: readonly OwnSamples[],
  courses: readonly CaseCourseInput[],
  tissue: TissueModel,
  carriedNear?: (course: number) => number | undefined,
): OwnAnatomyResult[] {
  return own.flatMap((each) => {
    const { course: c, samples, comparedWith: organ, isSameContours } = each;
    const course = courses[c];
    const { covered, isWhole } = ownDistribution(each, courses, tissue);
    if (!covered || !isWhole) return [];
    const gy = (value: number) => Number(value.toPrecision(7));
    const carriedGy = course.isApart ? undefined : carriedNear?.(c);
    return [
      {
        course: course.name,
        ...(organ !== undefined && { comparedWith: organ }),
        ...(isSameContours && { isSameContours }),
        volumeCc: samples.totalCc,
        DmeanEqd2Gy: gy(covered.meanGy),
        'D0.03ccEqd2Gy': gy(covered.doseAtHottest(0.03)),
        ...(carriedGy !== undefined && { 'carriedD0.03ccEqd2Gy': gy(carriedGy) }),
      },
    ];
  });
}
