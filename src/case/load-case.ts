import type { DicomHeader } from '../dicom/dicom-header';
import type { GuessMade } from '../findings/assessment-facts';
import { type Finding, makeFinding } from '../findings/finding';
import { InputError } from '../input-error';
import type { SourcedTransform } from '../registration/frame-path';
import { inItsFrame } from '../study/build-study';
import { frameStudyFindings } from '../study/frame-studies';
import { planFindings } from '../study/plan-findings';
import { distinctObjects } from '../study/shared-identifiers';
import type { StudyObject } from '../study/study-object';
import { absentDrawnFindings } from './absent-drawn';
import { anatomyOf } from './anatomy';
import { type CaseFile, parseCaseFile } from './case-file';
import type { CaseCourseInput, CaseInputs } from './case-inputs';
import { withSlashes } from './case-paths';
import { CaseReader, type FileAccess } from './case-reader';
import { refuseContradictedCourses } from './contradicted-courses';
import { courseNames, sharedNameFindings } from './course-names';
import { refuseDifferingParts } from './differing-parts';
import { sameDoseInTwoCourses } from './dose-sharing';
import { groupsNotCounted } from './groups-not-counted';
import { heldGuesses } from './held-guesses';
import { withNamedOrgans } from './named-organs';
import { oddEntries } from './odd-entries';
import { oddGoals } from './odd-goals';
import { organsAskedWhole } from './organs-asked-whole';
import { organsLost, withLostOrgans } from './prior-organs';
import { readConstraints } from './read-constraints';
import { readCourse } from './read-course';
import { readRegistration } from './read-registration';
import { refuseOddShares } from './recovery-shares';
import { saidGuesses } from './said-guesses';
import { samePatient } from './same-patient';
import { refuseUnreckonedRepair } from './several-a-day';
import type { SourceFile } from './source-file';
import { PLAIN_STEPS, type Steps } from './steps';
import { refuseTwoDoses, targetRoiFindings } from './target-rois';
import { refuseUnknownRecords } from './unknown-records';
import { refuseEmptyPaths, refuseUnknownMetrics } from './unreadable-fields';
import { withVisibleNames } from './visible-names';

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
  const written = await withSlashes(parseCaseFile(caseText, casePath), access);
  const caseFile = withNamedOrgans(withVisibleNames(written), casePath);
  refuseUnknownMetrics(caseFile, casePath);
  refuseOddShares(caseFile, casePath);
  refuseEmptyPaths(caseFile, casePath);
  refuseContradictedCourses(caseFile, casePath);
  const reader = new CaseReader(access, steps);
  const names = courseNames(caseFile.courses);
  const courses: CaseCourseInput[] = [];
  for (const [index, course] of caseFile.courses.entries()) {
    courses.push(await readCourse(course, index, names[index], reader));
  }

  const structures = await reader.structures(caseFile.structures, 'structures');
  const transforms: SourcedTransform[] = [];
  for (const [index, entry] of (caseFile.registrations ?? []).entries()) {
    transforms.push(...(await readRegistration(entry, `registrations[${index}]`, casePath, reader)));
  }
  const objects = await reader.readObjects();
  const person = samePatient(objects, caseFile, casePath);
  const anatomy = anatomyOf(structures, caseFile, steps);
  refuseDifferingParts(caseFile, anatomy.regions, casePath);
  refuseUnreckonedRepair(caseFile, courses, anatomy.regions, casePath);
  const rois = structures.rois.map((roi) => roi.name);
  const asked = await readConstraints(caseFile.constraints, casePath, access, anatomy, rois);
  const { constraintSets, ownGoals } = asked;
  refuseUnknownRecords(caseFile, anatomy.regions, casePath);
  refuseTwoDoses(caseFile, structures, casePath);
  const allGoals = [...constraintSets.flatMap((set) => set.constraints), ...ownGoals];
  const goals = new Set(allGoals.map(({ organ }) => organ));
  const lostWithGoals = new Map([...organsLost(courses, anatomy.regions)].filter(([organ]) => goals.has(organ)));
  const plans = objects.filter((object) => object.kind === 'plan');
  return {
    caseFile,
    courses,
    frameOfReferenceUid: anatomy.frameOfReferenceUid,
    structures,
    regions: anatomy.regions,
    undrawn: { ...anatomy.undrawn, parts: anatomy.partsOf(organsAskedWhole(caseFile, allGoals)) },
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
      ...sharedNameFindings(caseFile.courses),
      ...sameDoseInTwoCourses(courses),
      ...distinctObjects(objects).findings.filter(({ code }) => code === 'same-uid-other-content'),
      ...changedInputs(caseFile, reader.files),
      ...guessedFindings(caseFile),
      ...planFindings(plans),
      ...groupsNotCounted(courses),
      ...frameStudyFindings(placedOf(objects)),
      ...objects.flatMap((object) => object.findings),
      ...withLostOrgans(anatomy.findings, lostWithGoals),
      ...oddEntries(caseFile, courses, anatomy.regions),
      ...targetRoiFindings(caseFile, courses, structures),
      ...oddGoals(allGoals, anatomy.regions),
      ...absentDrawnFindings(caseFile, structures, anatomy.regions, courses),
      ...asked.findings,
    ]),
  };
}

