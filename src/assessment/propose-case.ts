import type { DoseHeader } from '../dicom/rt-dose';
import type { RtPlan } from '../dicom/rt-plan';
import type { RtStructureSet } from '../dicom/rt-structure-set';
import type { Study } from '../study/build-study';
import type { CaseCourse, CaseFile, CasePhase } from './case-file';

/** Something in a proposed case that was guessed and that a person has to look at. */
export interface Guess {
  /** Where in the case: `courses[0].role`. */
  readonly field: string;
  readonly code: 'role-by-date' | 'date-of-plan' | 'newest-structures' | 'same-course' | 'targets-of-plan' | 'undated';
  readonly message: string;
}

/** A case made from what was found, as far as it can be; `missing` says what a person has to give. */
export interface CaseProposal {
  readonly caseFile: CaseFile | undefined;
  readonly guesses: readonly Guess[];
  readonly missing: readonly string[];
}

interface Dated {
  readonly doses: readonly DoseHeader[];
  readonly plan: RtPlan | undefined;
  readonly structures: RtStructureSet | undefined;
  readonly frame: string;
  readonly day: string;
}

/** Plans on one frame that begin within this time are phases of one course. */
const SAME_COURSE_DAYS = 60;

/**
 * Makes a case of a study: the newest plan is the planned course, older ones are prior; plans on one frame within 60 days
 * are phases of one course; the anatomy is the structure set of the planned dose. Everything guessed is said.
 */
export function proposeCase(study: Study): CaseProposal {
  const guesses: Guess[] = [];
  const missing: string[] = [];
  const dated = datedDoses(study);
  if (dated.length === 0) return { caseFile: undefined, guesses, missing: ['no RT Dose of a whole plan is among the files'] };
  const groups = groupByCourse(dated, guesses);
  const planned = groups.at(-1)!;
  const structures = structuresFor(planned[0], study, guesses, 'structures');
  if (!structures) missing.push('no RT Structure Set is drawn in the frame of reference of the newest dose');
  const courses = groups.map((group, g) =>
    courseOf(group, g, g === groups.length - 1, { study, anatomy: structures, guesses, missing }),
  );
  if (groups.length === 1) missing.push('only one course is among the files');
  const registrations = study.registrations.map(({ file }) => file);
  const caseFile: CaseFile | undefined = structures && {
    isoeffectCase: 1,
    courses,
    structures: structures.file,
    ...(registrations.length > 0 && { registrations }),
  };
  return { caseFile, guesses, missing };
}

/** Whole doses, and beam doses gathered by plan, with the day of their plan. */
function datedDoses({ doses, structureSets }: Study): Dated[] {
  const byPlan = new Map<string, { doses: DoseHeader[]; plan: RtPlan | undefined }>();
  for (const { dose, plan } of doses) {
    if (!dose.frameOfReferenceUid) continue;
    const isPart = dose.doseSummationType === 'BEAM';
    const key = isPart && plan ? `beams of ${plan.sopInstanceUid}` : dose.file;
    const entry = byPlan.get(key) ?? { doses: [], plan };
    entry.doses.push(dose);
    byPlan.set(key, entry);
  }
  const found = [...byPlan.values()].map(({ doses: those, plan }): Dated => {
    const frame = those[0].frameOfReferenceUid!;
    const referenced = structureSets.find(({ sopInstanceUid }) =>
      [plan?.referencedStructureSetUid, those[0].referencedStructureSetUid].includes(sopInstanceUid),
    );
    return { doses: those, plan, structures: referenced, frame, day: plan?.date || those[0].studyDate || referenced?.date || '' };
  });
  return withoutDoubles(found).sort((a, b) => a.day.localeCompare(b.day));
}

/** One dose for each plan: of several whole ones the first is taken, and the study's findings say that there are more. */
function withoutDoubles(found: readonly Dated[]): Dated[] {
  const seen = new Set<string>();
  return found.filter(({ plan }) => {
    if (!plan) return true;
    const isNew = !seen.has(plan.sopInstanceUid);
    seen.add(plan.sopInstanceUid);
    return isNew;
  });
}

