import type { LeftPrescription, ProposedTarget } from '../case/guess-words';
import { dosePerBeamsGy, totalOf } from '../dicom/prescribed-total';
import type { Prescription, RtPlan } from '../dicom/rt-plan';
import type { RtStructureSet } from '../dicom/rt-structure-set';

/** A target whose dose the plans do not tell: what they say of it. */
export type OpenTarget = { readonly roi: string; readonly dosesGy: readonly number[] };

export interface ProposedTargets {
  readonly targets: readonly ProposedTarget[];
  readonly open: readonly OpenTarget[];
  readonly left: readonly LeftPrescription[];
}

interface PlannedPhase {
  readonly plan: RtPlan | undefined;
  readonly structures: RtStructureSet | undefined;
}

/**
 * The targets of a course from the dose references of its plans: for each ROI the total over all phases.
 * @param structures the set that the targets are to be found in; a phase's ROI numbers are those of its own set.
 */
export function proposeTargets(phases: readonly PlannedPhase[], structures: RtStructureSet | undefined): ProposedTargets {
  const left: LeftPrescription[] = [];
  const byRoi = new Map<string, { partsGy: (number | undefined)[]; dosesGy: number[]; isFirst: boolean }>();
  // One plan may be there for several phases, a dose for each of its fraction groups; it prescribes once.
  const plans = phases.filter(({ plan }, n) => plan && phases.findIndex((other) => other.plan === plan) === n);
  const prescribing = plans.filter(({ plan }) => referencesOf(plan!).length > 0);
  for (const [n, { plan, structures: own }] of prescribing.entries()) {
    for (const [roiNumber, references] of byRoiNumber(referencesOf(plan!))) {
      const dosesGy = references.flatMap(({ doseGy = 0 }) => (doseGy > 0 ? [doseGy] : []));
      const roi = roiNumber === undefined ? undefined : nameIn(structures, own ?? structures, roiNumber);
      if (roiNumber === undefined) left.push(...dosesGy.map((doseGy) => ({ doseGy, why: 'no-roi' as const })));
      else if (roi === undefined) left.push({ doseGy: Math.max(0, ...dosesGy), roiNumber, why: 'not-in-structures' });
      else if (dosesGy.length === 0) left.push({ doseGy: 0, roiNumber, why: 'no-dose' });
      else {
        const known = byRoi.get(roi) ?? { partsGy: [], dosesGy: [], isFirst: n === 0 };
        known.partsGy.push(totalOf(dosesGy, dosePerBeamsGy(plan!)));
        known.dosesGy.push(...dosesGy);
        byRoi.set(roi, known);
      }
    }
  }
  const targets: ProposedTarget[] = [];
  const open: OpenTarget[] = [];
  for (const [roi, { partsGy, dosesGy, isFirst }] of byRoi) {
    const parts = partsGy.filter((part) => part !== undefined);
    // A volume that only a later phase prescribes to (a boost) mostly had the dose of the first one too.
    if (parts.length < partsGy.length || !isFirst) open.push({ roi, dosesGy });
    else targets.push({ roi, doseGy: sum(parts), ...(parts.length > 1 && { partsGy: parts }) });
  }
  return { targets, open, left };
}

const referencesOf = ({ prescriptions }: RtPlan): Prescription[] =>
  prescriptions.filter(({ type, roiNumber, doseGy }) => type === 'TARGET' && (roiNumber !== undefined || (doseGy ?? 0) > 0));

function byRoiNumber(references: readonly Prescription[]): Map<number | undefined, Prescription[]> {
  const groups = new Map<number | undefined, Prescription[]>();
  for (const each of references) {
    const same = groups.get(each.roiNumber);
    if (same) same.push(each);
    else groups.set(each.roiNumber, [each]);
  }
  return groups;
}

/** The name that an ROI has in the set where it is looked for; with its number where others have the same name. */
function nameIn(set: RtStructureSet | undefined, own: RtStructureSet | undefined, roiNumber: number): string | undefined {
  const name = own?.rois.find(({ number }) => number === roiNumber)?.name;
  const same = set?.rois.filter((roi) => roi.name === name) ?? [];
  if (name === undefined || same.length === 0) return undefined;
  if (same.length === 1) return name;
  return set === own ? `${name}#${roiNumber}` : undefined;
}

const sum = (valuesGy: readonly number[]): number => Number(valuesGy.reduce((total, value) => total + value, 0).toFixed(6));
