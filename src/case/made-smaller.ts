import { TARGET_KINDS } from '../constraints/target-names';
import { type Finding, type FindingPlace, makeFinding } from '../findings/finding';
import type { DerivedExpression } from '../geometry/derived/parse-derived';
import type { SlabStack } from '../geometry/slab-stack';
import { stackVolumeMm3 } from '../geometry/stack-volume';
import type { Region } from './case-inputs';
import { baseOf, wholeOf } from './required-organs';
import type { Steps } from './steps';

/** Rounding of a margin out and in again. */
const LOST_SHARE = 0.02;
/** Of these, what is left out as a rule (tumour, vessels, bronchi) is less of them. */
const LOST_SHARE_OF_PAIR = 0.1;
const PAIRS = ['Lungs', 'Kidneys'];

/**
 * What a derived structure is made from, as far as it is meant to be kept: of `A - B` that is A, of `A & B` the organ of
 * the two, or A where both or neither is one.
 */
export function wholesIn(expression: DerivedExpression, isOrgan: (part: DerivedExpression) => boolean): readonly string[] {
  const within = (part: DerivedExpression) => wholesIn(part, isOrgan);
  switch (expression.kind) {
    case 'structure':
      return [expression.name];
    case 'expand':
    case 'contract':
      return within(expression.of);
    case 'difference':
      return within(expression.of[0]);
    case 'intersection':
      return within(expression.of.find(isOrgan) ?? expression.of[0]);
    case 'union':
      return [...new Set(expression.of.flatMap(within))];
  }
}

/** A derived structure that is taken for an organ, with the drawn ROIs that it is made from. */
export interface Made {
  readonly region: Region;
  readonly drawn: readonly { readonly name: string; readonly stack: SlabStack }[];
}

/**
 * Structures that the case derives, that are judged as an organ and that lack a part of what was drawn: what they meet
 * says nothing of that part. Where the drawn ROI is judged by itself that is told; where it is not, and the organ is a
 * required one, it is asked.
 */
export function madeSmallerFindings(
  made: readonly Made[],
  regions: readonly Region[],
  required: readonly string[],
  file: string,
  { derivedStack }: Pick<Steps, 'derivedStack'>,
): Finding[] {
  return made.flatMap(({ region, drawn }): Finding[] => {
    const { name: roi, organ, derived, stack } = region;
    if (organ === undefined || !derived || derived.byProgram || drawn.length === 0) return [];
    if (TARGETS.includes(organ) || baseOf(organ) !== undefined) return [];
    const operands = { made: stack, ...Object.fromEntries(drawn.map((each, n) => [`drawn${n}`, each.stack])) };
    const union = drawn.map((_, n) => `drawn${n}`).join(' + ');
    const ccOf = (expression: string) => stackVolumeMm3(derivedStack(expression, operands)) / 1000;
    const [drawnCc, lostCc] = [ccOf(union), ccOf(`(${union}) - made`)];
    const allowed = PAIRS.includes(wholeOf(organ)) ? LOST_SHARE_OF_PAIR : LOST_SHARE;
    if (!(lostCc > allowed * drawnCc)) return [];
    const isJudged = drawn.every(({ name }) => regions.some((each) => each.name === name && each.organ === organ));
    const names = drawn.map(({ name }) => name);
    const facts = { roi, organ, expression: derived.expression, drawn: names, lostShare: lostCc / drawnCc, isJudged };
    const asks = !isJudged && required.includes(wholeOf(organ));
    const place: FindingPlace = { file, roi, ...(asks && { answerable: true }) };
    return [makeFinding('organ-made-smaller', asks ? 'error' : 'warning', facts, place)];
  });
}

const TARGETS: readonly string[] = TARGET_KINDS;
