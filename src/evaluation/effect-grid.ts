import type { CaseCourseInput, CaseInputs } from '../case/case-inputs';
import { effectOf } from '../effect/course-effect';
import { type DoseQuantity, type DoseScope, isAsked, type TissueModel } from '../effect/dose-question';
import { phasesOf } from '../effect/given-course';
import type { DoseGrid } from '../geometry/dose-grid';
import { type DoseField, resampleDose } from '../geometry/interpolate';
import type { PointMap } from '../geometry/point-map';
import { sumResponses, type WeightedPhase } from '../radiobiology/sum-grids';
import { findFramePath } from '../registration/frame-path';

/** Which dose is asked for on a whole grid; physical doses of several courses have no sum. */
export interface GridQuestion {
  readonly scope: DoseScope;
  readonly quantity: DoseQuantity;
  readonly tissue: TissueModel;
  readonly plannedScale: number;
  /** The user's word that no dose was given outside the dose grids. */
  readonly outsideIsZero: boolean;
}

/** A whole grid of one quantity, for display and export only: no metric is ever taken from it. */
export interface EffectGrid {
  /** Geometry of the grid it stands on, that of its first phase; `doseGy` holds the quantity asked for, NaN where unknown. */
  readonly grid: DoseGrid;
  /** From points of the anatomy into the grid's frame. */
  readonly toGridFrame: PointMap;
  /** For each phase its dose on the grid, NaN where unknown. */
  readonly phases: readonly (WeightedPhase & { /** Its course's name. */ readonly course: string })[];
  readonly maxGy: number;
}

/** Why there is no such grid. */
export type NoGrid = { readonly course: CaseCourseInput; readonly why: 'no-dose' | 'no-way' | 'apart' } | 'no-course';

/** Carries the dose of a field onto a grid; a session remembers what it has carried. */
export type Carry = (field: DoseField, target: DoseGrid, outsideIsZero: boolean) => Float32Array;

/**
 * The dose asked for on the grid of its first phase (of the planned course for a cumulative dose): each phase carried
 * there, converted by itself, then added.
 */
export function effectGrid(inputs: CaseInputs, question: GridQuestion, carry: Carry = resampleDose): EffectGrid | NoGrid {
  const asked = inputs.courses.filter((course) => isAsked(question, course));
  if (asked.length === 0 || (question.quantity === 'physical' && asked.length > 1)) return 'no-course';
  const apart = asked.find(({ isApart }) => isApart);
  if (apart && asked.length > 1) return { course: apart, why: 'apart' };
  const [first] = [...asked].sort((a, b) => Number(b.role === 'planned') - Number(a.role === 'planned'));
  const base = first.phases[0].dose;
  if (base.kind !== 'grid') return { course: first, why: 'no-dose' };
  const { transforms, frameOfReferenceUid } = inputs;
  const toGridFrame = findFramePath(transforms, frameOfReferenceUid, base.grid.frameOfReferenceUid)?.map;
  if (!toGridFrame || first.isApart) return { course: first, why: first.isApart ? 'apart' : 'no-way' };
  const phases: (WeightedPhase & { course: string })[] = [];
  for (const placed of phasesOf(inputs.courses)) {
    const { course, phase } = placed;
    const effect = effectOf(placed, question);
    if (!effect) continue;
    if (phase.dose.kind !== 'grid') return { course, why: 'no-dose' };
    const { grid } = phase.dose;
    const path = findFramePath(transforms, base.grid.frameOfReferenceUid, grid.frameOfReferenceUid);
    if (!path) return { course, why: 'no-way' };
    const field = { grid, toGridFrame: path.map };
    phases.push({
      ...effect,
      course: course.name,
      doseGy: grid === base.grid ? grid.doseGy : carry(field, base.grid, question.outsideIsZero),
    });
  }
  const doseGy = new Float32Array(base.grid.doseGy.length);
  sumResponses(phases, doseGy);
  let maxGy = 0;
  for (let n = 0; n < doseGy.length; n++) if (doseGy[n] > maxGy) maxGy = doseGy[n];
  return { grid: { ...base.grid, doseGy }, toGridFrame, phases, maxGy };
}

export const isGrid = (made: EffectGrid | NoGrid): made is EffectGrid => typeof made === 'object' && 'grid' in made;
