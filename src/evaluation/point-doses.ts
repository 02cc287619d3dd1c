import type { CaseInputs } from '../case/case-inputs';
import { ofPlanned } from '../case/delivered-part';
import { answerAt } from '../effect/answer-dose';
import type { DoseQuestion, TissueModel } from '../effect/dose-question';
import { phasesOf } from '../effect/given-course';
import { interpolateDose } from '../geometry/interpolate';
import { unmappedPoints } from '../geometry/point-map';
import type { Vec3 } from '../geometry/vec3';
import { findFramePath } from '../registration/frame-path';

/** Why a phase has no dose at a point: it lies nowhere on the anatomy, is on paper only, or does not reach there. */
export type NoDoseHere = 'not placed' | 'no grid' | 'outside grid';

/** The dose of one phase at a point; null, with why, where it is unknown. */
export interface PhaseAtPoint {
  readonly name: string;
  readonly fractions: number;
  readonly plannedFractions?: number;
  readonly physicalGy: number | null;
  readonly why?: NoDoseHere;
}

/** The dose of one course at a point. */
export interface CourseAtPoint {
  readonly course: string;
  readonly role: 'prior' | 'planned';
  readonly phases: readonly PhaseAtPoint[];
  readonly eqd2Gy: number | null;
}

/** What every course gives at a point of the anatomy, and the sum; null where some dose is unknown. */
export interface PointDoses {
  readonly courses: readonly CourseAtPoint[];
  readonly cumulativeEqd2Gy: number | null;
}

/**
 * Physical dose phase by phase, EQD2 of each course, and the sum at a point of the anatomy, by the same conversion as
 * the table's. A course that is not carried onto the anatomy, and one that only a record tells of, is unknown there.
 */
export function pointDoses(
  inputs: CaseInputs,
  pointMm: Vec3,
  { tissue, plannedScale, outsideIsZero }: { tissue: TissueModel; plannedScale: number; outsideIsZero: boolean },
): PointDoses {
  const phases = phasesOf(inputs.courses);
  const found = phases.map(({ course, phase }): number | NoDoseHere => {
    if (phase.dose.kind !== 'grid') return 'no grid';
    if (course.isApart) return 'not placed';
    const { grid } = phase.dose;
    const path = findFramePath(inputs.transforms, inputs.frameOfReferenceUid, grid.frameOfReferenceUid);
    return path ? (doseAt({ grid, toGridFrame: path.map }, pointMm, outsideIsZero) ?? 'outside grid') : 'not placed';
  });
  const stored = found.map((gy) => (typeof gy === 'number' ? gy : null));
  const alone = (c: number) =>
    answerAt(
      [inputs.courses[c]],
      stored.filter((_, p) => phases[p].courseIndex === c),
      { ...question, scope: inputs.courses[c].role, tissue: ofCourse(tissue, c) },
    );
  const question: DoseQuestion = { quantity: 'eqd2', scope: 'cumulative', tissue, plannedScale };
  return {
    courses: inputs.courses.map(({ name, role }, c) => ({
      course: name,
      role,
      phases: phases
        .filter(({ courseIndex }) => courseIndex === c)
        .map(({ phase, index }) => {
          const scale = phase.deliveredShare * (role === 'planned' ? plannedScale : 1);
          const gy = found[index];
          const dose = typeof gy === 'number' ? { physicalGy: gy * scale } : { physicalGy: null, why: gy };
          return { name: phase.name, fractions: phase.fractions, ...ofPlanned(phase), ...dose };
        }),
      eqd2Gy: alone(c),
    })),
    cumulativeEqd2Gy: answerAt(inputs.courses, stored, question),
  };
}

const ofCourse = (tissue: TissueModel, c: number): TissueModel => ({
  ...tissue,
  recoveryOfCourse: [tissue.recoveryOfCourse[c]],
});

function doseAt(field: Parameters<typeof interpolateDose>[0], pointMm: Vec3, outsideIsZero: boolean): number | null {
  const at = Float64Array.from(pointMm);
  const out = new Float32Array(1);
  interpolateDose(field, at, 1, out);
  if (!Number.isNaN(out[0])) return out[0];
  return outsideIsZero && !unmappedPoints(field.toGridFrame, at, 1) ? 0 : null;
}
