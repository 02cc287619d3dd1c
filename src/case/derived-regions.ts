import type { usualDerived } from '../constraints/usual-derived';
import type { Derived } from '../findings/anatomy';
import { orderDerived, refusedAsField } from '../geometry/derived/order-derived';
import { type DerivedExpression, namesIn, parseDerived } from '../geometry/derived/parse-derived';
import type { SlabStack } from '../geometry/slab-stack';
import { InputError } from '../input-error';
import { tissueFor } from '../radiobiology/tissue-table';
import type { CaseFile } from './case-file';
import type { Region, UnusableRoi } from './case-inputs';
import { asked, type KnownRoi, matchOf, needsAlphaBeta } from './known-roi';
import { type Made, wholesIn } from './made-smaller';
import { namedEntry } from './named-entry';
import { type NamedRoi, roiNamed } from './roi-names';
import type { Steps } from './steps';

interface Drawn {
  /** What the case derives. */
  readonly own: NonNullable<CaseFile['derived']>;
  /** What the constraint sets usually need and can be made. */
  readonly usual: ReturnType<typeof usualDerived>;
  readonly known: readonly KnownRoi[];
  readonly all: readonly NamedRoi[];
  readonly overrides: NonNullable<CaseFile['organs']>;
  /** The solids made so far by their names, to which those made here are added. */
  readonly stacks: Map<string, SlabStack | undefined>;
  readonly stackOf: (named: NamedRoi) => SlabStack | undefined;
  readonly steps: Pick<Steps, 'derivedStack'>;
}

/** Regions made from others, what could not be used of them, and with each what it was made of. */
interface DerivedRegions {
  readonly regions: readonly Region[];
  readonly unusable: readonly UnusableRoi[];
  readonly empty: readonly Derived[];
  readonly made: readonly Made[];
}

/**
 * Makes the derived structures, each after those it is made from.
 * @throws InputError where a name is that of an ROI, an expression names what is not there, or nothing says its tissue.
 */
export function deriveRegions({ own, usual, known, all, overrides, stacks, stackOf, steps }: Drawn): DerivedRegions {
  const byName = new Map(known.map((each) => [each.named.name, each]));
  const regions: Region[] = [];
  const unusable: UnusableRoi[] = [];
  const expressions = { ...Object.fromEntries(usual.map(({ name, expression }) => [name, expression])), ...own };
  const empty: Derived[] = [];
  const drawnParts = new Map<string, readonly string[]>();
  const wholes = new Map<string, readonly string[]>();
  const made: Made[] = [];
  const organOf = new Map(known.map(({ named, match }) => [named.name, match.organ]));
  const usualOf = new Map(usual.map((each) => [each.name, each]));
  for (const { name, expression } of orderDerived(expressions)) {
    if (byName.get(name)?.named.isDrawn) {
      throw new InputError({
        where: `derived.${name}`,
        found: 'the name of an ROI of the structure set',
        needed: 'a name of its own',
      });
    }
    const makes = Object.hasOwn(own, name) ? undefined : usualOf.get(name)?.makes;
    const derived = { expression, byProgram: makes !== undefined, ...(makes !== undefined && { makes }) };
    const isMade = (operand: string) => drawnParts.has(operand);
    const drawnAs = (operand: string) => roiNamed(operand, all, `derived.${name}`);
    const lookUp = (operand: string): SlabStack | undefined => {
      if (isMade(operand)) return stacks.get(operand);
      const named = drawnAs(operand);
      return named && (stackOf(named) ?? EMPTY);
    };
    const unique = (operand: string) => (isMade(operand) ? operand : (drawnAs(operand)?.name ?? operand));
    const parsed = parseDerived(expression);
    const operands = Object.fromEntries(
      namesIn(parsed).flatMap((operand) => {
        const its = lookUp(operand);
        return its ? [[operand, its]] : [];
      }),
    );
    const stack = refusedAsField({ name, expression }, () => steps.derivedStack(expression, operands));
    const madeOf = [...new Set(namesIn(parsed).flatMap((part) => drawnParts.get(part) ?? [unique(part)]))];
    stacks.set(name, stack);
    drawnParts.set(name, madeOf);
    wholes.set(name, [...new Set(wholesIn(parsed).flatMap((part) => wholes.get(part) ?? [unique(part)]))]);
    const override = namedEntry(overrides, [name]);
    const match = asked(makes ?? name, override?.organ);
    if (stack.slabs.every((slab) => slab.rings.length === 0)) {
      empty.push({ name, expression });
      unusable.push({ name, organ: match.organ, why: 'empty', derived, madeOf });
      continue;
    }
    const tissueOrgan = match.organ ?? inheritedOrgan(parsed, (operand) => organOf.get(unique(operand)));
    organOf.set(name, tissueOrgan);
    if (tissueOrgan === undefined && override?.alphaBetaGy === undefined) throw needsAlphaBeta(name);
    const region: Region = {
      name,
      names: match.organ === undefined ? [name] : [...new Set([name, match.organ])],
      roi: undefined,
      organ: match.organ,
      tissueOrgan,
      match: derived.byProgram ? { code: 'made-by-program', facts: {} } : matchOf(match, override?.organ),
      stack: { ...stack, slabs: stack.slabs.filter((slab) => slab.rings.length > 0) },
      madeOf,
      derived,
    };
    regions.push(region);
    const drawn = wholes.get(name)!.flatMap((whole) => {
      const its = stacks.get(whole);
      return its ? [{ name: whole, stack: its }] : [];
    });
    made.push({ region, drawn });
  }
  return { regions, unusable, empty, made };
}

const EMPTY: SlabStack = { basis: { u: [1, 0, 0], v: [0, 1, 0], w: [0, 0, 1] }, slabs: [] };

/**
 * The organ whose tissue a derived structure is of: what a part, a margin or an overlap is made from first, or what all
 * parts of a union are.
 */
function inheritedOrgan(expression: DerivedExpression, organOf: (name: string) => string | undefined): string | undefined {
  if (expression.kind === 'structure') return organOf(expression.name);
  if ('marginMm' in expression) return inheritedOrgan(expression.of, organOf);
  const [first, second] = expression.of.map((part) => inheritedOrgan(part, organOf));
  if (expression.kind !== 'union' || first === undefined) return first;
  return second !== undefined && tissueFor(first).id === tissueFor(second).id ? first : undefined;
}
