import { effectAt } from '../effect/course-effect';
import { doseOfEffect } from '../effect/dose-of-effect';
import { type SingleCourse, singleEffect } from '../effect/single-course';
import { InputError } from '../input-error';
import { fitsInADay, longestHoursBetween } from '../radiobiology/incomplete-repair';
import { alphaBetaGy, gy } from '../units';
import { bySwitches } from './by-switches';
import { jsonOutputs, jsonPlaces, wordsBeside } from './output';
import { refuseOutputs } from './output-places';
import { writeOutputs } from './write-outputs';

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

/** Where the core refuses what was asked, the switch that it came from. */
const SWITCHES = { lqL: '--lql-transition', 'lqL.transitionGyPerFraction': '--lql-transition' };

function require(condition: boolean, option: string, found: unknown, needed: string): void {
  if (!condition) throw new InputError({ where: option, found: String(found), needed });
}

/** @throws InputError for a value that is none, and for one that nothing would be computed with. */
function check(options: CalcOptions): void {
  const { dose, fractions, fractionsPerDay = 1, hoursBetween, repairHalfTime, lqlTransition, lqlGammaOverAlpha } = options;
  const { limit, remainingFractions: remaining } = options;
  require(dose >= 0, '--dose', `${dose} Gy`, 'a dose of 0 Gy or more');
  require(isCount(fractions), '--fractions', fractions, 'a whole number of fractions, 1 or more');
  require(options.alphaBeta > 0, '--alpha-beta', `${options.alphaBeta} Gy`, 'an alpha/beta above 0 Gy');
  require(isCount(fractionsPerDay), '--fractions-per-day', fractionsPerDay, 'a whole number, 1 or more');
  const most = `no more a day than there are in all (${fractions})`;
  require(fractionsPerDay <= fractions, '--fractions-per-day', fractionsPerDay, most);
  for (const [option, value] of [
    ['--hours-between', hoursBetween],
    ['--repair-half-time', repairHalfTime],
  ] as const) {
    const isMissing = fractionsPerDay > 1 && !(value !== undefined && value > 0);
    require(!isMissing, option, value ?? 'nothing', 'hours above 0, for several fractions a day');
    const isIdle = fractionsPerDay === 1 && value !== undefined;
    require(!isIdle, option, `${value} h, for one fraction a day`, '`--fractions-per-day` of 2 or more beside it');
  }
  const isDaily = hoursBetween === undefined || fitsInADay({ fractionsPerDay, hoursBetween });
  const span = `${hoursBetween} h, for ${fractionsPerDay} fractions a day`;
  require(isDaily, '--hours-between', span, `at most ${longestHoursBetween(fractionsPerDay)} h, so that the next day's come as late`);
  const gamma = '--lql-gamma-over-alpha';
  require(lqlGammaOverAlpha === undefined ||
    lqlTransition !== undefined, gamma, lqlGammaOverAlpha, '`--lql-transition` beside it');
  require(lqlGammaOverAlpha === undefined || lqlGammaOverAlpha >= 1, gamma, lqlGammaOverAlpha, '1 or more');
  require(limit === undefined || limit > 0, '--limit', `${limit} Gy`, 'an EQD2 above 0 Gy');
  if (remaining === undefined) return;
  require(limit !== undefined, '--remaining-fractions', remaining, '`--limit` beside it: what is left, and of what');
  require(isCount(remaining), '--remaining-fractions', remaining, 'a whole number of fractions, 1 or more');
}

const isCount = (value: number): boolean => Number.isInteger(value) && value >= 1;

