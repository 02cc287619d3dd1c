import { matchOrgan } from '../constraints/organ-names';
import type { RtStructureSet } from '../dicom/rt-structure-set';
import { CoveredDistribution } from '../dvh/covered-distribution';
import { type Finding, makeFinding } from '../finding';
import { slabsOfRoi } from '../geometry/contours-to-slabs';
import { inOwnFrame } from '../geometry/interpolate';
import { type RoiSamples, sampleRoi } from '../geometry/roi-samples';
import type { SlabStack } from '../geometry/slab-stack';
import { sliceSpacingMm } from './anatomy';
import type { OwnAnatomyResult } from './assessment';
import type { CaseCourseInput } from './case-inputs';
import { answerDose, type TissueModel } from './organ-response';

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
 */
export function ownStacks(
  structures: RtStructureSet,
  frameUid: string | undefined,
  course: string,
): { stacks: OwnStacks; findings: Finding[] } {
  const inFrame = structures.rois.filter(
    (roi) => roi.contours.length > 0 && (roi.frameOfReferenceUid ?? structures.frameOfReferenceUid) === frameUid,
  );
  const findings: Finding[] = [];
  if (inFrame.length === 0) {
    findings.push(makeFinding('own-structures-unused', 'warning', { course }, { file: structures.file }));
  }
  const claims = new Map<string, number>();
  const matched = inFrame.map((roi) => ({ roi, organ: matchOrgan(roi.name).organ }));
  for (const { organ } of matched) if (organ) claims.set(organ, (claims.get(organ) ?? 0) + 1);
  const spacing = sliceSpacingMm(structures);
  const stacks = new Map<string, SlabStack>();
  for (const { roi, organ } of matched) {
    if (organ === undefined || NO_CHECK.test(organ) || claims.get(organ) !== 1) continue;
    const { stack } = slabsOfRoi({ name: roi.name, contours: roi.contours, sliceSpacingMm: spacing });
    if (stack) stacks.set(organ, stack);
  }
  return { stacks, findings };
}

/** An organ of a course's own structure set with the course's doses. */
export interface OwnSamples {
  readonly course: CaseCourseInput;
  readonly samples: RoiSamples;
}

/** Samples an organ on the contours of each prior course that has its own. */
export function sampleOwnAnatomy(organ: string | undefined, courses: readonly CaseCourseInput[]): OwnSamples[] {
  if (organ === undefined) return [];
  return courses.flatMap((course) => {
    const stack = course.role === 'prior' ? course.ownStacks?.get(organ) : undefined;
    const grids = course.phases.flatMap(({ dose }) => (dose.kind === 'grid' ? [dose.grid] : []));
    if (!stack || grids.length < course.phases.length) return [];
    return [{ course, samples: sampleRoi(stack, grids.map(inOwnFrame)) }];
  });
}

/** EQD2 of each course on its own contours, with nothing forgiven; nothing where its grid does not cover them. */
export function ownAnatomyResults(own: readonly OwnSamples[], tissue: TissueModel): OwnAnatomyResult[] {
  return own.flatMap(({ course, samples }) => {
    const eqd2Gy = new Float32Array(samples.count);
    const question = { quantity: 'eqd2', scope: 'prior', tissue: { ...tissue, recoveryOfCourse: [0] }, plannedScale: 1 } as const;
    answerDose([course], samples.doseGy, question, eqd2Gy);
    const { covered, isWhole } = new CoveredDistribution(eqd2Gy, samples.volumeCc);
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
