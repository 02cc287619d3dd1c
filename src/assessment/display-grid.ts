import type { DoseGrid } from '../geometry/dose-grid';
import { resampleDose } from '../geometry/interpolate';
import type { PointMap } from '../geometry/point-map';
import { REFERENCE_FRACTION_GY } from '../radiobiology/linear-quadratic';
import { phaseResponse } from '../radiobiology/phase-response';
import { sumResponses, type WeightedPhase } from '../radiobiology/sum-grids';
import { findFramePath } from '../registration/frame-path';
import { alphaBetaGy as checkedAlphaBeta } from '../units';
import type { CaseCourseInput, CaseInputs } from './case-inputs';

/** Which dose is shown, in which quantity; physical doses of several courses have no sum. */
export interface DisplayQuestion {
  readonly scope: 'prior' | 'planned' | 'cumulative';
  readonly quantity: 'physical' | 'eqd2' | 'bed';
  readonly alphaBetaGy: number;
  readonly plannedScale: number;
}

/** A whole grid of one quantity, for display only: no metric is ever taken from it. */
export interface DisplayGrid {
  /** Geometry of the grid it stands on; `doseGy` holds the quantity asked for, NaN where a dose is unknown. */
  readonly grid: DoseGrid;
  /** From points of the anatomy into the grid's frame. */
  readonly toGridFrame: PointMap;
  readonly maxGy: number;
}

/** Physical doses carried onto another grid, kept from one layer to the next: carrying them over is what takes time. */
export type CarriedDoses = Map<string, Float32Array>;

/**
 * The dose asked for on the grid of its first phase (of the planned course for a cumulative dose): each phase converted
 * by itself, then added. Undefined where a course has no dose grid, no path, or the question has no meaning.
 */
export function displayGrid(
  inputs: CaseInputs,
  { scope, quantity, alphaBetaGy, plannedScale }: DisplayQuestion,
  carried: CarriedDoses = new Map(),
): DisplayGrid | undefined {
  const courses = inputs.courses.filter(({ role }) => scope === 'cumulative' || role === scope);
  if (courses.length === 0 || (quantity === 'physical' && courses.length > 1)) return undefined;
  const base = firstGrid([...courses].sort((a, b) => Number(b.role === 'planned') - Number(a.role === 'planned')));
  if (!base) return undefined;
  const toGridFrame = findFramePath(inputs.transforms, inputs.frameOfReferenceUid, base.frameOfReferenceUid)?.map;
  const phases = courses.flatMap((course) => phasesOn(base, course, inputs, { quantity, alphaBetaGy, plannedScale }, carried));
  if (!toGridFrame || phases.includes(undefined)) return undefined;
  const values = new Float32Array(base.doseGy.length);
  sumResponses(phases as WeightedPhase[], values);
  let maxGy = 0;
  for (let n = 0; n < values.length; n++) if (values[n] > maxGy) maxGy = values[n];
  return { grid: { ...base, doseGy: values }, toGridFrame, maxGy };
}

const firstGrid = (courses: readonly CaseCourseInput[]): DoseGrid | undefined => {
  const dose = courses[0].phases[0]?.dose;
  return dose?.kind === 'grid' ? dose.grid : undefined;
};

function phasesOn(
  base: DoseGrid,
  course: CaseCourseInput,
  inputs: CaseInputs,
  { quantity, alphaBetaGy, plannedScale }: Omit<DisplayQuestion, 'scope'>,
  carried: CarriedDoses,
): (WeightedPhase | undefined)[] {
  const perBed = quantity === 'eqd2' ? 1 / (1 + REFERENCE_FRACTION_GY / alphaBetaGy) : 1;
  return course.phases.map(({ dose, fractions, deliveredShare, files }) => {
    if (dose.kind !== 'grid') return undefined;
    const path = findFramePath(inputs.transforms, base.frameOfReferenceUid, dose.grid.frameOfReferenceUid);
    if (!path) return undefined;
    const key = JSON.stringify([
      files,
      base.frameOfReferenceUid,
      base.originMm,
      base.columns,
      path.via,
      path.map.map(({ matrix }) => matrix),
    ]);
    const carriedDose = (): Float32Array => {
      const known = carried.get(key) ?? resampleDose({ grid: dose.grid, toGridFrame: path.map }, base);
      carried.set(key, known);
      return known;
    };
    const doseScale = deliveredShare * (course.role === 'planned' ? plannedScale : 1);
    const response = phaseResponse({ fractions, alphaBetaGy: checkedAlphaBeta(alphaBetaGy), doseScale });
    return {
      doseGy: dose.grid === base ? base.doseGy : carriedDose(),
      response: quantity === 'physical' ? { ...response, quadratic: 0 } : response,
      weight: perBed,
    };
  });
}
