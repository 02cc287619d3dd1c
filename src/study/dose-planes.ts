import { gridFindings, IN_SINGLE_FILES } from '../dicom/plane-findings';
import type { DoseHeader, RtDose } from '../dicom/rt-dose';
import { type Finding, makeFinding } from '../findings/finding';
import { joinedPixels } from './joined-pixels';
import { someOf } from './patient-findings';
import { alongNormalMm } from './stack-geometry';

/** Planes whose places differ by less are at one place; corners that differ by less are one corner. */
const SAME_PLACE_MM = 0.01;
const SAME_DIRECTION = 1e-4;

/** Doses as they are to be used, and what was made of single planes. */
export interface JoinedDoses<D> {
  readonly doses: readonly D[];
  readonly findings: readonly Finding[];
  /** Planes of one dose of which some are at the same place: they are among `doses` as they are. */
  readonly overlapping: readonly (readonly D[])[];
}

/**
 * Some systems write one RT Dose file for each plane. Such files are joined to one dose where all else is the same: plan,
 * beam, kind of dose, frame, orientation, pixels and the corner within the plane.
 * @returns each dose, joined ones in the place of their first plane, with `planeFiles`.
 */
export function joinPlanes<D extends DoseHeader>(given: readonly D[]): JoinedDoses<D> {
  const doses: D[] = [];
  const findings: Finding[] = [];
  const overlapping: D[][] = [];
  for (const group of groupsOf(given)) {
    const sorted = group.map((dose) => ({ dose, at: alongNormalMm(dose) })).sort((a, b) => a.at - b.at);
    const steps = sorted.slice(1).map(({ at }, n) => at - sorted[n].at);
    const isApart = steps.filter((step) => step > SAME_PLACE_MM).length;
    if (isApart === 0) doses.push(...group);
    else if (isApart < steps.length) {
      doses.push(...group);
      overlapping.push(group);
      findings.push(makeFinding('dose-planes-overlap', 'error', someOf(group)));
    } else {
      const joined = joinedDose(sorted);
      doses.push(joined.dose);
      findings.push(...joined.findings);
    }
  }
  return { doses, findings, overlapping };
}

/** Doses in the order of their first; those of one plane each that may be one dose together. */
function groupsOf<D extends DoseHeader>(doses: readonly D[]): D[][] {
  const groups: D[][] = [];
  for (const dose of doses) {
    const group = dose.frames === 1 ? groups.find(([first]) => isBesides(first, dose)) : undefined;
    if (group) group.push(dose);
    else groups.push([dose]);
  }
  return groups;
}

/** Whether a plane may be another one of the same dose. */
function isBesides(a: DoseHeader, b: DoseHeader): boolean {
  const near = (p: readonly number[], q: readonly number[], within: number) =>
    p.every((value, n) => Math.abs(value - q[n]) <= within);
  return (
    a.frames === 1 &&
    wholeOf(a) === wholeOf(b) &&
    near([a.columnSpacingMm, a.rowSpacingMm], [b.columnSpacingMm, b.rowSpacingMm], SAME_DIRECTION) &&
    near(a.imageOrientation, b.imageOrientation, SAME_DIRECTION) &&
    near(cornerMm(a), cornerMm(b), SAME_PLACE_MM)
  );
}

/** What a plane is a plane of. Where no plan says it, only planes of one series are of one dose. */
function wholeOf(dose: DoseHeader): string {
  const { frameOfReferenceUid, rows, columns, doseUnits, doseType, doseSummationType, referencedPlans } = dose;
  const of = referencedPlans.length > 0 ? referencedPlans : dose.seriesInstanceUid;
  return JSON.stringify([frameOfReferenceUid, rows, columns, doseUnits, doseType, doseSummationType, of]);
}

/** Where the first voxel lies within the plane. */
function cornerMm({ imagePositionMm: p, imageOrientation: o }: DoseHeader): [number, number] {
  return [p[0] * o[0] + p[1] * o[1] + p[2] * o[2], p[0] * o[3] + p[1] * o[4] + p[2] * o[5]];
}

const hasPixels = <D extends DoseHeader>(dose: D): dose is D & RtDose => 'pixels' in dose;

function joinedDose<D extends DoseHeader>(sorted: readonly { dose: D; at: number }[]): { dose: D; findings: Finding[] } {
  const planes = sorted.map(({ dose }) => dose);
  const [first] = planes;
  const { file } = first;
  const offsetsMm = Float64Array.from(sorted, ({ at }) => at - sorted[0].at);
  const voxels = planes.every(hasPixels) ? joinedPixels(planes) : {};
  const [fromMm, toMm] = [sorted[0].at, sorted[sorted.length - 1].at];
  return {
    dose: {
      ...first,
      frames: planes.length,
      gridFrameOffsetsMm: offsetsMm,
      ...voxels,
      planeFiles: planes.map((plane) => plane.file),
    },
    findings: [
      makeFinding('dose-planes-joined', 'info', { planes: planes.length, fromMm, toMm }, { file }),
      ...gridFindings(first, offsetsMm, IN_SINGLE_FILES, file),
    ],
  };
}
