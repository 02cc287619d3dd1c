import type { CaseCourseInput, CaseInputs } from '../../case/case-inputs';
import type { Steps } from '../../case/steps';
import { matchOrgan } from '../../constraints/organ-names';
import { type Finding, makeFinding } from '../../findings/finding';
import type { LowRecord } from '../../findings/plausibility';
import type { SlabStack } from '../../geometry/slab-stack';
import { stackVolumeMm3 } from '../../geometry/stack-volume';
import { inItsFrame } from '../../study/build-study';
import { isAbove, LEAST_SHARE } from './bounds';
import { CourseTargets } from './course-targets';

/** What two outlines that touch have in common by their drawing alone is less. */
const LEAST_OVERLAP_CC = 0.1;

type Inputs = Pick<CaseInputs, 'courses' | 'structures' | 'frameOfReferenceUid' | 'regions'>;
type Target = { readonly name: string; readonly stack: SlabStack; readonly prescribedGy: number };

/**
 * Recorded maxima of organs that lie in part in the course's own target, and that are no more than half of what is
 * prescribed to it. The contours are the course's own, or where it has none those of the anatomy.
 */
export function recordedMaximaFindings(course: CaseCourseInput, inputs: Inputs, steps: Steps): Finding[] {
  const recorded = recordedGy(course);
  if (recorded.length === 0) return [];
  const targets = targetsOf(course, inputs, steps);
  const low = recorded.flatMap(({ organ, recordedGy: doseGy }): LowRecord[] => {
    const stack = stackOf(organ, course, inputs);
    if (!stack) return [];
    const contradicting = targets
      .filter(({ prescribedGy }) => !isAbove(doseGy, LEAST_SHARE, prescribedGy))
      .map(({ name: target, prescribedGy, stack: drawn }) => {
        const overlap = steps.derivedStack('organ & target', { organ: stack, target: drawn });
        return { organ, recordedGy: doseGy, target, prescribedGy, overlapCc: stackVolumeMm3(overlap) / 1000 };
      })
      .filter(({ overlapCc }) => overlapCc >= LEAST_OVERLAP_CC);
    return contradicting.toSorted((a, b) => b.prescribedGy - a.prescribedGy).slice(0, 1);
  });
  if (low.length === 0) return [];
  const { name } = course;
  return [makeFinding('record-below-prescription', 'error', { course: name, low }, { course: name, answerable: true })];
}

/** What the records say of each organ, where every phase is a record and has it; a maximum of 0 is asked about by itself. */
function recordedGy({ phases }: CaseCourseInput): { organ: string; recordedGy: number }[] {
  const maxima = phases.flatMap(({ dose }) => (dose.kind === 'record' ? [dose.organMaximaGy] : []));
  if (maxima.length < phases.length) return [];
  return Object.keys(maxima[0]).flatMap((organ) => {
    if (!maxima.every((each) => each[organ] > 0)) return [];
    return [{ organ, recordedGy: maxima.reduce((sum, each) => sum + each[organ], 0) }];
  });
}

function targetsOf(course: CaseCourseInput, inputs: Inputs, steps: Steps): Target[] {
  const own = course.role === 'planned' ? undefined : course.structures;
  const frame = own ? inItsFrame(own).frameOfReferenceUid : inputs.frameOfReferenceUid;
  const drawn = new CourseTargets(own ?? inputs.structures, frame ?? '', own === undefined && course.role === 'prior', steps);
  if (course.targets.length > 0) {
    // On an anatomy that courses share, a target that another course names as well may be that one's.
    const others = own ? [] : inputs.courses.filter((other) => other !== course).flatMap(({ targets }) => targets);
    const mine = course.targets.filter(({ roi }) => course.role === 'planned' || others.every((other) => other.roi !== roi));
    return mine.flatMap(({ roi, doseGy: prescribedGy }) => {
      const target = drawn.named(roi);
      return target ? [{ ...target, prescribedGy }] : [];
    });
  }
  const totals = course.phases.map(({ dose }) => (dose.kind === 'record' ? (dose.totalDoseGy ?? 0) : 0));
  const prescribedGy = totals.reduce((sum, gy) => sum + gy, 0);
  // Of several targets the highest dose may be prescribed to any: only one alone has it for sure.
  const all = drawn.all().filter(({ isPtv }) => isPtv);
  return prescribedGy > 0 && all.length === 1 ? [{ ...all[0], prescribedGy }] : [];
}

/** The organ that a record speaks of, on the contours that its course's targets are drawn on. */
function stackOf(name: string, { role, structures, ownStacks }: CaseCourseInput, { regions }: Inputs): SlabStack | undefined {
  const organ = matchOrgan(name).organ ?? name;
  if (structures && role === 'prior') return ownStacks?.get(organ);
  return regions.find((region) => region.names.includes(name) || region.organ === organ)?.stack;
}