/** The objects that lie in a frame of reference, each in that of its contours or voxels. */
const placedOf = (objects: readonly StudyObject[]): DicomHeader[] =>
  objects.flatMap((object): DicomHeader[] => {
    if (object.kind === 'structures') return [inItsFrame(object)];
    return object.kind === 'dose' ? [object] : [];
  });

/** Files that are not what they were when the case was saved. */
function changedInputs({ inputs = {} }: CaseFile, files: ReadonlyMap<string, SourceFile>): Finding[] {
  const savedOf = new Map(Object.entries(inputs).map(([path, sha256]) => [plainPath(path), sha256]));
  return [...files.values()].flatMap(({ path, sha256 }): Finding[] => {
    const saved = savedOf.get(plainPath(path));
    if (saved === undefined || saved === sha256) return [];
    return [makeFinding('input-changed', 'error', {}, { file: path })];
  });
}

/** A path in one spelling: `./prior//RD.dcm` is `prior/RD.dcm`. */
const plainPath = (path: string): string => {
  const parts: string[] = [];
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.' && (part !== '' || parts.length === 0)) parts.push(part);
  }
  return parts.join('/');
};

function unique(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const key = `${finding.code} ${finding.file ?? ''} ${finding.message}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** That values of the case are the program's guesses, which a person has still to confirm, and what it left out. */
function guessedFindings(caseFile: CaseFile): Finding[] {
  const { said, others: foreign } = saidGuesses(caseFile.guesses ?? []);
  const all = [...foreign, ...(heldGuesses(caseFile, said) as readonly object[] as typeof foreign)];
  // What a name was taken for is told with the other names, whether or not the case has it as a guess.
  const guesses = all.filter(({ code }) => code !== 'organ-by-name');
  const files = guesses.flatMap((guess) => leftOutIn(guess));
  const others = guesses.filter((guess) => leftOutIn(guess).length === 0);
  const each = others.map(({ code, facts = {} }) => ({ code, facts: facts as GuessMade['facts'] }));
  const messages = others.map(({ message }) => message);
  return [
    ...(files.length > 0 ? [makeFinding('course-left-out', 'error', { files })] : []),
    ...(others.length > 0 ? [makeFinding('guesses-not-confirmed', 'warning', { guesses: messages, each })] : []),
  ];
}

function leftOutIn({ code, facts }: NonNullable<CaseFile['guesses']>[number]): string[] {
  const files = code === 'course-left-out' ? facts?.files : undefined;
  return Array.isArray(files) ? files.map(String) : [];
}
