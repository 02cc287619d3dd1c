import type { CaseCourse, CaseFile, CasePhase } from '../case/case-file';
import { matchOrgan } from '../constraints/organ-names';
import type { RtStructureSet } from '../dicom/rt-structure-set';
import { isTreatmentRecord } from '../dicom/sop-class';
import type { Study } from '../study/build-study';
import { today } from '../study/course-date';
import { groupsOf } from '../study/fraction-count';
import { plannedADay } from '../study/fractions-a-day';
import { groupsWithoutDose } from '../study/groups-without-dose';
import { isOfSeveralPlans } from '../study/several-plans';
import type { UnusableFile } from './inspect';
import { type LeftOut, leftOutOf } from './left-out';
import { type Guess, type Missing, makeGuess, makeMissing } from './proposal-words';
import { daysApart, type FoundCourse, type FoundPhase, findCourses, nameOf, namesOf } from './propose-courses';
import { missingRegistrations, proposeRegistrations } from './propose-registrations';
import { proposeTargets } from './propose-targets';

/** A course as far as its files tell: its role may be open. */
export type ProposedCourse = Omit<CaseCourse, 'role'> & { readonly role?: CaseCourse['role'] };
/** A case file from which what nobody knows yet is left out. */
export type ProposedCase = Omit<CaseFile, 'courses' | 'structures'> & {
  readonly courses: readonly ProposedCourse[];
  readonly structures?: string;
};

/** A case made from what was found, as far as it can be; `missing` says what a person has to give. */
export interface CaseProposal {
  /** Undefined where there is no dose at all. */
  readonly caseFile: ProposedCase | undefined;
  readonly guesses: readonly Guess[];
  readonly missing: readonly Missing[];
}

interface Making {
  readonly study: Study;
  readonly guesses: Guess[];
  readonly missing: Missing[];
}

/**
 * Makes a case of a study: the newest plan is the planned course, older ones are prior; plans on one frame within 60 days
 * are phases of one course; the anatomy is the structure set of the planned dose. Everything guessed is said; what the
 * files do not tell, and what of them cannot be used, is left out of the case and said to be missing.
 * @param unusable files that were read and whose objects cannot be used.
 * @param now today as YYYY-MM-DD: a date that is still to come is none of a treatment.
 */
export function proposeCase(study: Study, unusable: readonly UnusableFile[] = [], now = today()): CaseProposal {
  const making: Making = { study, guesses: [], missing: [] };
  const { guesses, missing } = making;
  const leftOut = leftOutOf(study, unusable, now);
  const { usable: courses, left } = findCourses(study, leftOut.phases, now);
  missing.push(...missingOf(leftOut), ...groupsMissing(courses.flatMap(({ phases }) => phases)));
  if (courses.length === 0) {
    return { caseFile: undefined, guesses, missing: [makeMissing('courses', 'no-dose', {}), ...missing] };
  }
  const names = namesOf(courses);
  const isAlone = courses.length === 1 && lostFiles(leftOut).length === 0;
  const anatomy = anatomyOf([...courses, ...left], making);
  // A file that may be of the only other course: then nothing is known of the roles either.
  const isOpen = courses.length === 1 && leftOut.phases.length === 0 && !isAlone;
  const proposed = courses.map((course, c) => {
    const known = isOpen ? { ...course, role: undefined } : course;
    return courseOf(known, names[c], `courses[${c}]`, isAlone, anatomy, making);
  });
  if (isAlone) missing.push(makeMissing('courses', 'one-course', {}));
  const lost = lostFiles(leftOut);
  if (courses.length === 1 && !isAlone) missing.push(makeMissing('courses', 'one-usable-course', { name: names[0], left: lost }));
  if (lost.length > 0) guesses.push(makeGuess('courses', 'course-left-out', { files: lost }));
  if (anatomy) guesses.push(...namesGuessed(anatomy));
  const records = study.others.filter(({ sopClassUid }) => isTreatmentRecord(sopClassUid)).length;
  if (records > 0) guesses.push(makeGuess('courses', 'records-not-read', { records }));
  const registrations = proposeRegistrations(study, missing);
  const placed = courses.map(({ phases: [first] }, c) => ({ name: names[c], frame: first.frame }));
  missing.push(...missingRegistrations(placed, (anatomy && frameOf(anatomy)) ?? placed.at(-1)!.frame, study));
  const caseFile: ProposedCase = {
    isoeffectCase: 1,
    courses: proposed,
    ...(anatomy && { structures: anatomy.file }),
    ...(registrations.length > 0 && { registrations }),
  };
  return { caseFile, guesses, missing };
}

