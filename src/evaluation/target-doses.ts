import type { CaseCourseInput } from '../case/case-inputs';
import type { TargetResult } from './assessment';
import { plannedFractions } from './level-fractions';

/**
 * What the targets of the planned course are given, Gy: of the fractions that count, and of several phases what each that
 * treats a target gives it in a fraction. What is not known is left out.
 */
export function targetDoses({ role, targets, receivedGy, phases }: CaseCourseInput): readonly TargetResult[] | undefined {
  if (role !== 'planned' || targets.length === 0) return undefined;
  return targets.map(({ roi, doseGy: prescribedGy }, t) => {
    const doseGy = receivedGy ? receivedGy[t] : prescribedGy;
    const each = phases.flatMap((phase) => {
      const gy = phase.ofTargetsGy?.[t];
      return gy === undefined ? [] : [Number((gy / plannedFractions(phase)).toPrecision(7))];
    });
    return {
      roi,
      prescribedGy,
      ...(doseGy !== undefined && { doseGy: Number(doseGy.toPrecision(7)) }),
      ...(each.length > 0 && { perFractionGy: each }),
    };
  });
}
