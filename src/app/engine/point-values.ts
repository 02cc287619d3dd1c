import type { CaseCourseInput, CaseInputs } from '../../assessment/case-inputs';
import { interpolateDose } from '../../geometry/interpolate';
import type { Vec3 } from '../../geometry/vec3';
import { REFERENCE_FRACTION_GY } from '../../radiobiology/linear-quadratic';
import { bedAt, phaseResponse } from '../../radiobiology/phase-response';
import { findFramePath } from '../../registration/frame-path';
import { alphaBetaGy as checkedAlphaBeta } from '../../units';
import type { CourseValue, PointValues } from './engine-api';

/** What every course gives at a point of the anatomy: physical dose phase by phase, EQD2 of the course, and the sum. */
export function pointValues(
  inputs: CaseInputs,
  pointMm: Vec3,
  alphaBetaGy: number,
  plannedScale: number,
): Omit<PointValues, 'hounsfield'> {
  const courses = inputs.courses.map((course) => courseValue(course, inputs, pointMm, alphaBetaGy, plannedScale));
  const sum = courses.reduce<number | null>(
    (total, { eqd2Gy }) => (total === null || eqd2Gy === null ? null : total + eqd2Gy),
    0,
  );
  return { alphaBetaGy, courses, cumulativeEqd2Gy: sum };
}

function courseValue(
  course: CaseCourseInput,
  inputs: CaseInputs,
  pointMm: Vec3,
  alphaBetaGy: number,
  plannedScale: number,
): CourseValue {
  const scale = course.role === 'planned' ? plannedScale : 1;
  let eqd2Gy: number | null = 0;
  const phases = course.phases.map((phase) => {
    const storedGy = physicalAt(phase.dose, inputs, pointMm);
    if (storedGy === null) eqd2Gy = null;
    else if (eqd2Gy !== null) {
      const response = phaseResponse({
        fractions: phase.fractions,
        alphaBetaGy: checkedAlphaBeta(alphaBetaGy),
        doseScale: phase.deliveredShare * scale,
      });
      eqd2Gy += bedAt(response, storedGy) / (1 + REFERENCE_FRACTION_GY / alphaBetaGy);
    }
    const physicalGy = storedGy === null ? null : storedGy * phase.deliveredShare * scale;
    return { name: phase.name, fractions: phase.fractions, physicalGy };
  });
  return { course: course.name, role: course.role, phases, eqd2Gy };
}

function physicalAt(dose: CaseCourseInput['phases'][number]['dose'], inputs: CaseInputs, pointMm: Vec3): number | null {
  if (dose.kind === 'record') return dose.totalDoseGy ?? null;
  const path = findFramePath(inputs.transforms, inputs.frameOfReferenceUid, dose.grid.frameOfReferenceUid);
  if (!path) return null;
  const out = new Float32Array(1);
  interpolateDose({ grid: dose.grid, toGridFrame: path.map }, Float64Array.from(pointMm), 1, out);
  return Number.isNaN(out[0]) ? null : out[0];
}