const missingOf = ({ files, phases }: LeftOut): Missing[] => [
  ...files.map(({ file, kind, refusal }) => makeMissing('courses', 'file-left-out', { file, kind, refusal })),
  ...phases.flatMap(({ plan }) =>
    plan ? [makeMissing('courses', 'plan-without-dose', { plan: plan.label || plan.file, file: plan.file })] : [],
  ),
];

/** Fraction groups of the plans that are used, of which no dose is. */
function groupsMissing(phases: readonly FoundPhase[]): Missing[] {
  const plans = new Set(phases.flatMap(({ plan }) => plan ?? []));
  return [...plans].flatMap((plan) => {
    const doses = phases.flatMap((phase) => (phase.plan === plan ? phase.doses : []));
    const facts = { plan: plan.label || plan.file, file: plan.file };
    return groupsWithoutDose(doses, plan).map((group) => makeMissing('courses', 'group-without-dose', { ...facts, ...group }));
  });
}

/** The files whose dose or plan is not in the case. */
const lostFiles = ({ files, phases }: LeftOut): string[] => [
  ...new Set([...files.flatMap(({ isLoss, file }) => (isLoss ? [file] : [])), ...phases.map(({ file }) => file)]),
];

/** The structure set of the planned course; where several courses could be that, the one that they share. */
function anatomyOf(courses: readonly FoundCourse[], { study, guesses, missing }: Making): RtStructureSet | undefined {
  const candidates = courses.filter(({ role }) => role !== 'prior');
  const own: Guess[] = [];
  const sets = new Set(candidates.map(({ phases: [first] }) => structuresFor(first, study, own, 'structures')));
  const [set] = sets;
  if (sets.size === 1 && set) {
    guesses.push(...own.slice(0, 1));
    return set;
  }
  const files = [...sets].flatMap((each) => each?.file ?? []);
  missing.push(
    files.length > 0 ? makeMissing('structures', 'which-structures', { files }) : makeMissing('structures', 'no-structures', {}),
  );
  return undefined;
}

const frameOf = ({ rois }: RtStructureSet): string | undefined =>
  rois.find(({ contours, frameOfReferenceUid }) => contours.length > 0 && frameOfReferenceUid)?.frameOfReferenceUid;

function structuresFor(phase: FoundPhase, study: Study, guesses: Guess[], field: string): RtStructureSet | undefined {
  const { structureSets } = study;
  const inFrame = structureSets.filter((set) =>
    set.rois.some(({ frameOfReferenceUid: uid, contours }) => contours.length > 0 && uid === phase.frame),
  );
  if (phase.structures) {
    const { file } = phase.structures;
    const others = inFrame.filter((set) => set !== phase.structures && !isNamed(set, study)).map(datedFile);
    if (others.length > 0) guesses.push(makeGuess(field, 'other-structures', { name: nameOf(phase), file, others }));
    return phase.structures;
  }
  const newest = [...inFrame].sort((a, b) => (a.date ?? '').localeCompare(b.date ?? '')).at(-1);
  if (newest) {
    const facts = { name: nameOf(phase), file: newest.file, sets: inFrame.length };
    guesses.push(makeGuess(field, 'newest-structures', facts));
  }
  return newest;
}

/** Whether a plan or a dose was made for a structure set: it is then that of a course. */
const isNamed = ({ sopInstanceUid }: RtStructureSet, { plans, doses }: Study): boolean =>
  [...plans, ...doses.map(({ dose }) => dose)].some((made) => made.referencedStructureSetUid === sopInstanceUid);

const datedFile = ({ file, date = '' }: RtStructureSet) => {
  const day = date.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  return day === '' ? { file } : { file, day };
};

/** ROIs of which nothing is asked by themselves. */
const NOTHING_ASKED = ['Body', 'External'];

