import { matchOrgan, type OrganMatch } from '../constraints/organ-names';
import { usualDerived } from '../constraints/usual-derived';
import type { RtStructureSet } from '../dicom/rt-structure-set';
import { type Finding, makeFinding } from '../finding';
import type { Derived } from '../findings/anatomy';
import { orderDerived } from '../geometry/derived/order-derived';
import { type DerivedExpression, parseDerived } from '../geometry/derived/parse-derived';
import type { SlabStack } from '../geometry/slab-stack';
import { InputError } from '../input-error';
import { tissueFor } from '../radiobiology/tissue-table';
import type { CaseFile } from './case-file';
import type { Region } from './case-inputs';
import { nameFindings } from './name-findings';
import { plannedPtvs } from './planned-ptvs';
import { sliceSpacingMm } from './slice-spacing';
import { PLAIN_STEPS, type Steps } from './steps';

/** The regions that a case is evaluated on. */
export interface Anatomy {
  readonly frameOfReferenceUid: string;
  readonly regions: readonly Region[];
  readonly findings: readonly Finding[];
}

/** Organs that a structure set always has and that nothing is asked of unless the user names them. */
const NOT_BY_ITSELF = ['Body', 'External'];

/**
 * Turns a structure set into regions: every ROI that is an organ or a target by name (or by the user's word), what the
 * case derives, and what the constraint sets usually need and can be made.
 * @throws InputError where the case names an ROI that is not there, or an organ without any alpha/beta.
 */
export function anatomyOf(structures: RtStructureSet, caseFile: CaseFile, steps: Steps = PLAIN_STEPS): Anatomy {
  const findings: Finding[] = [];
  const overrides = caseFile.organs ?? {};
  const own = caseFile.derived ?? {};
  const frameOfReferenceUid = frameOf(structures, findings);
  const inFrame = structures.rois.filter((roi) => (roi.frameOfReferenceUid ?? frameOfReferenceUid) === frameOfReferenceUid);
  const names = inFrame.map((roi) => roi.name);
  const matches = names.map((name) => asked(name, overrides[name]?.organ));
  const planned = plannedPtvs(caseFile, inFrame, matches);
  findings.push(...planned.findings);
  const usual = usualDerived(matches, { plannedPtvs: planned.ptvs }).filter(
    ({ name }) => !(name in own) && !names.includes(name),
  );

  const spacing = sliceSpacingMm(structures);
  const drawn = new Map(inFrame.map((roi) => [roi.name, roi]));
  const stacks = new Map<string, SlabStack | undefined>();
  const stackOf = (name: string): SlabStack | undefined => {
    if (stacks.has(name)) return stacks.get(name);
    const roi = drawn.get(name);
    if (!roi) return undefined;
    const { stack, findings: said } = steps.slabsOfRoi({ name, contours: roi.contours, sliceSpacingMm: spacing });
    findings.push(...said.map((finding) => ({ ...finding, file: structures.file })));
    stacks.set(name, stack);
    return stack;
  };

  const regions: Region[] = [];
  const unmatched: string[] = [];
  for (const match of matches) {
    const override = overrides[match.roi];
    const wanted = match.organ !== undefined && !NOT_BY_ITSELF.includes(match.organ);
    if (!wanted && !override) {
      if (match.organ === undefined) unmatched.push(match.roi);
      continue;
    }
    if (match.organ === undefined && override?.alphaBetaGy === undefined) throw needsAlphaBeta(match.roi);
    const stack = stackOf(match.roi);
    if (stack)
      regions.push({
        name: match.roi,
        organ: match.organ,
        tissueOrgan: match.organ,
        matchedBy: matchInWords(match, override?.organ),
        stack,
        madeOf: [match.roi],
        derived: undefined,
      });
  }

  const expressions = { ...Object.fromEntries(usual.map(({ name, expression }) => [name, expression])), ...own };
  const empty: Derived[] = [];
  const drawnParts = new Map<string, readonly string[]>();
  const partsOf = (parsed: DerivedExpression) => [...new Set(namesIn(parsed).flatMap((name) => drawnParts.get(name) ?? [name]))];
  const organOf = new Map(matches.map(({ roi, organ }) => [roi, overrides[roi]?.organ ?? organ]));
  for (const { name, expression } of orderDerived(expressions)) {
    if (drawn.has(name)) {
      throw new InputError({
        where: `derived.${name}`,
        found: 'the name of an ROI of the structure set',
        needed: 'a name of its own',
      });
    }
    const byProgram = !(name in own);
    const lookUp = (operand: string): SlabStack | undefined => {
      if (!drawn.has(operand)) return stacks.get(operand);
      return stackOf(operand) ?? EMPTY;
    };
    const parsed = parseDerived(expression);
    const operands = Object.fromEntries(
      namesIn(parsed).flatMap((operand) => {
        const its = lookUp(operand);
        return its ? [[operand, its]] : [];
      }),
    );
    const stack = steps.derivedStack(expression, operands);
    stacks.set(name, stack);
    drawnParts.set(name, partsOf(parsed));
    const match = asked(name, overrides[name]?.organ);
    if (stack.slabs.every((slab) => slab.rings.length === 0)) {
      empty.push({ name, expression });
      continue;
    }
    const tissueOrgan = match.organ ?? inheritedOrgan(parsed, (operand) => organOf.get(operand));
    organOf.set(name, tissueOrgan);
    if (tissueOrgan === undefined && overrides[name]?.alphaBetaGy === undefined) throw needsAlphaBeta(name);
    regions.push({
      name,
      organ: match.organ,
      tissueOrgan,
      matchedBy: byProgram ? 'made by the program' : matchInWords(match, overrides[name]?.organ),
      stack: { ...stack, slabs: stack.slabs.filter((slab) => slab.rings.length > 0) },
      madeOf: partsOf(parsed),
      derived: { expression, byProgram },
    });
  }
  findings.push(...nameFindings(regions, matches, unmatched, usual, empty));
  refuseUnknownOverrides(Object.keys(overrides), regions, names);
  return { frameOfReferenceUid, regions, findings };
}

