import { matchOrgan } from '../constraints/organ-names';
import { usualDerived } from '../constraints/usual-derived';
import type { Roi, RtStructureSet } from '../dicom/rt-structure-set';
import { CoveredDistribution } from '../dvh/covered-distribution';
import { answerDose } from '../effect/answer-dose';
import type { TissueModel } from '../effect/dose-question';
import { type Finding, makeFinding } from '../finding';
import { inOwnFrame } from '../geometry/interpolate';
import type { RoiSamples } from '../geometry/roi-samples';
import type { SlabStack } from '../geometry/slab-stack';
import type { OwnAnatomyResult } from './assessment';
import type { CaseCourseInput, Region } from './case-inputs';
import { nameRois } from './roi-names';
import { sliceSpacingMm } from './slice-spacing';
import { PLAIN_STEPS, type Steps } from './steps';

/*
 * A course's dose on the contours of its own structure set, beside the same dose carried onto today's contours: the one
 * check of a registration that needs no picture.
 */

/** The organs of a course's own structure set, in the frame of its dose. */
export type OwnStacks = ReadonlyMap<string, SlabStack>;

/** Organs that lie within others or within targets are no check of anything. */
const NO_CHECK = /^(Body|External|I?GTV|I?CTV|ITV|PTV)$|_PRV$|[-_]in_|-(GTV|ITV|PTV)$/;

/**
 * The solids of a course's own organs.
 * @param frameUid the frame of the course's dose; structures drawn elsewhere cannot be used, and that is said.
 * @param isApart the course is summed on these contours: what is odd about them is then odd about the result.
 */
export function ownStacks(
  structures: RtStructureSet,
  frameUid: string | undefined,
  course: string,
  steps: Steps = PLAIN_STEPS,
  isApart = false,
): { stacks: OwnStacks; findings: Finding[] } {
  const inFrame = structures.rois.filter(
    (roi) => roi.contours.length > 0 && (roi.frameOfReferenceUid ?? structures.frameOfReferenceUid) === frameUid,
  );
  const findings: Finding[] = [];
  if (inFrame.length === 0) {
    findings.push(makeFinding('own-structures-unused', 'warning', { course }, { file: structures.file }));
  }
  const spacing = sliceSpacingMm(structures);
  const solidOf = (roi: Roi) => {
    const { stack, findings: said } = steps.slabsOfRoi({ name: roi.name, contours: roi.contours, sliceSpacingMm: spacing });
    if (isApart && matchOrgan(roi.name).organ !== undefined) {
      // What asks is asked of the course: the organ may have another name on today's contours.
      const asked = ({ roi: _, ...finding }: Finding): Finding => finding as Finding;
      const placed = said.map((finding) => ({ ...finding, file: structures.file, course }));
      findings.push(...placed.map((finding) => (finding.answerable ? asked(finding) : finding)));
    }
    return stack;
  };
  const solids = new Map(inFrame.map((roi) => [roi.number, solidOf(roi)]));
  // An ROI without a volume claims no organ.
  const named = nameRois(inFrame, ({ number }) => solids.get(number) !== undefined).filter(({ isDrawn }) => isDrawn);
  const matches = named.map(({ roi, name }) => ({ ...matchOrgan(roi.name), roi: name }));
  const drawn = new Map<string, SlabStack>(named.map(({ roi, name }) => [name, solids.get(roi.number)!]));
  const claims = new Map<string, string[]>();
  for (const { organ, roi } of matches) if (organ !== undefined) claims.set(organ, [...(claims.get(organ) ?? []), roi]);
  const isTarget = (organ: string) => matches.some((match) => match.organ === organ && match.kind === 'target');
  const stacks = new Map<string, SlabStack>();
  for (const [organ, rois] of claims) {
    if (rois.length === 1) stacks.set(organ, drawn.get(rois[0])!);
    else if (!isTarget(organ)) {
      findings.push(makeFinding('own-organ-ambiguous', 'warning', { course, organ, rois }, { file: structures.file }));
    }
  }
  for (const { name, expression } of usualDerived(matches)) {
    const stack = steps.derivedStack(expression, Object.fromEntries(drawn));
    const slabs = stack.slabs.filter(({ rings }) => rings.length > 0);
    if (slabs.length > 0) {
      drawn.set(name, stack);
      stacks.set(name, { ...stack, slabs });
    }
  }
  return { stacks, findings };
}

/** An organ of a course's own structure set with the course's doses. */
export interface OwnSamples {
  /** The course's place among those of the case. */
  readonly course: number;
  readonly samples: RoiSamples;
}

/**
 * Samples an organ on the contours of each prior course that has its own. A course that is carried over is compared with
 * them, where that is a check of anything; one that is not has nothing else.
 */
export function sampleOwnAnatomy(region: Region, courses: readonly CaseCourseInput[], steps: Steps): OwnSamples[] {
  const { organ } = region;
  if (organ === undefined) return [];
  const isCheck = !region.derived && !NO_CHECK.test(organ);
  return courses.flatMap((course, c) => {
    const stack = course.role === 'prior' && (isCheck || course.isApart) ? course.ownStacks?.get(organ) : undefined;
    const grids = course.phases.flatMap(({ dose }) => (dose.kind === 'grid' ? [dose.grid] : []));
    if (!stack || grids.length < course.phases.length) return [];
    return [{ course: c, samples: steps.sampleRoi(stack, grids.map(inOwnFrame)) }];
  });
}

/** EQD2 of each course on its own contours, with nothing forgiven; nothing where its grid does not cover them. */
export function ownAnatomyResults(
  own: readonly OwnSamples[],
  courses: readonly CaseCourseInput[],
  tissue: TissueModel,
): OwnAnatomyResult[] {
  return own.flatMap(({ course: c, samples }) => {
    const course = courses[c];
    const eqd2Gy = new Float32Array(samples.count);
    const question = { quantity: 'eqd2', scope: 'prior', tissue: { ...tissue, recoveryOfCourse: [0] }, plannedScale: 1 } as const;
    answerDose([course], samples.doseGy, question, eqd2Gy);
    const { covered, isWhole } = CoveredDistribution.of(eqd2Gy, samples.volumeCc);
    if (!covered || !isWhole) return [];
    const gy = (value: number) => Number(value.toPrecision(7));
    return [
      {
        course: course.name,
        volumeCc: samples.totalCc,
        DmeanEqd2Gy: gy(covered.meanGy),
        'D0.03ccEqd2Gy': gy(covered.doseAtHottest(0.03)),
      },
    ];
  });
}
