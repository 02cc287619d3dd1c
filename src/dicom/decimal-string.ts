const BACKSLASH = 0x5c;
const SPACE = 0x20;
const MINUS = 0x2d;
const PLUS = 0x2b;
const POINT = 0x2e;

/** Powers of ten that a double holds exactly: dividing or multiplying an exact integer by one rounds once, correctly. */
const EXACT_POWERS = Array.from({ length: 23 }, (_, n) => 10 ** n);
const EXACT_INTEGER = 2 ** 53;

/** No size, dose or count of a treatment comes near it, and its cube is still a number. */
export const LARGEST_DECIMAL = 1e100;
/** What an integer string can say (PS3.5 6.2, IS). */
export const LARGEST_INTEGER = 2 ** 31 - 1;

/** A value of a decimal string list that is not a number, or none of a treatment. */
export interface NotANumber {
  readonly index: number;
  readonly text: string;
  /** A number, and beyond `LARGEST_DECIMAL`. */
  readonly isTooLarge: boolean;
}

const isPadding = (byte: number) => byte === SPACE || byte === 0;

function textOf(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let n = start; n < end; n++) text += String.fromCharCode(bytes[n]);
  return text;
}

/** The slow way, for exponents and more digits than an exact integer has. NaN where it is not a number. */
function parseAny(bytes: Uint8Array, start: number, end: number): number {
  const text = textOf(bytes, start, end);
  return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text) ? Number(text) : Number.NaN;
}

/** One number from bytes without padding, exact as `Number` would read it; NaN where it is none. */
function parseOne(bytes: Uint8Array, start: number, end: number): number {
  let n = start;
  const negative = bytes[n] === MINUS;
  if (negative || bytes[n] === PLUS) n++;
  let mantissa = 0;
  let decimals = -1;
  let digits = 0;
  for (; n < end; n++) {
    const digit = bytes[n] - 48;
    if (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit;
      digits++;
      if (decimals >= 0) decimals++;
    } else if (bytes[n] === POINT && decimals < 0) {
      decimals = 0;
    } else {
      return parseAny(bytes, start, end);
    }
  }
  if (digits === 0) return Number.NaN;
  if (mantissa > EXACT_INTEGER || decimals > 22) return parseAny(bytes, start, end);
  const value = decimals > 0 ? mantissa / EXACT_POWERS[decimals] : mantissa;
  return negative ? -value : value;
}

/**
 * Reads a backslash-separated list of decimal or integer strings (PS3.5 6.2, DS and IS) straight from its bytes, in one
 * pass and without making strings. Leading and trailing spaces and trailing NULs are padding.
 * @returns the values, or the first that is not a number (an empty value between backslashes is none) or too large.
 */
export function parseDecimals(bytes: Uint8Array, offset = 0, length = bytes.length): Float64Array | NotANumber {
  const stop = offset + length;
  let last = stop;
  while (last > offset && isPadding(bytes[last - 1])) last--;
  if (last === offset) return new Float64Array(0);
  let count = 1;
  for (let n = offset; n < last; n++) if (bytes[n] === BACKSLASH) count++;
  const values = new Float64Array(count);
  let start = offset;
  for (let index = 0; index < count; index++) {
    let end = start;
    while (end < last && bytes[end] !== BACKSLASH) end++;
    let from = start;
    let to = end;
    while (from < to && isPadding(bytes[from])) from++;
    while (to > from && isPadding(bytes[to - 1])) to--;
    const value = parseOne(bytes, from, to);
    if (!(Math.abs(value) <= LARGEST_DECIMAL)) {
      return { index, text: textOf(bytes, start, end), isTooLarge: !Number.isNaN(value) };
    }
    values[index] = value;
    start = end + 1;
  }
  return values;
}
