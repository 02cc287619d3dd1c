import type { DoseHeader } from '../dicom/rt-dose';
import type { RtPlan } from '../dicom/rt-plan';
import type { RtStructureSet } from '../dicom/rt-structure-set';
import type { Study } from '../study/build-study';
import type { CaseCourse, CaseFile, CasePhase } from './case-file';
import { type Guess, type Missing, makeGuess, makeMissing } from './proposal-words';
import { proposeRegistrations } from './propose-registrations';
import { nameRois } from './roi-names';

/** A case made from what was found, as far as it can be; `missing` says what a person has to give. */
export interface CaseProposal {
  readonly caseFile: CaseFile | undefined;
  readonly guesses: readonly Guess[];
  readonly missing: readonly Missing[];
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
  const missing: Missing[] = [];
  const dated = datedDoses(study);
  if (dated.length === 0) return { caseFile: undefined, guesses, missing: [makeMissing('no-dose', {})] };
  const groups = groupByCourse(dated, guesses);
  const planned = groups.at(-1)!;
  const structures = structuresFor(planned[0], study, guesses, 'structures');
  if (!structures) missing.push(makeMissing('no-structures', {}));
  const courses = groups.map((group, g) =>
    courseOf(group, g, g === groups.length - 1, { study, anatomy: structures, guesses, missing }),
  );
  if (groups.length === 1) missing.push(makeMissing('one-course', {}));
  const registrations = proposeRegistrations(study, missing);
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
    const days = Math.round(daysBetween(last[0].day, each.day));
    const facts = { names: [nameOf(each), nameOf(last[0])], days } as const;
    guesses.push(makeGuess(`courses[${groups.length - 1}].phases`, 'same-course', facts));
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
    const facts = { name: nameOf(each), file: newest.file, sets: inFrame.length };
    guesses.push(makeGuess(field, 'newest-structures', facts));
  }
  return newest;
}

interface Making {
  readonly study: Study;
  readonly anatomy: RtStructureSet | undefined;
  readonly guesses: Guess[];
  readonly missing: Missing[];
}

function courseOf(
  group: readonly Dated[],
  g: number,
  isPlanned: boolean,
  { study, anatomy, guesses, missing }: Making,
): CaseCourse {
  const [first] = group;
  const role = isPlanned ? 'planned' : 'prior';
  const name = nameOf(first);
  const at = `courses[${g}]`;
  guesses.push(
    first.day === ''
      ? makeGuess(`${at}.role`, 'undated', { name, role })
      : makeGuess(`${at}.role`, 'role-by-date', { name, role, day: isoDay(first.day) }),
  );
  const phases = group.map((each): CasePhase => phaseOf(each, missing));
  const structures = isPlanned ? undefined : structuresFor(first, study, guesses, `${at}.structures`);
  const targets = targetsOf(first, isPlanned ? anatomy : structures);
  if (targets.length > 0) guesses.push(makeGuess(`${at}.targets`, 'targets-of-plan', { name, targets }));
  if (first.day !== '') {
    const field = `${at}.${isPlanned ? 'starts' : 'started'}`;
    guesses.push(makeGuess(field, 'date-of-plan', { name, day: isoDay(first.day) }));
  }
  return {
    name,
    role,
    ...(first.day !== '' && (isPlanned ? { starts: isoDay(first.day) } : { started: isoDay(first.day) })),
    phases,
    ...(structures && { structures: structures.file }),
    ...(targets.length > 0 && { targets }),
  };
}

function phaseOf({ doses, plan }: Dated, missing: Missing[]): CasePhase {
  const files = doses.map(({ file }) => file);
  const groups = plan?.fractionGroups ?? [];
  if (groups.length !== 1 || groups[0].fractionsPlanned === undefined) {
    missing.push(makeMissing('no-fractions', { plan: plan?.label || files[0] }));
  }
  return { dose: files.length === 1 ? files[0] : files, ...(plan && { plan: plan.file }) };
}

function targetsOf({ plan }: Dated, structures: RtStructureSet | undefined): { roi: string; doseGy: number }[] {
  const named = nameRois(structures?.rois ?? [], ({ contours }) => contours.length > 0);
  return (plan?.prescriptions ?? []).flatMap(({ type, roiNumber, doseGy }) => {
    const roi = named.find((each) => each.roi.number === roiNumber)?.name;
    return type === 'TARGET' && roi !== undefined && doseGy !== undefined && doseGy > 0 ? [{ roi, doseGy }] : [];
  });
}
