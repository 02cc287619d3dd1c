import { matchOrgan } from '../constraints/organ-names';
import { type HeadOfUnusable, headOfUnusable } from '../dicom/head-of-unusable';
import { NotDicomError } from '../dicom/not-dicom-error';
import { type DicomFile, readDicom } from '../dicom/read-dicom';
import type { RtDose } from '../dicom/rt-dose';
import type { RtPlan } from '../dicom/rt-plan';
import type { RtStructureSet } from '../dicom/rt-structure-set';
import type { DeformableSpatialRegistration, SpatialRegistration } from '../dicom/spatial-registration';
import { type Finding, makeFinding } from '../findings/finding';
import { InputError, type Refusal } from '../input-error';
import { withinFrameFindings } from '../registration/within-frame';
import { buildStudy, type LinkedDose, type Study } from '../study/build-study';
import { zeroDoseFindings } from '../study/dose-scale';
import { emptyPlaneFindings } from '../study/empty-planes';
import { groupsOf } from '../study/fraction-count';
import { identitiesOf } from '../study/patient-identity';
import { radiationKind } from '../study/radiation-kind';
import { isOfSeveralPlans } from '../study/several-plans';
import type { StudyObject } from '../study/study-object';
import { contoursOffImages } from './contours-off-images';
import { contoursOutsideDose } from './contours-outside-dose';

/** The JSON of `inspect`: what is in files and folders, what belongs together, what is wrong with it. */
export interface Inspection {
  readonly patients: readonly {
    readonly id: string;
    readonly name: string;
    readonly birthDate: string;
    readonly sex: string;
    readonly files: number;
  }[];
  readonly doses: readonly ReturnType<typeof doseEntry>[];
  readonly plans: readonly ReturnType<typeof planEntry>[];
  readonly structureSets: readonly ReturnType<typeof structuresEntry>[];
  readonly ctSeries: readonly ReturnType<typeof ctEntry>[];
  readonly registrations: readonly ReturnType<typeof registrationEntry>[];
  /** Frames of reference; those in one group are joined by registrations. */
  readonly frameGroups: readonly (readonly string[])[];
  readonly others: readonly { readonly file: string; readonly what: string }[];
  /** Files that cannot be read, each with the reason. */
  readonly unreadable: readonly Unreadable[];
  /** Files that are no DICOM. */
  readonly foreign: readonly { readonly file: string; readonly what: string }[];
  readonly findings: readonly Finding[];
}

/** A file that cannot be read: the reason as a sentence, and in its parts. */
export interface Unreadable {
  readonly file: string;
  readonly reason: string;
  readonly refusal: Refusal;
}

/** One whose object cannot be used, with what its head says where that can be read. */
export interface UnusableFile extends Unreadable {
  readonly head?: HeadOfUnusable;
}

/** Everything that was read from a heap of files, and what could not be. */
export interface Gathered {
  readonly objects: readonly StudyObject[];
  readonly unreadable: readonly UnusableFile[];
  readonly foreign: readonly { readonly file: string; readonly what: string }[];
}

/**
 * Reads files one after the other, and takes what was read of its head alone. One that cannot be read is an entry, not
 * the end, whether its bytes could not be had or say nothing.
 */
export async function gather(files: AsyncIterable<DicomFile | StudyObject | Unreadable>): Promise<Gathered> {
  const objects: StudyObject[] = [];
  const unreadable: UnusableFile[] = [];
  const foreign: { file: string; what: string }[] = [];
  for await (const file of files) {
    if ('kind' in file) {
      objects.push(file);
      continue;
    }
    if ('reason' in file) {
      unreadable.push(file);
      continue;
    }
    try {
      const object = readDicom(file);
      // Holding on to a slice's pixels would hold a whole CT in memory.
      if (object.kind === 'ct') objects.push((({ storedValues: _, ...header }) => header)(object));
      else objects.push(object);
    } catch (error) {
      if (error instanceof NotDicomError) foreign.push({ file: file.path, what: error.looksLike });
      else if (error instanceof InputError) {
        const head = headOfUnusable(file);
        unreadable.push({ file: file.path, reason: error.message, refusal: error.refusal, ...(head && { head }) });
      } else throw error;
    }
  }
  return { objects, unreadable, foreign };
}

