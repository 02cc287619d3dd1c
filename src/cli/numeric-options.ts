import { InvalidArgumentError } from 'commander';
import { InputError } from '../input-error';

/** Beyond what any treatment has, and far within what the formulas can be computed for. */
interface Span {
  /** Of a number above 0; whether 0 and less may be, each command says. */
  readonly least: number;
  readonly most: number;
  readonly unit: '' | ' Gy' | ' h';
}

const DOSE: Span = { least: 1e-6, most: 10_000, unit: ' Gy' };
const COUNT: Span = { least: 1, most: 1000, unit: '' };
const ALPHA_BETA: Span = { least: 0.01, most: 10_000, unit: ' Gy' };
const HOURS: Span = { least: 0.001, most: 1000, unit: ' h' };

/** Every option that is a number, of every command. */
const SPANS = {
  '--dose': DOSE,
  '--fractions': COUNT,
  '--alpha-beta': ALPHA_BETA,
  '--dose-alpha-beta': ALPHA_BETA,
  '--dose-repair-half-time': HOURS,
  '--dose-is percent:': DOSE,
  '--fractions-per-day': COUNT,
  '--hours-between': HOURS,
  '--repair-half-time': HOURS,
  '--lql-transition': DOSE,
  '--lql-gamma-over-alpha': { least: 0.01, most: 10_000, unit: '' },
  // EQD2, which at a low alpha/beta is far above the dose.
  '--limit': { least: 1e-6, most: 100_000, unit: ' Gy' },
  '--remaining-fractions': COUNT,
} as const satisfies Record<string, Span>;

export type NumericOption = keyof typeof SPANS;

/** Reads the number of an option. @throws InputError for one that no treatment has. */
export const numberOf =
  (option: NumericOption) =>
  (text: string): number => {
    const value = Number(text);
    if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError('It must be a number.');
    return withinTreatment(option, value);
  };

/** @throws InputError for a number that no treatment has. */
export function withinTreatment(option: NumericOption, value: number): number {
  const { least, most, unit } = SPANS[option];
  if (value > most || value < -most) throw outside(option, `${value}${unit}`, `at most ${most}${unit}`);
  if (value > 0 && value < least) throw outside(option, `${value}${unit}`, `at least ${least}${unit}`);
  return value;
}

const outside = (where: string, found: string, bound: string): InputError =>
  new InputError({ where, found, needed: `a number that a treatment may have: ${bound}` });
