import type { OtherObject } from '../dicom/dicom-object';
import type { DoseHeader } from '../dicom/rt-dose';
import type { RtPlan } from '../dicom/rt-plan';
import type { RtStructureSet } from '../dicom/rt-structure-set';
import type { DeformableSpatialRegistration, SpatialRegistration } from '../dicom/spatial-registration';
import type { Finding } from '../findings/finding';
import { dateFindings } from './course-date';
import { type CtSeries, ctSeriesOf } from './ct-series';
import { joinPlanes } from './dose-planes';
import { frameStudyFindings } from './frame-studies';
import { type FrameGroup, frameFindings, joinedFrames } from './frames';
import { patientFindings } from './patient-findings';
import { dosePlanFindings, planFindings } from './plan-findings';
import { radiationFindings } from './radiation-findings';
import { distinctObjects } from './shared-identifiers';
import type { StudyObject } from './study-object';

/**
 * A dose with the plan and the structure set that it references, where they are among the files and their identifiers
 * tell them.
 */
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

/**
 * Links objects by their UIDs. The same object again is taken once, and planes in single files are one dose: both are
 * said. Where one UID is of two different objects, nothing is linked by it.
 */
export function buildStudy(given: readonly StudyObject[]): Study {
  const { objects, findings: twice, shared } = distinctObjects(given);
  const { doses, findings: planeFindings } = joinPlanes(only(objects, 'dose'));
  const structureSets = only(objects, 'structures');
  const plans = only(objects, 'plan');
  const registrations = only(objects, 'registration');
  const deformableRegistrations = only(objects, 'deformable-registration');
  const { series, findings: ctFindings } = ctSeriesOf(only(objects, 'ct'));
  const placed = [...doses, ...structureSets.map(inItsFrame)];
  const frameUids = [...placed, ...objects].flatMap(({ frameOfReferenceUid }) => frameOfReferenceUid || []);
  const frameGroups = joinedFrames([...new Set(frameUids)], [...registrations, ...deformableRegistrations]);
  const told = <O extends StudyObject>(object: O | undefined) =>
    object && shared.has(object.sopInstanceUid) ? undefined : object;
  const linked = doses.map((dose) => ({
    dose,
    plan: told(plans.find(({ sopInstanceUid }) => dose.referencedPlans.some((plan) => plan.sopInstanceUid === sopInstanceUid))),
    structures: told(structureSets.find(({ sopInstanceUid }) => sopInstanceUid === dose.referencedStructureSetUid)),
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
      ...planeFindings,
      ...dateFindings({ plans, doses, structureSets }),
      ...planFindings(plans),
      ...dosePlanFindings(doses, plans),
      ...linked.flatMap(({ dose, plan }) => radiationFindings(dose, plan)),
      ...frameFindings(placed, frameGroups),
      ...frameStudyFindings(placed, series),
      ...ctFindings,
      ...objects.flatMap(({ findings }) => findings),
    ],
  };
}

/** A structure set stands where its contours do, whatever its own header says. */
export function inItsFrame(structures: RtStructureSet): RtStructureSet {
  const uid = structures.rois.find(
    ({ contours, frameOfReferenceUid }) => contours.length > 0 && frameOfReferenceUid,
  )?.frameOfReferenceUid;
  return uid ? { ...structures, frameOfReferenceUid: uid } : structures;
}
