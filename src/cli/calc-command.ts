import { effectAt } from '../effect/course-effect';
import { singleEffect } from '../effect/single-course';
import { InputError } from '../input-error';
import { doseOfEqd2, fractionsWithin } from '../radiobiology/linear-quadratic';
import { alphaBetaGy, eqd2Gy, gy } from '../units';
import { deliver, wordsTo } from './output';

interface CalcOptions {
  readonly dose: number;
  readonly fractions: number;
  readonly alphaBeta: number;
  readonly fractionsPerDay?: number;
  readonly hoursBetween?: number;
  readonly repairHalfTime?: number;
  readonly lqlTransition?: number;
  readonly lqlGammaOverAlpha?: number;
  readonly limit?: number;
  readonly remainingFractions?: number;
  readonly json?: string;
}

function require(condition: boolean, option: string, found: unknown, needed: string): void {
  if (!condition) throw new InputError({ where: option, found: String(found), needed });
}

/** `isoeffect calc`: BED and EQD2 of a point dose, and what a limit leaves. */
export async function runCalc(options: CalcOptions): Promise<void> {
  const { dose, fractions, fractionsPerDay = 1, hoursBetween, repairHalfTime, lqlTransition, lqlGammaOverAlpha, limit } = options;
  require(dose >= 0, '--dose', `${dose} Gy`, 'a dose of 0 Gy or more');
  require(Number.isInteger(fractions) && fractions >= 1, '--fractions', fractions, 'a whole number of fractions, 1 or more');
  require(options.alphaBeta > 0, '--alpha-beta', `${options.alphaBeta} Gy`, 'an alpha/beta above 0 Gy');
  require(Number.isInteger(fractionsPerDay) &&
    fractionsPerDay >= 1, '--fractions-per-day', fractionsPerDay, 'a whole number, 1 or more');
  for (const [option, value] of [
    ['--hours-between', hoursBetween],
    ['--repair-half-time', repairHalfTime],
  ] as const) {
    require(fractionsPerDay === 1 || (value !== undefined && value > 0), option, value ??
      'nothing', 'hours above 0, for several fractions a day');
  }
  const ab = alphaBetaGy(options.alphaBeta);
  const asked = {
    fractions,
    alphaBetaGy: ab,
    schedule: fractionsPerDay > 1 ? { fractionsPerDay, hoursBetween: hoursBetween! } : undefined,
    repairHalfTimeHours: repairHalfTime,
    lqL: lqlTransition === undefined ? undefined : { transitionGyPerFraction: lqlTransition, gammaOverAlpha: lqlGammaOverAlpha },
  };
  const doseGy = gy(dose);
  const bedGy = effectAt(singleEffect({ ...asked, quantity: 'bed' }), doseGy);
  const eqd2 = effectAt(singleEffect({ ...asked, quantity: 'eqd2' }), doseGy);
  const result: Record<string, unknown> = {
    doseGy: dose,
    fractions,
    fractionGy: dose / fractions,
    alphaBetaGy: ab,
    bedGy,
    eqd2Gy: eqd2,
  };
  const lines = [
    `${dose} Gy in ${fractions} (${Number((dose / fractions).toPrecision(4))} Gy a fraction), alpha/beta ${ab} Gy: BED ${bedGy.toFixed(2)} Gy, EQD2 ${eqd2.toFixed(2)} Gy`,
  ];
  if (limit !== undefined) {
    const left = Math.max(0, limit - eqd2);
    result.limitEqd2Gy = limit;
    result.remainingEqd2Gy = left;
    lines.push(`Left of ${limit} Gy EQD2: ${left.toFixed(2)} Gy EQD2`);
    if (options.remainingFractions !== undefined) {
      const n = options.remainingFractions;
      require(Number.isInteger(n) && n >= 1, '--remaining-fractions', n, 'a whole number of fractions, 1 or more');
      const remaining = doseOfEqd2(eqd2Gy(left), n, ab);
      result.remainingFractions = n;
      result.remainingDoseGy = remaining;
      lines.push(`That is ${remaining.toFixed(2)} Gy at the point in ${n} fractions`);
    } else if (dose > 0) {
      const n = fractionsWithin(eqd2Gy(left), gy(dose / fractions), ab);
      result.remainingWholeFractions = n;
      lines.push(`That is ${n} whole fractions of ${Number((dose / fractions).toPrecision(4))} Gy at the point`);
    }
  }
  await deliver(options.json, result);
  wordsTo(options.json).write(`${lines.join('\n')}\n`);
}
