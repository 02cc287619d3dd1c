import type { Constraint } from '../constraints/constraint';
import { type ConstraintSet, DEFAULT_CONSTRAINT_SET, loadConstraintSet, parseConstraintSet } from '../constraints/constraint-set';
import { parseInlineGoal } from '../constraints/inline-goal';
import type { DicomHeader } from '../dicom/dicom-header';
import type { DicomObject } from '../dicom/dicom-object';
import type { RtDose } from '../dicom/rt-dose';
import { parseMetric } from '../dvh/metric';
import { type Finding, makeFinding } from '../findings/finding';
import { makeDoseGrid, sumDoseGrids } from '../geometry/dose-grid';
import { InputError } from '../input-error';
import { parseJsonText } from '../json-text';
import type { SourcedTransform } from '../registration/frame-path';
import { inItsFrame } from '../study/build-study';
import { frameStudyFindings } from '../study/frame-studies';
import { planDose } from '../study/plan-dose';
import { planFindings } from '../study/plan-findings';
import { radiationFindings } from '../study/radiation-findings';
import { distinctObjects } from '../study/shared-identifiers';
import { absentDrawnFindings } from './absent-drawn';
import { type Anatomy, anatomyOf } from './anatomy';
import { type CaseCourse, type CaseFile, type CasePhase, parseCaseFile } from './case-file';
import type { CaseCourseInput, CaseInputs, CasePhaseInput, Region } from './case-inputs';
import { CaseReader, type FileAccess } from './case-reader';
import { refuseDoubleCounting, sameDoseInTwoCourses } from './dose-sharing';
import { ownGoalFor, tableGoalsFor } from './goal-names';
import { oddEntries } from './odd-entries';
import { ownStacks } from './own-stacks';
import { organsLost, withLostOrgans } from './prior-organs';
import { readRegistration } from './read-registration';
import { registrationFileOf } from './registration-entry';
import { samePatient } from './same-patient';
import type { SourceFile } from './source-file';
import { PLAIN_STEPS, type Steps } from './steps';

/**
 * Reads a case file and everything it names, and checks that it belongs together.
 * @param caseText the case file's text. @param casePath its path, for messages.
 * @throws InputError on the first thing that makes the case unusable.
 */
export async function loadCase(
  caseText: string,
  casePath: string,
  access: FileAccess,
  steps: Steps = PLAIN_STEPS,
): Promise<CaseInputs> {
  try {
    return await readCase(caseText, casePath, access, steps);
  } catch (error) {
    throw error instanceof InputError ? error.inFile(casePath) : error;
  }
}

async function readCase(caseText: string, casePath: string, access: FileAccess, steps: Steps): Promise<CaseInputs> {
  const caseFile = parseCaseFile(caseText, casePath);
  refuseUnknownMetrics(caseFile, casePath);
  refuseEmptyPaths(caseFile, casePath);
  const reader = new CaseReader(access, steps);
  const courses: CaseCourseInput[] = [];
  for (const [index, course] of caseFile.courses.entries()) courses.push(await readCourse(course, index, reader));

  const structures = await reader.structures(caseFile.structures, 'structures');
  const transforms: SourcedTransform[] = [];
  for (const [index, entry] of (caseFile.registrations ?? []).entries()) {
    transforms.push(...(await readRegistration(entry, `registrations[${index}]`, casePath, reader)));
  }
  const objects = [...reader.objects.values()];
  const person = samePatient(objects, caseFile, casePath);
  const anatomy = anatomyOf(structures, caseFile, steps);
  const rois = structures.rois.map((roi) => roi.name);
  const asked = await readConstraints(caseFile.constraints, casePath, access, anatomy, rois);
  const { constraintSets, ownGoals } = asked;
  refuseUnknownRecords(caseFile, anatomy.regions, casePath);
  const goals = new Set([...constraintSets.flatMap((set) => set.constraints), ...ownGoals].map(({ organ }) => organ));
  const lostWithGoals = new Map([...organsLost(courses, anatomy.regions)].filter(([organ]) => goals.has(organ)));
  const plans = objects.filter((object) => object.kind === 'plan');
  return {
    caseFile,
    courses,
    frameOfReferenceUid: anatomy.frameOfReferenceUid,
    structures,
    regions: anatomy.regions,
    undrawn: anatomy.undrawn,
    transforms,
    constraintSets,
    ownGoals,
    files: [...reader.files.values()],
    patient: {
      ...structures.patient,
      sex: structures.patient.sex ?? '',
      identities: person.identities,
      samePatient: person.samePatient,
    },
    findings: unique([
      ...reader.findings,
      ...person.findings,
      ...sameDoseInTwoCourses(courses),
      ...distinctObjects(objects).findings.filter(({ code }) => code === 'same-uid-other-content'),
      ...changedInputs(caseFile, reader.files),
      ...planFindings(plans),
      ...frameStudyFindings(placedOf(objects)),
      ...objects.flatMap((object) => object.findings),
      ...withLostOrgans(anatomy.findings, lostWithGoals),
      ...oddEntries(caseFile, courses, anatomy.regions),
      ...absentDrawnFindings(caseFile, structures, anatomy.regions, courses),
      ...asked.findings,
    ]),
  };
}

