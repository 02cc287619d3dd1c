import { InputError } from '../input-error';
import { inItsFrame } from '../study/build-study';
import type { CaseCourse } from './case-file';
import type { CaseCourseInput, CasePhaseInput } from './case-inputs';
import type { CaseReader } from './case-reader';
import { refuseDoubleCounting } from './dose-sharing';
import { ownStacks } from './own-stacks';
import { readPhase, recordedPhase } from './read-phase';

/**
 * A course with everything it names.
 * @param index its place in the case. @param name the name that no other course has.
 * @throws InputError where a file cannot be used, a dose would count twice or the course cannot be summed.
 */
export async function readCourse(course: CaseCourse, index: number, name: string, reader: CaseReader): Promise<CaseCourseInput> {
  const phases: CasePhaseInput[] = [];
  for (const [p, phase] of course.phases.entries()) {
    const where = `courses[${index}].phases[${p}]`;
    phases.push(phase.dose === undefined ? recordedPhase(phase, course, p, where) : await readPhase(phase, p, where, reader));
  }
  const shares = course.phases.map(({ doseShare }) => doseShare);
  refuseDoubleCounting(phases, shares, `courses[${index}]`);
  const frameUid = phases.flatMap(({ dose }) => (dose.kind === 'grid' ? [dose.grid.frameOfReferenceUid] : []))[0];
  const structures =
    course.structures === undefined ? undefined : await reader.structures(course.structures, `courses[${index}].structures`);
  // Without a dose there is no frame that the structures could miss: they are what they are in their own.
  const ownFrame = frameUid ?? (structures && inItsFrame(structures).frameOfReferenceUid);
  // A record is carried by nothing: that no registration can be trusted says nothing of it.
  const isApart = course.registration === 'none' && phases.some(({ dose }) => dose.kind === 'grid');
  const own = structures && ownStacks(structures, ownFrame, name, reader.steps, isApart);
  reader.findings.push(...(own?.findings ?? []));
  if (isApart || (course.registration === 'none' && course.role === 'planned')) refuseApart(course, `courses[${index}]`, phases);
  return {
    name,
    role: course.role,
    phases,
    started: course.started ?? course.starts,
    completed: course.completed,
    concurrentChemotherapy: course.concurrentChemotherapy ?? 'unknown',
    structures,
    ownStacks: own?.stacks,
    ownRois: own?.rois,
    isApart,
    landmarks: course.landmarks ?? [],
    targets: course.targets ?? [],
  };
}

/** A course that is summed organ by organ needs organs of its own and a dose on them. */
function refuseApart(course: CaseCourse, where: string, phases: readonly CasePhaseInput[]): void {
  const refused = (found: string, needed: string) =>
    new InputError({ where: `${where}.registration`, found: `"none" ${found}`, needed });
  if (course.role === 'planned') throw refused('for the planned course', 'a prior course: the planned one lies on the anatomy');
  if (course.structures === undefined)
    throw refused('for a course without `structures`', 'its own structure set, on whose contours its doses are taken');
  if (phases.some(({ dose }) => dose.kind !== 'grid'))
    throw refused('for a course with a record beside a dose file', 'an RT Dose for each phase, or a record of each');
}
