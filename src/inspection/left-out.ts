import type { RtPlan } from '../dicom/rt-plan';
import type { RtStructureSet } from '../dicom/rt-structure-set';
import { TAG, tagLabel } from '../dicom/tag';
import type { Refusal } from '../input-error';
import { inItsFrame, type Study } from '../study/build-study';
import { type CourseDate, courseDate } from '../study/course-date';
import { isOfSeveralPlans } from '../study/several-plans';
import type { UnusableFile } from './inspect';

/** What an object is that a case needs and cannot use; `unknown` where not even its head can be read. */
export type LeftOutKind = 'dose' | 'plan' | 'structures' | 'unknown';

/** A file that no case can be made of, and why. */
export type LeftOutFile = {
  readonly file: string;
  readonly kind: LeftOutKind;
  readonly refusal: Refusal;
};

type UnusedFile = LeftOutFile & {
  /**
   * Whether something may be missing of a course for it. Not of a dose whose plan has another that can be used, nor of a
   * file of which nothing is known: it is named, and passed over.
   */
  readonly isLoss: boolean;
};

/** A plan of which no dose can be used, or a dose that cannot be used and is of no plan that is here. */
export interface LeftOutPhase {
  readonly file: string;
  readonly plan: RtPlan | undefined;
  readonly structures: RtStructureSet | undefined;
  /** The frame of reference, where it is known. */
  readonly frame: string | undefined;
  readonly date: CourseDate | undefined;
}

/** What of the files goes into no course of a proposed case although it is of one. */
export interface LeftOut {
  readonly files: readonly UnusedFile[];
  readonly phases: readonly LeftOutPhase[];
}

const NEEDED = ['dose', 'plan', 'structures'] as const;

/** The files of courses that cannot be used, and what of courses is therefore not there. @param now YYYY-MM-DD. */
export function leftOutOf(study: Study, unusable: readonly UnusableFile[], now: string): LeftOut {
  const nowhere = study.doses.filter(({ dose }) => !dose.frameOfReferenceUid);
  const placed = new Set(study.doses.flatMap(({ dose }) => (dose.frameOfReferenceUid ? planUidsOf(dose) : [])));
  const files = [
    ...unusable.flatMap(({ file, refusal, head }): UnusedFile[] => {
      const kind = head ? NEEDED.find((each) => each === head.kind) : 'unknown';
      const hasOther = head?.kind === 'dose' && head.planUids.some((uid) => placed.has(uid));
      const isLoss = kind === 'plan' || (kind === 'dose' && !hasOther);
      return kind ? [{ file, kind, refusal, isLoss }] : [];
    }),
    ...nowhere.map(({ dose: { file } }): UnusedFile => ({ file, kind: 'dose', refusal: withoutFrame(file), isLoss: true })),
  ];
  const known = new Set(study.plans.map(({ sopInstanceUid }) => sopInstanceUid));
  const isOfKnown = (uids: readonly string[]) => uids.some((uid) => known.has(uid));
  const phases = [
    ...plansWithoutDose(study).map((plan) => ofPlan(plan, study, now)),
    ...nowhere
      .filter(({ dose }) => !isOfKnown(planUidsOf(dose)))
      .map(({ dose, structures }) => ofDose(dose.file, dose, structures, now)),
    ...unusable.flatMap(({ file, head }) =>
      head?.kind === 'dose' && !isOfKnown(head.planUids) ? [ofDose(file, head, undefined, now)] : [],
    ),
  ];
  return { files, phases };
}

const planUidsOf = ({ referencedPlans }: Study['doses'][number]['dose']): string[] =>
  referencedPlans.map(({ sopInstanceUid }) => sopInstanceUid);

const withoutFrame = (file: string): Refusal => ({
  kind: 'tag-missing',
  file,
  where: tagLabel(TAG.FrameOfReferenceUID),
  found: 'nothing',
  needed: 'the frame of reference that the dose lies in: without it nobody knows where it was given',
});

/**
 * Plans that no dose which lies somewhere is of. A dose that names no plan among the files may be that of any plan on its
 * frame of reference, so that of such a plan nothing is said.
 */
function plansWithoutDose({ doses, plans, structureSets }: Study): RtPlan[] {
  const placed = doses.flatMap(({ dose }) => (dose.frameOfReferenceUid ? [dose] : []));
  const single = new Set(placed.filter((dose) => !isOfSeveralPlans(dose)).flatMap(planUidsOf));
  // A sum is not counted beside the dose of one of its plans, and is then no dose of the others either.
  const counted = placed.filter((dose) => !isOfSeveralPlans(dose) || !planUidsOf(dose).some((uid) => single.has(uid)));
  const uids = new Set(counted.flatMap(planUidsOf));
  const known = new Set(plans.map(({ sopInstanceUid }) => sopInstanceUid));
  const open = placed.filter((dose) => !planUidsOf(dose).some((uid) => known.has(uid)));
  const ofPlans = new Set(plans.flatMap(({ referencedDoseUids }) => referencedDoseUids));
  const unclaimed = open.filter(({ sopInstanceUid }) => !ofPlans.has(sopInstanceUid));
  return plans.filter((plan) => {
    if (uids.has(plan.sopInstanceUid)) return false;
    if (open.some(({ sopInstanceUid }) => plan.referencedDoseUids.includes(sopInstanceUid))) return false;
    const frame = frameOfPlan(plan, structureSets);
    return !unclaimed.some(({ frameOfReferenceUid }) => frame === undefined || frame === frameOfReferenceUid);
  });
}

const structuresOf = (plan: RtPlan, sets: readonly RtStructureSet[]): RtStructureSet | undefined =>
  sets.find(({ sopInstanceUid }) => sopInstanceUid === plan.referencedStructureSetUid);

const frameOfPlan = (plan: RtPlan, sets: readonly RtStructureSet[]): string | undefined => {
  const drawn = structuresOf(plan, sets);
  return (drawn && inItsFrame(drawn).frameOfReferenceUid) || plan.frameOfReferenceUid || undefined;
};

function ofPlan(plan: RtPlan, { structureSets }: Study, now: string): LeftOutPhase {
  const structures = structuresOf(plan, structureSets);
  const date = courseDate(plan, plan, structures, now);
  return { file: plan.file, plan, structures, frame: frameOfPlan(plan, structureSets), date };
}

const ofDose = (
  file: string,
  dated: { readonly studyDate?: string },
  structures: RtStructureSet | undefined,
  now: string,
): LeftOutPhase => ({
  file,
  plan: undefined,
  structures,
  frame: undefined,
  date: courseDate(undefined, dated, structures, now),
});