/** A case may be saved with files that are still to be chosen; it cannot be assessed. */
function refuseEmptyPaths({ structures, courses, registrations = [] }: CaseFile, file: string): void {
  const paths: [string, string | undefined][] = [['structures', structures]];
  for (const [c, course] of courses.entries()) {
    paths.push([`courses[${c}].structures`, course.structures]);
    for (const [p, { dose, plan }] of course.phases.entries()) {
      const where = `courses[${c}].phases[${p}]`;
      if (Array.isArray(dose)) paths.push(...dose.map((each, n): [string, string] => [`${where}.dose[${n}]`, each]));
      else paths.push([`${where}.dose`, dose]);
      paths.push([`${where}.plan`, plan]);
    }
  }
  for (const [n, entry] of registrations.entries()) {
    const where = typeof entry === 'string' ? `registrations[${n}]` : `registrations[${n}].file`;
    paths.push([where, registrationFileOf(entry)]);
  }
  const [where, named] = paths.find(([, each]) => each?.trim() === '') ?? [];
  if (where) throw new InputError({ file, where, found: `"${named}"`, needed: 'the path of a file' });
}

/** A metric that cannot be read is one of the case, not of the program. */
function refuseUnknownMetrics({ metrics = [] }: CaseFile, file: string): void {
  for (const [index, metric] of metrics.entries()) {
    try {
      parseMetric(metric);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      throw new InputError({ file, where: `metrics[${index}]`, found: error.found, needed: error.needed });
    }
  }
}

/** The objects that lie in a frame of reference, each in that of its contours or voxels. */
const placedOf = (objects: readonly DicomObject[]): DicomHeader[] =>
  objects.flatMap((object): DicomHeader[] => {
    if (object.kind === 'structures') return [inItsFrame(object)];
    return object.kind === 'dose' ? [object] : [];
  });

/** Files that are not what they were when the case was saved. */
function changedInputs({ inputs = {} }: CaseFile, files: ReadonlyMap<string, SourceFile>): Finding[] {
  return [...files.values()].flatMap(({ path, sha256 }): Finding[] => {
    const saved = inputs[path];
    if (saved === undefined || saved === sha256) return [];
    return [makeFinding('input-changed', 'error', {}, { file: path })];
  });
}

/**
 * The sets and goals that a case asks for: names of the program's sets, paths of own tables (`*.json`), goals written out;
 * users' goals by the names that the anatomy has.
 */