const daysBetween = (a: string, b: string): number => Math.abs(Date.parse(isoDay(a)) - Date.parse(isoDay(b))) / 86_400_000;
const isoDay = (day: string): string => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}`;

function groupByCourse(dated: readonly Dated[], guesses: Guess[]): Dated[][] {
  const groups: Dated[][] = [];
  for (const each of dated) {
    const last = groups.at(-1);
    const joins =
      last && last[0].frame === each.frame && last[0].day !== '' && daysBetween(last[0].day, each.day) <= SAME_COURSE_DAYS;
    if (!joins) {
      groups.push([each]);
      continue;
    }
    last.push(each);
    guesses.push({
      field: `courses[${groups.length - 1}].phases`,
      code: 'same-course',
      message: `${nameOf(each)} and ${nameOf(last[0])} are on one frame of reference and ${Math.round(daysBetween(last[0].day, each.day))} days apart; they are taken for phases of one course.`,
    });
  }
  return groups;
}

const nameOf = ({ plan, doses }: Dated): string => plan?.label || doses[0].file;

function structuresFor(each: Dated, { structureSets }: Study, guesses: Guess[], field: string): RtStructureSet | undefined {
  if (each.structures) return each.structures;
  const inFrame = structureSets.filter((set) =>
    set.rois.some(({ frameOfReferenceUid: uid, contours }) => contours.length > 0 && uid === each.frame),
  );
  const newest = [...inFrame].sort((a, b) => (a.date ?? '').localeCompare(b.date ?? '')).at(-1);
  if (newest) {
    const message = `The dose of ${nameOf(each)} does not say which structures it was made for; ${newest.file} is taken, ${inFrame.length > 1 ? `the newest of ${inFrame.length}` : 'the only one'} in its frame of reference.`;
    guesses.push({ field, code: 'newest-structures', message });
  }
  return newest;
}

interface Making {
  readonly study: Study;
  readonly anatomy: RtStructureSet | undefined;
  readonly guesses: Guess[];
  readonly missing: string[];
}

function courseOf(
  group: readonly Dated[],
  g: number,
  isPlanned: boolean,
  { study, anatomy, guesses, missing }: Making,
): CaseCourse {
  const [first] = group;
  const role = isPlanned ? 'planned' : 'prior';
  const code = first.day === '' ? 'undated' : 'role-by-date';
  const why = first.day === '' ? 'no date is in its files' : isPlanned ? 'it is the newest' : 'a newer one is there';
  guesses.push({
    field: `courses[${g}].role`,
    code,
    message: `${nameOf(first)} (${first.day === '' ? 'undated' : isoDay(first.day)}) is taken for the ${role} course: ${why}.`,
  });
  const phases = group.map((each): CasePhase => phaseOf(each, missing));
  const structures = isPlanned ? undefined : structuresFor(first, study, guesses, `courses[${g}].structures`);
  const targets = targetsOf(first, isPlanned ? anatomy : structures);
  if (targets.length > 0) {
    guesses.push({
      field: `courses[${g}].targets`,
      code: 'targets-of-plan',
      message: `Targets and doses of ${nameOf(first)} are those of its plan: ${targets.map(({ roi, doseGy }) => `${roi} ${doseGy} Gy`).join(', ')}.`,
    });
  }
  if (first.day !== '') {
    const field = isPlanned ? 'starts' : 'started';
    guesses.push({
      field: `courses[${g}].${field}`,
      code: 'date-of-plan',
      message: `${isoDay(first.day)} is the date of the plan of ${nameOf(first)}, not that of its first fraction.`,
    });
  }
  return {
    name: nameOf(first),
    role,
    ...(first.day !== '' && (isPlanned ? { starts: isoDay(first.day) } : { started: isoDay(first.day) })),
    phases,
    ...(structures && { structures: structures.file }),
    ...(targets.length > 0 && { targets }),
  };
}

function phaseOf({ doses, plan }: Dated, missing: string[]): CasePhase {
  const files = doses.map(({ file }) => file);
  const groups = plan?.fractionGroups ?? [];
  if (groups.length !== 1 || groups[0].fractionsPlanned === undefined) {
    missing.push(`the number of fractions of ${plan?.label || files[0]}`);
  }
  return { dose: files.length === 1 ? files[0] : files, ...(plan && { plan: plan.file }) };
}

function targetsOf({ plan }: Dated, structures: RtStructureSet | undefined): { roi: string; doseGy: number }[] {
  return (plan?.prescriptions ?? []).flatMap(({ type, roiNumber, doseGy }) => {
    const roi = structures?.rois.find(({ number }) => number === roiNumber)?.name;
    return type === 'TARGET' && roi !== undefined && doseGy !== undefined && doseGy > 0 ? [{ roi, doseGy }] : [];
  });
}
