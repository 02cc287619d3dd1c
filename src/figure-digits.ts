/** What a figure is of; `''` of a pure number. */
export type FigureUnit = 'Gy' | '%' | 'cc' | '';
/** What else is written with a unit of its own. */
export type Measured = FigureUnit | 'Gy per fraction' | 'months' | 'mm';

/**
 * `<=` and `>=` allow this share of the limit, the rounding of doses stored in single precision. `<` and `>` allow
 * nothing: a value at the limit does not meet them.
 */
export const LIMIT_TOLERANCE = 1e-6;

const MOST_DECIMALS = 12;

/**
 * Decimals of a figure on every surface: doses, percentages, months and mm 0.1, doses per fraction 0.01, volumes 0.1 (0.01
 * below 10 cc), pure numbers 0.001.
 */
export function decimalsOf(value: number, unit: Measured): number {
  if (unit === '') return 3;
  if (unit === 'Gy per fraction') return 2;
  return unit === 'cc' && Math.abs(value) < 9.995 ? 2 : 1;
}

/**
 * A figure in digits, without its unit. It never rounds onto or across a limit that it is held to: it gets as many digits
 * as tell the two apart, and no fewer than the limit is written with.
 */
export const digitsOf = (value: number, unit: Measured, ...limits: readonly number[]): string =>
  digitsThat(() => true, value, unit, limits);

/** The same with a unit behind an ordinary space, for sentences. */
export const amountOf = (value: number, unit: FigureUnit, ...limits: readonly number[]): string =>
  `${digitsOf(value, unit, ...limits)}${unit && ` ${unit}`}`;

/** The same, with as many digits more as it takes to `agree`; the fewest where none do. */
export function digitsThat(agree: (shown: number) => boolean, value: number, unit: Measured, limits: readonly number[]): string {
  const least = Math.max(decimalsOf(value, unit), ...limits.map((limit) => decimalsIn(String(limit))));
  for (let decimals = least; decimals <= MOST_DECIMALS; decimals++) {
    const text = plain(value.toFixed(decimals));
    const shown = Number(text);
    if (limits.every((limit) => staysOnItsSide(shown, value, limit)) && agree(shown)) return text;
  }
  return plain(value.toFixed(least));
}

/** An end of an interval that a figure is known to lie in, rounded outwards: never drawn in. */
export function endDigits(value: number, unit: FigureUnit, end: 'low' | 'high', decimals = decimalsOf(value, unit)): string {
  const steps = 10 ** decimals;
  const round = end === 'low' ? Math.floor : Math.ceil;
  // Without the dust of binary fractions, which would move a whole step.
  return plain((round(Number((value * steps).toPrecision(12))) / steps).toFixed(decimals));
}

/** How many decimals a number is written with. */
export const decimalsIn = (text: string): number => text.split('.')[1]?.length ?? 0;

const staysOnItsSide = (shown: number, value: number, limit: number): boolean =>
  Math.abs(value - limit) <= Math.abs(limit) * LIMIT_TOLERANCE || Math.sign(shown - limit) === Math.sign(value - limit);
/** 0 has no sign. */
const plain = (text: string): string => (Number(text) === 0 ? text.replace('-', '') : text);