/** What is drawn of the anatomy under names that are no standard ones, and taken for organs and targets by them. */
function namesGuessed({ rois }: RtStructureSet): Guess[] {
  const drawn = rois.filter(({ contours }) => contours.length > 0);
  return drawn.flatMap(({ name, number }) => {
    const { organ, how } = matchOrgan(name);
    if (how !== 'synonym' || organ === undefined || NOTHING_ASKED.includes(organ)) return [];
    const roi = drawn.filter((other) => other.name === name).length > 1 ? `${name}#${number}` : name;
    return [makeGuess(`organs.${roi}`, 'organ-by-name', { roi, organ })];
  });
}

function courseOf(
  { phases, role }: FoundCourse,
  name: string,
  at: string,
  isAlone: boolean,
  anatomy: RtStructureSet | undefined,
  { study, guesses, missing }: Making,
): ProposedCourse {
  const [first] = phases;
  const { date } = first;
  if (isAlone) guesses.push(makeGuess(`${at}.role`, 'only-course', { name }));
  else if (role && date) guesses.push(makeGuess(`${at}.role`, 'role-by-date', { name, role, day: date.said }));
  else missing.push(makeMissing(`${at}.role`, 'no-role', { name, ...(date && { day: date.said }) }));
  for (const each of phases.slice(1)) {
    const facts = { names: [nameOf(each), nameOf(first)], days: Math.round(daysApart(first, each).least) } as const;
    guesses.push(makeGuess(`${at}.phases`, 'same-course', facts));
  }
  const structures = role === 'planned' ? undefined : structuresFor(first, study, guesses, `${at}.structures`);
  const { targets, open, left } = proposeTargets(phases, role === 'planned' ? anatomy : structures);
  if (targets.length > 0) guesses.push(makeGuess(`${at}.targets`, 'targets-of-plan', { name, targets }));
  if (left.length > 0) guesses.push(makeGuess(`${at}.targets`, 'prescription-left-out', { name, left }));
  missing.push(...open.map((target) => makeMissing(`${at}.targets`, 'target-dose', { name, ...target })));
  const begun = role === 'planned' ? 'starts' : 'started';
  const day = date?.from === date?.to ? date?.from : undefined;
  if (date && day) guesses.push(makeGuess(`${at}.${begun}`, 'date-of-plan', { name, day, of: date.of }));
  return {
    name,
    ...(role && { role }),
    ...(day && { [begun]: day }),
    phases: phases.map((phase, p) => phaseOf(phase, `${at}.phases[${p}]`, guesses, missing)),
    ...(structures && { structures: structures.file }),
    ...(targets.length > 0 && { targets: targets.map(({ roi, doseGy }) => ({ roi, doseGy })) }),
  };
}

function phaseOf({ doses, others, plan }: FoundPhase, at: string, guesses: Guess[], missing: Missing[]): CasePhase {
  const files = doses.flatMap(({ file, planeFiles }) => planeFiles ?? file);
  const [dose] = doses;
  const groups = plan ? groupsOf(dose, plan) : [];
  const isSum = isOfSeveralPlans(dose);
  if (isSum || groups.length !== 1 || groups[0].fractionsPlanned === undefined) {
    missing.push(makeMissing(`${at}.fractions`, 'no-fractions', { plan: plan?.label || files[0] }));
  }
  const { perDay = 1, isClear = true } = plannedADay(dose, plan) ?? {};
  if (perDay > 1)
    missing.push(makeMissing(`${at}.hoursBetween`, 'hours-between', { plan: plan!.label || plan!.file, perDay, isClear }));
  if (others.length > 0) {
    const sums = others.filter(isOfSeveralPlans).map(({ file }) => file);
    const rivals = others.filter((other) => !isOfSeveralPlans(other)).map(({ file }) => file);
    const facts = { taken: files, others: rivals, ...(sums.length > 0 && { sums }) };
    guesses.push(makeGuess(`${at}.dose`, 'one-of-doses', facts));
  }
  const asks = [dose.doseType, dose.doseUnits, dose.doseSummationType].filter((stated) => ASKS.includes(stated));
  if (asks.length > 0) {
    missing.push(makeMissing(`${at}.doseIs`, 'dose-answer', { file: files[0], stated: asks.join(', ') }));
  }
  return { dose: files.length === 1 ? files[0] : files, ...(plan && { plan: plan.file }) };
}

/** What a dose says of itself that a person has to answer for: `doseIs` of the case file. */
const ASKS = ['EFFECTIVE', 'CGY', 'RELATIVE', 'FRACTION_SESSION'];
