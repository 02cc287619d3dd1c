import type { CtHeader } from '../dicom/ct-image';
import type { OtherObject } from '../dicom/dicom-object';
import type { DoseHeader } from '../dicom/rt-dose';
import type { RtPlan } from '../dicom/rt-plan';
import type { RtStructureSet } from '../dicom/rt-structure-set';
import type { DeformableSpatialRegistration, SpatialRegistration } from '../dicom/spatial-registration';
import { type Finding, makeFinding } from '../finding';
import { dateFindings } from './course-date';
import { type CtSeries, ctSeriesOf } from './ct-series';
import { type FrameGroup, frameFindings, joinedFrames } from './frames';
import { patientFindings } from './patient-findings';
import { dosePlanFindings, planFindings } from './plan-findings';

/** An object of a study: pixels of doses and CT images are not needed to see what belongs together. */
export type StudyObject =
  | DoseHeader
  | CtHeader
  | RtStructureSet
  | RtPlan
  | SpatialRegistration
  | DeformableSpatialRegistration
  | OtherObject;

/** A dose with the plan and the structure set that it references, where they are among the files. */
export interface LinkedDose {
  readonly dose: DoseHeader;
  readonly plan: RtPlan | undefined;
  readonly structures: RtStructureSet | undefined;
}

/** What is in a heap of files and what belongs to what. */
export interface Study {
  readonly doses: readonly LinkedDose[];
  readonly structureSets: readonly RtStructureSet[];
  readonly plans: readonly RtPlan[];
  readonly registrations: readonly SpatialRegistration[];
  readonly deformableRegistrations: readonly DeformableSpatialRegistration[];
  readonly ctSeries: readonly CtSeries[];
  readonly others: readonly OtherObject[];
  readonly frameGroups: readonly FrameGroup[];
  /** Of the objects themselves and of what is between them. */
  readonly findings: readonly Finding[];
}

type Kind = StudyObject['kind'];
const only = <K extends Kind>(objects: readonly StudyObject[], kind: K) =>
  objects.filter((object): object is Extract<StudyObject, { kind: K }> => object.kind === kind);

/** Links objects by their UIDs. An object that is there twice (same SOP Instance UID) is taken once, and that is said. */
export function buildStudy(given: readonly StudyObject[]): Study {
  const { objects, findings: twice } = once(given);
  const doses = only(objects, 'dose');
  const structureSets = only(objects, 'structures');
  const plans = only(objects, 'plan');
  const registrations = only(objects, 'registration');
  const deformableRegistrations = only(objects, 'deformable-registration');
  const { series, findings: ctFindings } = ctSeriesOf(only(objects, 'ct'));
  const placed = [...doses, ...structureSets.map(inItsFrame)];
  const frameUids = [...placed, ...objects].flatMap(({ frameOfReferenceUid }) => frameOfReferenceUid || []);
  const frameGroups = joinedFrames([...new Set(frameUids)], [...registrations, ...deformableRegistrations]);
  const linked = doses.map((dose) => ({
    dose,
    plan: plans.find(({ sopInstanceUid }) => dose.referencedPlans.some((plan) => plan.sopInstanceUid === sopInstanceUid)),
    structures: structureSets.find(({ sopInstanceUid }) => sopInstanceUid === dose.referencedStructureSetUid),
  }));
  return {
    doses: linked,
    structureSets,
    plans,
    registrations,
    deformableRegistrations,
    ctSeries: series,
    others: only(objects, 'other'),
    frameGroups,
    findings: [
      ...patientFindings(objects),
      ...twice,
      ...dateFindings({ plans, doses, structureSets }),
      ...planFindings(plans),
      ...dosePlanFindings(doses, plans),
      ...frameFindings(placed, frameGroups),
      ...ctFindings,
      ...objects.flatMap(({ findings }) => findings),
    ],
  };
}

/** A structure set stands where its contours do, whatever its own header says. */
function inItsFrame(structures: RtStructureSet) {
  const uid = structures.rois.find(
    ({ contours, frameOfReferenceUid }) => contours.length > 0 && frameOfReferenceUid,
  )?.frameOfReferenceUid;
  return uid ? { ...structures, frameOfReferenceUid: uid } : structures;
}

function once(given: readonly StudyObject[]): { objects: StudyObject[]; findings: Finding[] } {
  const objects: StudyObject[] = [];
  const findings: Finding[] = [];
  const byUid = new Map<string, StudyObject>();
  for (const object of given) {
    const same = byUid.get(object.sopInstanceUid);
    if (same && object.sopInstanceUid) {
      const facts = { sameAs: same.file, uid: object.sopInstanceUid };
      findings.push(makeFinding('object-twice', 'warning', facts, { file: object.file }));
      continue;
    }
    byUid.set(object.sopInstanceUid, object);
    objects.push(object);
  }
  return { objects, findings };
}