const EMPTY: SlabStack = { basis: { u: [1, 0, 0], v: [0, 1, 0], w: [0, 0, 1] }, slabs: [] };

/** The names that an expression has. */
function namesIn(expression: DerivedExpression): string[] {
  if (expression.kind === 'structure') return [expression.name];
  return 'marginMm' in expression ? namesIn(expression.of) : expression.of.flatMap(namesIn);
}

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

/** What a name stands for: the user's word, or the name itself. */
function asked(name: string, organ: string | undefined): OrganMatch {
  if (organ === undefined) return matchOrgan(name);
  return { ...matchOrgan(name), organ };
}

function matchInWords({ how, organ }: OrganMatch, byUser: string | undefined): string {
  if (byUser !== undefined) return `taken for ${byUser} by the user's word`;
  if (organ === undefined) return 'not matched to an organ';
  return how === 'TG-263 name' ? 'TG-263 name' : `guessed from its name (${how})`;
}

/** The frame that the contours are in: one for all, or that of the most ROIs, with the others left out and said. */
function frameOf(structures: RtStructureSet, findings: Finding[]): string {
  const counts = new Map<string, string[]>();
  for (const roi of structures.rois) {
    if (roi.contours.length === 0) continue;
    const uid = roi.frameOfReferenceUid ?? structures.frameOfReferenceUid ?? '';
    counts.set(uid, [...(counts.get(uid) ?? []), roi.name]);
  }
  const frames = [...counts.entries()].sort((a, b) => b[1].length - a[1].length);
  if (frames.length === 0 || frames[0][0] === '') {
    throw new InputError({
      file: structures.file,
      where: '(3006,0024) ReferencedFrameOfReferenceUID',
      found: frames.length === 0 ? 'no ROI with contours' : 'nothing: no contour names its frame of reference',
      needed: 'a structure set whose contours name their frame of reference: export it again, with the images it was drawn on',
    });
  }
  for (const [uid, rois] of frames.slice(1)) {
    const facts = { rois, frame: uid, others: frames[0][0] };
    findings.push(makeFinding('roi-in-another-frame', 'error', facts, { file: structures.file }));
  }
  return frames[0][0];
}

function refuseUnknownOverrides(named: readonly string[], regions: readonly Region[], drawn: readonly string[]): void {
  const unknown = named.find(
    (name) => !drawn.includes(name) && !regions.some((region) => region.name === name || region.organ === name),
  );
  if (unknown !== undefined) {
    throw new InputError({
      where: `organs.${unknown}`,
      found: 'a name that is no ROI, derived structure or organ of this case',
      needed: `one of ${[...new Set([...drawn, ...regions.map(({ name }) => name)])].join(', ')}`,
    });
  }
}

const needsAlphaBeta = (name: string) =>
  new InputError({
    where: `organs.${name}.alphaBetaGy`,
    found: 'nothing, and the name is not that of a known organ',
    needed: 'its alpha/beta in Gy, or `organ` with the organ it is',
  });
