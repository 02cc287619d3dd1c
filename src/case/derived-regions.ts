import type { usualDerived } from '../constraints/usual-derived';
import type { Derived } from '../findings/anatomy';
import { MOST_SWEPT } from '../geometry/derived/margin-work';
import { orderDerived, refusedAsField } from '../geometry/derived/order-derived';
import { type DerivedExpression, namesIn, parseDerived } from '../geometry/derived/parse-derived';
import type { SlabStack } from '../geometry/slab-stack';
import { InputError } from '../input-error';
import type { CaseFile } from './case-file';
import type { Region, TissueSource, UnusableRoi } from './case-inputs';
import { isOneTissue, type MadeTissue, tissueOfExpression, tissueOfOrgan } from './derived-tissue';
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
  const tissues = new Map(
    known.map(({ named: { name }, names, match: { organ } }): [string, MadeTissue] => [
      name,
      tissueOfOrgan(organ, { name, names: withOrgan(names, organ), from: [] }),
    ]),
  );
  const usualOf = new Map(usual.map((each) => [each.name, each]));
  let sweepable = MOST_SWEPT;
  for (const { name, expression } of orderDerived(expressions, Object.keys(own).length)) {
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
    const stack = refusedAsField({ name, expression }, () => steps.derivedStack(expression, operands, sweepable));
    sweepable -= stack.swept;
    const madeOf = [...new Set(namesIn(parsed).flatMap((part) => drawnParts.get(part) ?? [unique(part)]))];
    stacks.set(name, stack);
    drawnParts.set(name, madeOf);
    const tissueIn = (part: DerivedExpression) => tissueOfExpression(part, (operand) => tissues.get(unique(operand))!);
    const parts = wholesIn(parsed, (part) => tissueIn(part).role === 'organ');
    wholes.set(name, [...new Set(parts.flatMap((part) => wholes.get(part) ?? [unique(part)]))]);
    const override = namedEntry(overrides, [name]);
    const match = asked(makes ?? name, override?.organ);
    const names = withOrgan([name], match.organ);
    const { tissue, from } = tissueOfMade({ name, names, organ: match.organ }, tissueIn(parsed));
    tissues.set(name, tissue);
    if (stack.slabs.every((slab) => slab.rings.length === 0)) {
      empty.push({ name, expression });
      unusable.push({ name, organ: match.organ, why: 'empty', derived, madeOf });
      continue;
    }
    if (tissue.organ === undefined && override?.alphaBetaGy === undefined) throw needsAlphaBeta(name, expression);
    const region: Region = {
      name,
      names,
      roi: undefined,
      organ: match.organ,
      tissueOrgan: tissue.organ,
      tissueFrom: from,
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

const withOrgan = (names: readonly string[], organ: string | undefined): readonly string[] =>
  organ === undefined ? names : [...new Set([...names, organ])];

/**
 * The tissue of a derived structure, for it and for what is made from it in turn: that of its own organ, if the name or
 * the case says one, else what its expression says. What the case sets for what it is made from is of the same tissue
 * only.
 */
function tissueOfMade(
  { name, names, organ }: { name: string; names: readonly string[]; organ: string | undefined },
  made: MadeTissue,
): { tissue: MadeTissue; from: readonly TissueSource[] } {
  const isOwn = organ !== undefined;
  const from = isOwn && !(made.organ !== undefined && isOneTissue(organ, made.organ)) ? [] : made.from;
  const source = { name, names, from };
  return { tissue: isOwn ? tissueOfOrgan(organ, source) : { ...made, from: made.organ === undefined ? [] : [source] }, from };
}
