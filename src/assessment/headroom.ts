/** How far the planned dose may be scaled, at the same number of fractions, until a goal is just met. */
export type Headroom = { readonly plannedScale: number } | { readonly reason: string };

const HIGHEST_SCALE = 20;
const TOLERANCE = 1e-5;

/**
 * The largest factor on the planned dose at which the goal still holds, found on the goal's own value (monotone in the
 * factor) by the Illinois variant of false position.
 * @param valueAt what the goal tests, at a factor; undefined where it cannot be had.
 * @param holds whether a value meets the goal. @param limit of the goal.
 */
export function findHeadroom(
  valueAt: (plannedScale: number) => number | undefined,
  holds: (value: number) => boolean,
  limit: number,
): Headroom {
  const at = (scale: number) => valueAt(scale);
  const now = at(1);
  const none = at(0);
  if (now === undefined || none === undefined)
    return { reason: 'the goal cannot be evaluated, so no scaling of the planned dose can be stated' };
  if (!holds(none)) return { reason: 'the prior courses alone exceed the goal: no planned dose can meet it' };
  if (none === now && at(HIGHEST_SCALE) === now) return { reason: 'the planned dose does not reach what the goal tests' };

  let low = 0;
  let high = 1;
  let highValue = now;
  while (holds(highValue)) {
    low = high;
    high *= 2;
    if (high > HIGHEST_SCALE) return { reason: `the goal is met even at ${HIGHEST_SCALE / 2} times the planned dose and more` };
    const next = at(high);
    if (next === undefined) return { reason: 'the goal cannot be evaluated at a scaled dose' };
    highValue = next;
  }
  let lowValue = low === 0 ? none : (at(low) ?? none);
  let fLow = lowValue - limit;
  let fHigh = highValue - limit;
  let side = 0;
  for (let n = 0; n < 60 && high - low > TOLERANCE * high; n++) {
    const guess = (low * fHigh - high * fLow) / (fHigh - fLow);
    // Where the value is flat or stepped the secant stalls; halving then keeps the bracket shrinking.
    const inside = Number.isFinite(guess) && guess > low && guess < high && n % 3 !== 2;
    const scale = inside ? guess : (low + high) / 2;
    const value = at(scale);
    if (value === undefined) return { reason: 'the goal cannot be evaluated at a scaled dose' };
    if (holds(value)) {
      low = scale;
      lowValue = value;
      fLow = value - limit;
      if (side === -1) fHigh /= 2;
      side = -1;
    } else {
      high = scale;
      fHigh = value - limit;
      if (side === 1) fLow /= 2;
      side = 1;
    }
    if (holds(lowValue) && Math.abs(lowValue - limit) <= TOLERANCE * Math.max(1, Math.abs(limit))) break;
  }
  return { plannedScale: low };
}