/**
 * Reads files and says what they are.
 * @throws InputError where there is no DICOM object among them at all.
 */
export async function inspect(files: AsyncIterable<DicomFile | Unreadable>): Promise<Inspection> {
  const gathered = await gather(files);
  return inspectionOf(gathered, buildStudy(gathered.objects));
}

/** What was read, in plain entries. @throws InputError where there is no DICOM object at all. */
export function inspectionOf({ objects, unreadable, foreign }: Gathered, study: Study): Inspection {
  if (objects.length === 0) throw nothingToRead(unreadable, foreign);
  const doses = study.doses.flatMap(({ dose }) => ('pixels' in dose ? [dose as RtDose] : []));
  return {
    patients: patientsOf(objects),
    doses: study.doses.map((linked) => doseEntry(linked, study.plans)),
    plans: study.plans.map(planEntry),
    structureSets: study.structureSets.map(structuresEntry),
    ctSeries: study.ctSeries.map(ctEntry),
    registrations: [...study.registrations.map(registrationEntry), ...study.deformableRegistrations.flatMap(deformationEntries)],
    frameGroups: study.frameGroups,
    others: study.others.map(({ file, sopClass }) => ({ file, what: sopClass })),
    unreadable: unreadable.map(({ head: _, ...each }) => each),
    foreign,
    findings: [
      ...unreadable.map(({ refusal }) => makeFinding('file-unreadable', 'error', refusal)),
      ...study.findings,
      ...doses.flatMap((dose) => [...zeroDoseFindings(dose), ...emptyPlaneFindings(dose)]),
      ...[...study.registrations, ...study.deformableRegistrations].flatMap(withinFrameFindings),
      ...contoursOutsideDose(doses, study.structureSets),
      ...contoursOffImages(study.structureSets, study.ctSeries),
    ],
  };
}

function nothingToRead(unreadable: readonly Unreadable[], foreign: readonly { file: string; what: string }[]): Error {
  if (unreadable.length === 1 && foreign.length === 0) return new InputError(unreadable[0].refusal);
  const [lost] = unreadable;
  const said = lost ? [lost.file, lost.refusal.where, lost.refusal.found] : [foreign[0]?.file, foreign[0]?.what];
  const first = said.filter(Boolean).join(': ');
  const count = unreadable.length + foreign.length;
  return new InputError({
    found: count === 0 ? 'no files' : `no readable DICOM among ${count} file${count > 1 ? 's' : ''} (${first})`,
    needed: 'DICOM files of a patient: RT Dose, RT Structure Set, RT Plan, CT',
  });
}

const patientsOf = (objects: readonly StudyObject[]): Inspection['patients'] =>
  identitiesOf(objects).map(({ files, ...identity }) => ({ ...identity, files: files.length }));

function doseEntry({ dose, plan, structures }: LinkedDose, plans: readonly RtPlan[]) {
  const last = dose.gridFrameOffsetsMm?.at(-1) ?? 0;
  const offsets = dose.gridFrameOffsetsMm;
  return {
    file: dose.file,
    ...(dose.planeFiles && { planeFiles: dose.planeFiles }),
    frameOfReferenceUid: dose.frameOfReferenceUid ?? null,
    summation: dose.doseSummationType,
    type: dose.doseType,
    units: dose.doseUnits,
    highest: 'pixels' in dose ? highestOf(dose as RtDose) : null,
    voxels: [dose.columns, dose.rows, dose.frames],
    spacingMm: [
      dose.columnSpacingMm,
      dose.rowSpacingMm,
      offsets && offsets.length > 1 ? Math.abs(last - offsets[0]) / (offsets.length - 1) : null,
    ],
    plan: plan
      ? {
          file: plan.file,
          label: plan.label,
          /** The numbers of the fraction groups that the dose is of, and the fractions of each. */
          groups: groupsOf(dose, plan).map(({ number }) => number),
          fractions: groupsOf(dose, plan).map(({ fractionsPlanned }) => fractionsPlanned ?? null),
        }
      : null,
    ...(isOfSeveralPlans(dose) && { ofPlans: plansOf(dose, plans) }),
    structures: structures?.file ?? null,
  };
}

