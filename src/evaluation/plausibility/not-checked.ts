import { doseInName } from '../../constraints/target-names';
import type { DoseHeader } from '../../dicom/rt-dose';
import { type Finding, makeFinding } from '../../findings/finding';
import type { NamedDose } from '../../findings/unconfirmed';
import { beamsGy } from './beam-dose-check';
import { distance, isNear } from './bounds';
import type { CheckedCourse, CheckedPhase } from './checked-course';
import type { CourseTargets } from './course-targets';
import { targetsOf } from './hot-region-check';
import { comparedDvhs } from './planning-dvh-check';
import { prescriptionsOf } from './prescription-check';

const PARTS = new Set(['BEAM', 'FRACTION_SESSION']);

/**
 * The header of a dose whose DVHs are of these structures. DVHs of a part are of that part, and a dose that names its
 * structures has DVHs of no others.
 */
export function headerWithDvhs({ phase: { header } }: CheckedPhase, targets: CourseTargets): DoseHeader | undefined {
  if (!header || PARTS.has(header.doseSummationType)) return undefined;
  return targets.isOf(header.referencedStructureSetUid) ? header : undefined;
}

/**
 * Doses whose size nothing in the input speaks for: no prescription, no doses of beams, no DVH, no target that is named
 * by its dose. A target that is drawn tells where a dose should be, not how much.
 */
export function notCheckedFindings(checked: CheckedCourse): Finding[] {
  const { course, phases } = checked;
  const open = phases.filter((phase) => !phase.isZero && !isSpokenFor(checked, phase));
  if (open.length === 0) return [];
  const named = namedDoses(checked);
  const [far] = named
    .filter(({ isHeld }) => !isHeld)
    .map(({ isHeld: _, ...dose }): NamedDose => dose)
    .sort((a, b) => distance(b.doseGy, b.namedGy) - distance(a.doseGy, a.namedGy));
  if (named.length > 0 && !far) return [];
  const hasTarget = targetsOf(checked).length > 0;
  const facts = { course: course.name, hasTarget, ...(far && { named: far }) };
  return open.map(({ file }) => makeFinding('dose-not-checked', 'warning', facts, { file }));
}

function isSpokenFor({ course, targets, steps }: CheckedCourse, phase: CheckedPhase): boolean {
  if (course.targets.length > 0 || prescriptionsOf(phase).length > 0 || beamsGy(phase) !== undefined) return true;
  const header = headerWithDvhs(phase, targets);
  if (!header) return false;
  const { grid, shareOfPlan: share } = phase;
  return comparedDvhs(header, { grid, share }, (number) => targets.stackOf(number), steps).length > 0;
}

/** The targets that are named by the dose of the course, with what half of each has. */
function namedDoses(checked: CheckedCourse): (NamedDose & { readonly isHeld: boolean })[] {
  if (!checked.isWhole) return [];
  const named = targetsOf(checked).flatMap((target) => {
    const namedGy = doseInName(target.name);
    return namedGy === undefined ? [] : [{ target, namedGy }];
  });
  const topGy = Math.max(...named.map(({ namedGy }) => namedGy));
  return named.map(({ target, namedGy }) => {
    const { plannedGy, deliveredGy } = checked.doseIn(target);
    const isHeld = [plannedGy, deliveredGy].some((gy) => isNear(gy, namedGy, topGy));
    return { target: target.name, namedGy, doseGy: plannedGy, isHeld };
  });
}
