import type { CaseCourseInput } from '../../case/case-inputs';
import { answerDose } from '../../effect/answer-dose';
import type { DoseScope, TissueModel } from '../../effect/dose-question';
import type { Vec3 } from '../../geometry/vec3';
import { phaseBounds } from '../phase-bounds';
import type { PreparedRegion } from '../prepared-region';
import { type Motion, shiftMotion } from './motions';
import type { Move } from './moves';
import type { MovableRegion } from './shifted-region';

/** Samples on which shifts within the margin are looked at. */
const LOOKED_AT = 300;
/** Steps from the middle to the margin: no farther apart than this, and no more than so many. */
const STEP_MM = 2;
const MOST_STEPS = 5;
/** A shift within the margin is worth a full look where it moves a figure farther than those on it by more than this. */
const WORTH_GY = 0.02;
const SAME_GY = 0.005;
/** Halvings of the step about the shifts that move most. */
const HALVINGS = 3;

/** What a shift does to an organ, roughly: its hottest part, and its mean. */
interface Figures {
  readonly hottestGy: number;
  readonly meanGy: number;
}

/**
 * The shifts within the margin that move an organ's hottest part or its mean farther than those on the margin do:
 * where a dose or an organ is narrower than the margin, the 26 on the margin jump over the worst place. Looked for on a
 * lattice of shifts and a few hundred samples, and about what moves most on finer ones.
 * @param moved the groups of courses that a shift moves.
 */
export function innerShifts(
  region: MovableRegion,
  marginMm: number,
  courses: readonly CaseCourseInput[],
  tissue: TissueModel,
  plannedScale: number,
  scope: DoseScope,
  moved: (motion: Motion) => Pick<Move, 'motions'>,
): Motion[] {
  const { still, under } = region.sparse(LOOKED_AT);
  const dose = new Float32Array(still.samples.count);
  const figuresOf = (at: PreparedRegion): Figures => {
    dose.fill(0);
    answerDose(
      courses,
      phaseBounds(at.samples.doseGy, at.phases, true).leastGy,
      { quantity: 'eqd2', scope, tissue, plannedScale },
      dose,
    );
    return figures(dose, at.samples.volumeCc);
  };
  const steps = Math.min(MOST_STEPS, Math.ceil(marginMm / STEP_MM));
  const stepMm = marginMm / steps;
  const looked: { shift: Vec3; figures: Figures; isOnMargin: boolean }[] = [];
  const look = (shift: Vec3) => {
    const isOnMargin = shift.every((mm) => mm === 0 || Math.abs(Math.abs(mm) - marginMm) < 1e-9);
    const found = { shift, figures: figuresOf(under(moved(shiftMotion(shift)))), isOnMargin };
    looked.push(found);
    return found;
  };
  const lattice: Vec3[] = [];
  for (let a = -steps; a <= steps; a++)
    for (let b = -steps; b <= steps; b++)
      for (let c = -steps; c <= steps; c++) lattice.push([a * stepMm, b * stepMm, c * stepMm]);
  // Of shifts that do the same the shortest comes first.
  lattice.sort((a, b) => Math.hypot(...a) - Math.hypot(...b)).forEach(look);
  const measures: ((of: Figures) => number)[] = [({ hottestGy }) => hottestGy, ({ meanGy }) => meanGy, ({ meanGy }) => -meanGy];
  return measures.flatMap((measure) => {
    const most = (each: typeof looked) => each.reduce((x, y) => (measure(y.figures) > measure(x.figures) + SAME_GY ? y : x));
    const onMargin = measure(most(looked.filter(({ isOnMargin }) => isOnMargin)).figures);
    let best = most(looked);
    if (best.isOnMargin || measure(best.figures) <= onMargin + WORTH_GY) return [];
    for (let n = 0, mm = stepMm / 2; n < HALVINGS; n++, mm /= 2) {
      const { shift } = best;
      for (let axis = 0; axis < 3; axis++) {
        for (const way of [-mm, mm]) {
          const next = shift.map((at, other) => (other === axis ? Math.max(-marginMm, Math.min(marginMm, at + way)) : at));
          const found = look(next as unknown as Vec3);
          if (measure(found.figures) > measure(best.figures)) best = found;
        }
      }
    }
    return [shiftMotion(best.shift)];
  });
}

/** The mean of the hottest twentieth, and of all. */
function figures(doseGy: Float32Array, volumeCc: Float32Array): Figures {
  let [sum, cc] = [0, 0];
  for (let n = 0; n < doseGy.length; n++) {
    sum += doseGy[n] * volumeCc[n];
    cc += volumeCc[n];
  }
  const sorted = doseGy.slice().sort();
  const from = Math.floor(sorted.length * 0.95);
  let top = 0;
  for (let n = from; n < sorted.length; n++) top += sorted[n];
  return { hottestGy: top / (sorted.length - from), meanGy: sum / cc };
}