/** `isoeffect calc`: BED and EQD2 of a point dose, and what a limit leaves, given in the same way. */
export async function runCalc(options: CalcOptions): Promise<void> {
  check(options);
  const places = jsonPlaces(options.json);
  refuseOutputs(places, []);
  const { dose, fractions, limit } = options;
  const ab = alphaBetaGy(options.alphaBeta);
  const doseGy = gy(dose);
  const [bedGy, eqd2] = (['bed', 'eqd2'] as const).map((quantity) => effectAt(effectIn(fractions, quantity, options), doseGy));
  const given = givenWords(fractions, options);
  const result: Record<string, unknown> = {
    doseGy: dose,
    fractions,
    fractionGy: dose / fractions,
    alphaBetaGy: ab,
    ...(given && { given }),
    bedGy,
    eqd2Gy: eqd2,
  };
  const lines = [
    `${dose} Gy in ${fractions} (${shortGy(dose / fractions)} a fraction)${given && `, ${given}`}, alpha/beta ${ab} Gy: BED ${bedGy.toFixed(2)} Gy, EQD2 ${eqd2.toFixed(2)} Gy`,
  ];
  if (limit !== undefined) {
    const left = Math.max(0, limit - eqd2);
    const over = eqd2 > limit * (1 + ROUNDING) ? eqd2 - limit : 0;
    result.limitEqd2Gy = limit;
    result.remainingEqd2Gy = left;
    result.exceededByEqd2Gy = over;
    lines.push(over > 0 ? exceededWords(limit, over) : `Left of ${limit} Gy EQD2: ${left.toFixed(2)} Gy EQD2`);
    const n = options.remainingFractions;
    if (n !== undefined) {
      const remaining = doseOfEffect(effectIn(n, 'eqd2', options), left);
      const how = givenWords(n, options);
      result.remainingFractions = n;
      result.remainingDoseGy = remaining;
      if (given) result.remainingGiven = how || 'once a day';
      if (over === 0)
        lines.push(`That is ${remaining.toFixed(2)} Gy at the point in ${n} fractions${given && `, ${how || 'once a day'}`}`);
    } else if (dose > 0) {
      // Of fractions of one size the effect grows with their number.
      const count = Math.floor((left * fractions) / eqd2 + 1e-9);
      result.remainingWholeFractions = count;
      if (over === 0)
        lines.push(`That is ${count} whole fractions of ${shortGy(dose / fractions)} at the point${given && `, ${given}`}`);
    }
  }
  await writeOutputs(jsonOutputs(options.json, result), []);
  wordsBeside(places).write(`${lines.join('\n')}\n`);
}

/** Of an EQD2 that a formula makes of whole numbers. */
const ROUNDING = 1e-12;

function exceededWords(limitGy: number, overGy: number): string {
  const by = overGy < 0.005 ? 'less than 0.01' : overGy.toFixed(2);
  return `The limit of ${limitGy} Gy EQD2 is exceeded by ${by} Gy EQD2: nothing is left of it`;
}

const shortGy = (valueGy: number): string => `${Number(valueGy.toPrecision(4))} Gy`;

/** The effect of so many fractions, given as the options say: not more a day than there are. */
function effectIn(fractions: number, quantity: SingleCourse['quantity'], options: CalcOptions) {
  const { hoursBetween, repairHalfTime, lqlTransition, lqlGammaOverAlpha } = options;
  const perDay = perDayOf(fractions, options);
  const lqL =
    lqlTransition === undefined ? undefined : { transitionGyPerFraction: lqlTransition, gammaOverAlpha: lqlGammaOverAlpha };
  const schedule = perDay > 1 ? { fractionsPerDay: perDay, hoursBetween: hoursBetween! } : undefined;
  const asked = { quantity, fractions, alphaBetaGy: options.alphaBeta, schedule, repairHalfTimeHours: repairHalfTime, lqL };
  return bySwitches(SWITCHES, () => singleEffect(asked));
}

const perDayOf = (fractions: number, { fractionsPerDay = 1 }: CalcOptions): number => Math.min(fractionsPerDay, fractions);

/** How the fractions are given and reckoned beyond once a day in plain LQ; empty where they are not. */
function givenWords(fractions: number, options: CalcOptions): string {
  const { hoursBetween, repairHalfTime, lqlTransition, lqlGammaOverAlpha } = options;
  const perDay = perDayOf(fractions, options);
  const slope = lqlGammaOverAlpha === undefined ? '' : ` with gamma/alpha ${lqlGammaOverAlpha}`;
  return [
    perDay > 1 && `${perDay} a day ${hoursBetween} h apart (repair half-time ${repairHalfTime} h)`,
    lqlTransition !== undefined && `LQ-L above ${lqlTransition} Gy a fraction${slope}`,
  ]
    .filter(Boolean)
    .join(', ');
}
