import type { CaseCourse, CaseFile, CasePhase } from '../../case/case-file';
import { doseBesideRecord, twoFirstDays } from '../../case/contradicted-courses';
import type { Inspection } from '../../inspection/inspect';
import { answerOf } from './dose-questions';
import { entryAt } from './entries';
import type { Fault } from './fault';
import { roisOf } from './organ-rows';
import { dosePathsOf, phaseFacts, sharesDose } from './phase-facts';

/** How far from 1 the shares of one dose may add up, for shares written with few digits. */
const ROUNDING = 0.005;

/** What is wrong with the courses and their phases. */
export function checkCourses(caseFile: CaseFile, inspection: Inspection): Fault[] {
  const { courses } = caseFile;
  return courses.flatMap((course, c) => {
    const field = `courses[${c}]`;
    const faults: Fault[] = [...checkRole(course, field), ...checkDates(course, courses, field)];
    if (course.structures !== undefined && !entryAt(inspection.structureSets, course.structures))
      faults.push({ field: `${field}.structures`, code: 'structuresNotHere', values: { file: course.structures } });
    if (doseBesideRecord(course) !== undefined) faults.push({ field: `${field}.organDoses`, code: 'recordBesideDose' });
    const own = course.structures ?? (course.role === 'planned' ? caseFile.structures : undefined);
    const rois = roisOf(inspection, own);
    for (const [n, { roi, doseGy }] of (course.targets ?? []).entries()) {
      const at = `${field}.targets[${n}].roi`;
      if (rois.length > 0 && !rois.includes(roi)) faults.push({ field: at, code: 'targetUnknown' });
      const before = course.targets!.slice(0, n);
      const isTwice = course.role === 'planned' && before.some((each) => each.roi === roi && each.doseGy !== doseGy);
      if (isTwice) faults.push({ field: at, code: 'targetTwice' });
    }
    const others = courses.filter((_, n) => n !== c);
    for (const p of course.phases.keys()) faults.push(...checkPhase(course, p, others, inspection, `${field}.phases[${p}]`));
    return faults;
  });
}

/** A course of a proposal or of a draft may have no role yet. */
const checkRole = ({ role }: Partial<CaseCourse>, field: string): Fault[] =>
  role === undefined ? [{ field: `${field}.role`, code: 'roleNeeded' }] : [];

function checkDates(course: CaseCourse, courses: readonly CaseCourse[], field: string): Fault[] {
  const twice = twoFirstDays(course);
  if (twice) return [{ field: `${field}.starts`, code: 'twoFirstDays', values: { day: twice[0], other: twice[1] } }];
  const first = course.started ?? course.starts;
  const name = course.starts === undefined ? 'started' : 'starts';
  if (first !== undefined && course.completed !== undefined && course.completed < first)
    return [{ field: `${field}.completed`, code: 'completedBeforeStart' }];
  if (course.role !== 'planned' || first === undefined) return [];
  const ends = courses.flatMap((other) => (other.role === 'prior' ? (other.completed ?? other.started ?? []) : []));
  const last = ends.sort().at(-1);
  return last !== undefined && first < last
    ? [{ field: `${field}.${name}`, code: 'plannedBeforePrior', values: { day: last } }]
    : [];
}

function checkPhase(
  course: CaseCourse,
  p: number,
  others: readonly CaseCourse[],
  inspection: Inspection,
  field: string,
): Fault[] {
  const phase = course.phases[p];
  const faults: Fault[] = [];
  const say = (name: string, code: Fault['code'], values?: Fault['values']) =>
    faults.push({ field: `${field}.${name}`, code, ...(values && { values }) });
  const facts = phaseFacts(phase, inspection);
  const paths = dosePathsOf(phase);
  const planned = phase.fractions ?? facts.planFractions;
  if (phase.dose === undefined) {
    if (phase.totalDoseGy === undefined && phase.organDoses === undefined && course.organDoses === undefined)
      say('dose', 'recordNeeded');
    if (phase.fractions === undefined) say('fractions', 'fractionsOfRecord');
  } else if (paths.length === 0) say('dose', 'doseNeeded');
  else if (facts.notHere.length > 0) say('dose', 'doseNotHere', { file: facts.notHere[0] });
  else if (planned === undefined) say('fractions', 'fractionsNeeded');
  const twice = others.find((other) => other.phases.some((one) => dosePathsOf(one).some((path) => paths.includes(path))));
  if (twice) say('dose', 'doseInOther', { name: twice.name ?? twice.role });
  const ofPlan = facts.doses[0]?.plan;
  if (phase.plan !== undefined && ofPlan && facts.plan && ofPlan.file !== facts.plan.file)
    say('plan', 'planOfOther', { plan: ofPlan.label });
  if (planned !== undefined && (phase.deliveredFractions ?? 0) > planned)
    say('deliveredFractions', 'deliveredTooMany', { count: planned });
  if ((phase.fractionsPerDay ?? 1) > 1 && phase.hoursBetween === undefined) say('hoursBetween', 'hoursNeeded');
  const unanswered = facts.questions.filter((question) => !answerOf(phase.doseIs, question));
  for (const question of unanswered) say(`doseIs.${question}`, 'answerNeeded');
  faults.push(...checkShare(course, p, phase, field));
  return faults;
}

function checkShare(course: CaseCourse, p: number, phase: CasePhase, field: string): Fault[] {
  const isShared = sharesDose(course, p);
  if (!isShared && phase.doseShare === undefined) return [];
  if (phase.doseShare === undefined) return [{ field: `${field}.doseShare`, code: 'shareNeeded' }];
  const own = dosePathsOf(phase);
  const sharing = course.phases.filter((other) => dosePathsOf(other).some((path) => own.includes(path)));
  const sum = sharing.reduce((total, { doseShare = 0 }) => total + doseShare, 0);
  if (sharing.some(({ doseShare }) => doseShare === undefined) || Math.abs(sum - 1) <= ROUNDING) return [];
  return [{ field: `${field}.doseShare`, code: 'shareSum', values: { percent: Number((100 * sum).toFixed(1)) } }];
}
