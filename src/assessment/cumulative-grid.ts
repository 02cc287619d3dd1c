import type { DoseHeader } from '../dicom/rt-dose';
import type { DoseGrid } from '../geometry/dose-grid';
import { resampleDose } from '../geometry/interpolate';
import { InputError } from '../input-error';
import { REFERENCE_FRACTION_GY } from '../radiobiology/linear-quadratic';
import { phaseResponse } from '../radiobiology/phase-response';
import { sumResponses, type WeightedPhase } from '../radiobiology/sum-grids';
import { findFramePath } from '../registration/frame-path';
import { alphaBetaGy as checkedAlphaBeta } from '../units';
import type { CaseInputs } from './case-inputs';

/** A whole grid of EQD2: for display and export only, never for a metric. */
export interface CumulativeGrid {
  /** The planned dose's own grid (its `doseGy` is the physical planned dose). */
  readonly grid: DoseGrid;
  readonly eqd2Gy: Float32Array;
  readonly header: DoseHeader;
  /** Voxels where some course's dose is unknown; they hold the other courses alone. */
  readonly unknownVoxels: number;
}

/**
 * The cumulative EQD2 on the grid of the planned course's first phase, with one alpha/beta and no recovery. Physical
 * doses are interpolated to the voxels, converted there phase by phase, and added.
 * @throws InputError where there is no planned dose grid, a course is only a record, or a frame cannot be reached.
 */
export function cumulativeEqd2Grid(inputs: CaseInputs, alphaBetaGy: number): CumulativeGrid {
  if (!(alphaBetaGy > 0))
    throw new InputError({ where: '--dose-alpha-beta', found: `${alphaBetaGy} Gy`, needed: 'an alpha/beta above 0 Gy' });
  const first = inputs.courses.find((course) => course.role === 'planned')?.phases[0];
  if (first?.dose.kind !== 'grid' || !first.header) {
    throw new InputError({
      where: '--dose-out',
      found: 'a case without a planned dose grid',
      needed: 'a planned course with an RT Dose, on whose grid the sum is written',
    });
  }
  const { grid } = first.dose;
  const weight = 1 / (1 + REFERENCE_FRACTION_GY / alphaBetaGy);
  const phases = inputs.courses.flatMap((course) =>
    course.phases.map((phase): WeightedPhase => {
      if (phase.dose.kind !== 'grid') {
        throw new InputError({
          where: '--dose-out',
          found: `course "${course.name}" without a dose file`,
          needed: 'an RT Dose for every course',
        });
      }
      const path = findFramePath(inputs.transforms, grid.frameOfReferenceUid, phase.dose.grid.frameOfReferenceUid);
      if (!path) {
        throw new InputError({
          where: '--dose-out',
          found: `the dose of course "${course.name}" in frame ${phase.dose.grid.frameOfReferenceUid}, which nothing joins to ${grid.frameOfReferenceUid}`,
          needed: 'a registration between the two frames',
        });
      }
      return {
        doseGy: phase.dose.grid === grid ? grid.doseGy : resampleDose({ grid: phase.dose.grid, toGridFrame: path.map }, grid),
        response: phaseResponse({
          fractions: phase.fractions,
          alphaBetaGy: checkedAlphaBeta(alphaBetaGy),
          doseScale: phase.deliveredShare,
        }),
        weight,
      };
    }),
  );
  const unknown = new Uint8Array(grid.doseGy.length);
  for (const { doseGy } of phases) {
    for (let n = 0; n < doseGy.length; n++) {
      if (!Number.isNaN(doseGy[n])) continue;
      unknown[n] = 1;
      doseGy[n] = 0;
    }
  }
  const eqd2Gy = new Float32Array(grid.doseGy.length);
  sumResponses(phases, eqd2Gy);
  return { grid, eqd2Gy, header: first.header, unknownVoxels: unknown.reduce((sum, u) => sum + u, 0) };
}