/** The plans of a dose of several: how many it names, and those that are among the files. */
function plansOf({ referencedPlans }: LinkedDose['dose'], plans: readonly RtPlan[]) {
  const uids = referencedPlans.map(({ sopInstanceUid }) => sopInstanceUid);
  const here = plans.filter(({ sopInstanceUid }) => uids.includes(sopInstanceUid));
  return { named: uids.length, here: here.map(({ file, label }) => ({ file, label })) };
}

function highestOf({ pixels, doseGridScaling }: RtDose): number {
  let top = 0;
  for (let n = 0; n < pixels.length; n++) if (pixels[n] > top) top = pixels[n];
  return top * doseGridScaling;
}

const planEntry = (plan: RtPlan) => ({
  file: plan.file,
  label: plan.label,
  date: plan.date ?? null,
  approvalStatus: plan.approvalStatus,
  /** `photon`, `photon + electron`, `carbon ion`, `brachytherapy LDR` ...; `unknown` where the plan does not say. */
  kind: radiationKind(plan),
  fractionGroups: plan.fractionGroups.map(({ number, fractionsPlanned, beamNumbers }) => ({
    number,
    fractions: fractionsPlanned ?? null,
    beams: beamNumbers.length,
  })),
  prescriptions: plan.prescriptions
    .filter(({ type }) => type === 'TARGET')
    .map(({ description, doseGy }) => ({ description, doseGy: doseGy ?? null })),
});

const structuresEntry = (structures: RtStructureSet) => ({
  file: structures.file,
  label: structures.label,
  date: structures.date ?? null,
  frameOfReferenceUids: [
    ...new Set(
      structures.rois.flatMap(({ frameOfReferenceUid, contours }) => (contours.length > 0 && frameOfReferenceUid) || []),
    ),
  ],
  rois: structures.rois.map(({ number, name, contours }) => ({
    number,
    name,
    contours: contours.length,
    organ: matchOrgan(name).organ ?? null,
  })),
});

const ctEntry = ({ images, description, frameOfReferenceUid, fromMm, toMm, spacingMm }: Study['ctSeries'][number]) => ({
  firstFile: images[0].file,
  description,
  date: images[0].studyDate ?? null,
  images: images.length,
  frameOfReferenceUid: frameOfReferenceUid ?? null,
  fromMm,
  toMm,
  spacingMm: spacingMm ?? null,
});

/** What carries points from which frames to which, in the object's own direction. */
interface RegistrationEntry {
  readonly file: string;
  readonly type: 'matrix' | 'deformable';
  readonly from: readonly string[];
  readonly to: string;
}

const registrationEntry = ({ file, frameOfReferenceUid, items }: SpatialRegistration): RegistrationEntry => ({
  file,
  type: 'matrix',
  from: items.map(({ sourceFrameOfReferenceUid }) => sourceFrameOfReferenceUid).filter((uid) => uid !== frameOfReferenceUid),
  to: frameOfReferenceUid,
});

const deformationEntries = ({ file, frameOfReferenceUid, items }: DeformableSpatialRegistration): RegistrationEntry[] =>
  items
    .filter(({ sourceFrameOfReferenceUid }) => sourceFrameOfReferenceUid !== frameOfReferenceUid)
    .map(({ sourceFrameOfReferenceUid: to, grid }) => ({
      file,
      type: grid ? 'deformable' : 'matrix',
      from: [frameOfReferenceUid],
      to,
    }));