async function readConstraints(
  asked: CaseFile['constraints'],
  casePath: string,
  access: FileAccess,
  anatomy: Anatomy,
  rois: readonly string[],
) {
  const constraintSets: ConstraintSet[] = [];
  const ownGoals: Constraint[] = [];
  const findings: Finding[] = [];
  for (const [index, entry] of [asked ?? DEFAULT_CONSTRAINT_SET].flat().entries()) {
    if (typeof entry !== 'string') {
      const where = `constraints[${index}]`;
      ownGoals.push(ownGoalFor(parseInlineGoal(entry, casePath, where), anatomy, rois, where, casePath));
    } else if (entry.endsWith('.json')) {
      const set = parseConstraintSet(tableOf(await access.read(entry), entry), entry);
      const known = tableGoalsFor(set.constraints, anatomy, rois, entry);
      constraintSets.push({ ...set, constraints: known.constraints });
      findings.push(...known.findings);
    } else constraintSets.push(loadConstraintSet(entry, Array.isArray(asked) ? `constraints[${index}]` : 'constraints'));
  }
  return { constraintSets, ownGoals, findings };
}

const tableOf = (bytes: Uint8Array, file: string): unknown =>
  parseJsonText(new TextDecoder().decode(bytes), file, 'a constraint table');

async function readCourse(course: CaseCourse, index: number, reader: CaseReader): Promise<CaseCourseInput> {
  const name = course.name ?? (course.role === 'planned' ? 'Planned' : `Prior ${index + 1}`);
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
  const own = structures && ownStacks(structures, frameUid, name, reader.steps, course.registration === 'none');
  reader.findings.push(...(own?.findings ?? []));
  if (course.registration === 'none') refuseApart(course, `courses[${index}]`, phases);
  return {
    name,
    role: course.role,
    phases,
    started: course.started ?? course.starts,
    completed: course.completed,
    concurrentChemotherapy: course.concurrentChemotherapy ?? 'unknown',
    structures,
    ownStacks: own?.stacks,
    isApart: course.registration === 'none',
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
    throw refused('for a course without a dose file', 'an RT Dose for each phase; a record needs no registration');
}

/** A dose of a record on an organ that the case does not have would be lost without a word. */
function refuseUnknownRecords({ courses }: CaseFile, regions: readonly Region[], casePath: string): void {
  const known = new Set(regions.flatMap(({ names }) => names));
  for (const [c, course] of courses.entries()) {
    const places: [string, typeof course.organDoses][] = [
      [`courses[${c}].organDoses`, course.organDoses],
      ...course.phases.map((phase, p): [string, typeof course.organDoses] => [
        `courses[${c}].phases[${p}].organDoses`,
        phase.organDoses,
      ]),
    ];
    for (const [where, doses] of places) {
      const named = Object.keys(doses ?? {});
      for (const name of named) refuseShared(name, regions, `${where}.${name}`, casePath);
      const unknown = named.find((organ) => !known.has(organ));
      if (unknown === undefined) continue;
      throw new InputError({
        file: casePath,
        where: `${where}.${unknown}`,
        found: 'an organ that is not in the anatomy of the case',
        needed: `one of ${[...known].join(', ')}`,
      });
    }
  }
}

/** A record's maximum is of one ROI: where several have its name, it says of which. */
function refuseShared(name: string, regions: readonly Region[], where: string, file: string): void {
  const meant = regions.filter((region) => region.roi && region.names.includes(name) && region.name !== name);
  if (regions.some((region) => region.name === name) || meant.length < 2) return;
  if (!meant.every((region) => region.name.endsWith(`${name}#${region.roi?.number}`))) return;
  throw new InputError({
    file,
    where,
    found: `the name of ${meant.length} ROIs (numbers ${meant.map(({ roi }) => roi?.number).join(', ')})`,
    needed: `the one that is meant: ${meant.map((region) => `"${region.name}"`).join(' or ')}`,
  });
}

function delivered(phase: CasePhase, planned: number, where: string): { fractions: number; deliveredShare: number } {
  const fractions = phase.deliveredFractions ?? planned;
  if (fractions > planned) {
    throw new InputError({
      where: `${where}.deliveredFractions`,
      found: `${fractions} of ${planned} fractions`,
      needed: 'no more than were planned',
    });
  }
  return { fractions, deliveredShare: fractions / planned };
}

function scheduleOf(phase: CasePhase): CasePhaseInput['schedule'] {
  const { fractionsPerDay = 1, hoursBetween } = phase;
  return fractionsPerDay > 1 && hoursBetween !== undefined ? { fractionsPerDay, hoursBetween } : undefined;
}

function recordedPhase(phase: CasePhase, course: CaseCourse, index: number, where: string): CasePhaseInput {
  const organDoses = { ...course.organDoses, ...phase.organDoses };
  return {
    name: phase.name ?? `Phase ${index + 1}`,
    header: undefined,
    files: [],
    plan: undefined,
    doseShare: 1,
    ...delivered(phase, phase.fractions!, where),
    dose: {
      kind: 'record',
      totalDoseGy: phase.totalDoseGy,
      hotSpotFactor: phase.hotSpotFactor,
      organMaximaGy: Object.fromEntries(Object.entries(organDoses).map(([organ, dose]) => [organ, dose.Dmax])),
    },
    schedule: scheduleOf(phase),
  };
}

async function readPhase(phase: CasePhase, index: number, where: string, reader: CaseReader): Promise<CasePhaseInput> {
  const paths = Array.isArray(phase.dose) ? phase.dose : [phase.dose!];
  const doses: RtDose[] = [];
  for (const path of paths) doses.push(await reader.dose(path, `${where}.dose`));
  const plan = phase.plan ? await reader.plan(phase.plan, `${where}.plan`) : await reader.planBeside(paths[0], doses[0]);
  if (paths.length === 1 && doses[0].doseSummationType === 'BEAM')
    doses.push(...(await reader.otherBeamDoses(paths[0], doses[0])));
  if (doses[0].doseSummationType === 'RECORD' && phase.deliveredFractions !== undefined) throw deliveredTwice(doses[0], where);
  const made = planDose(doses, plan, { fractions: phase.fractions, doseIs: phase.doseIs, doseShare: phase.doseShare });
  reader.findings.push(...made.findings, ...radiationFindings(doses[0], plan));
  if (made.doses[0].dose.frames === 1) throw onePlane(doses[0]);
  const file = paths[0];
  const sources = made.doses.flatMap(({ dose, scale }) =>
    (dose.planeFiles ?? [dose.file]).map((path) => ({ sha256: reader.files.get(path)!.sha256, scale })),
  );
  const grid = reader.steps.doseGrid(sources, () =>
    sumDoseGrids(
      made.doses.map(({ dose, scale }) => makeDoseGrid(dose, scale)),
      file,
    ),
  );
  const files = doses.map((dose) => reader.files.get(dose.file)!);
  if (plan) files.push(reader.files.get(plan.file)!);
  const { pixels: _, ...header } = made.doses[0].dose;
  return {
    name: phase.name ?? plan?.label ?? `Phase ${index + 1}`,
    header,
    files,
    plan,
    doseShare: phase.doseShare ?? 1,
    ...delivered(phase, made.fractions, where),
    dose: { kind: 'grid', grid },
    schedule: scheduleOf(phase),
  };
}

/** Between planes there is no dose, so one plane is the dose of no organ. */
const onePlane = ({ file }: RtDose) =>
  new InputError({
    file,
    where: '(0028,0008) NumberOfFrames',
    found: 'a dose of one plane',
    needed: 'the whole dose; where its planes are in single files, all of them under `dose`',
  });

/** A dose of treatment records has already only what was delivered. */
const deliveredTwice = ({ file }: RtDose, where: string) =>
  new InputError({
    file,
    where: `${where}.deliveredFractions`,
    found: 'a number, for a dose that is of the treatment as delivered (RECORD) and would be scaled down a second time',
    needed: '`fractions`: the number that was delivered, and no `deliveredFractions`',
  });

function unique(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const key = `${finding.code} ${finding.file ?? ''} ${finding.message}`;
    return !seen.has(key) && seen.add(key);
  });
}
