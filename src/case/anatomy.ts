import { matchOrgan, type OrganMatch } from '../constraints/organ-names';
import { usualDerived } from '../constraints/usual-derived';
import type { Roi, RtStructureSet } from '../dicom/rt-structure-set';
import type { Derived } from '../findings/anatomy';
import { type Finding, makeFinding } from '../findings/finding';
import type { OrganMatched } from '../findings/organ-match';
import { orderDerived, refusedAsField } from '../geometry/derived/order-derived';
import { type DerivedExpression, namesIn, parseDerived } from '../geometry/derived/parse-derived';
import type { SlabStack } from '../geometry/slab-stack';
import { InputError } from '../input-error';
import { tissueFor } from '../radiobiology/tissue-table';
import { absentOrgans } from './absent-organs';
import type { CaseFile, OrganOverride } from './case-file';
import type { OrganPart, Region, Undrawn, UnusableRoi } from './case-inputs';
import { askedHolesCc, isNeverHollow } from './hollow-organs';
import { type Made, madeSmallerFindings, wholesIn } from './made-smaller';
import { nameFindings } from './name-findings';
import { namedEntry } from './named-entry';
import { notToldApart } from './not-told-apart';
import { organInName } from './organ-parts';
import { plannedPtvs } from './planned-ptvs';
import { requiredOrgans } from './required-organs';
import { type NamedRoi, nameRois, namesOf, roiNamed } from './roi-names';
import { sliceSpacingMm } from './slice-spacing';
import { PLAIN_STEPS, type Steps } from './steps';

/** The regions that a case is evaluated on. */
export interface Anatomy {
  readonly frameOfReferenceUid: string;
  readonly regions: readonly Region[];
  readonly undrawn: Undrawn;
  readonly findings: readonly Finding[];
}

/** Organs that a structure set always has and that nothing is asked of unless the user names them. */
const NOT_BY_ITSELF = ['Body', 'External'];

/** A drawn ROI with what it stands for; `match.roi` is the name that no other has. */
interface Known {
  readonly named: NamedRoi;
  readonly match: OrganMatch;
  readonly names: readonly string[];
  readonly override: OrganOverride | undefined;
}

/**
 * Turns a structure set into regions: every ROI that is an organ or a target by name (or by the user's word), what the
 * case derives, and what the constraint sets usually need and can be made. An ROI without a volume claims nothing: it is
 * told, and what can be made in its place is made.
 * @throws InputError where the case names an ROI that is not there, or an organ without any alpha/beta.
 */
export function anatomyOf(structures: RtStructureSet, caseFile: CaseFile, steps: Steps = PLAIN_STEPS): Anatomy {
  const findings: Finding[] = [];
  const overrides = caseFile.organs ?? {};
  const own = caseFile.derived ?? {};
  const frameOfReferenceUid = frameOf(structures, findings);
  const isInFrame = (roi: Roi) => (roi.frameOfReferenceUid ?? frameOfReferenceUid) === frameOfReferenceUid;
  const spacing = sliceSpacingMm(structures);
  const solidOf = (roi: Roi, name: string, organ = matchOrgan(roi.name).organ) =>
    steps.slabsOfRoi({
      name,
      contours: roi.contours,
      sliceSpacingMm: spacing,
      isSolid: isNeverHollow(organ),
      askedHolesCc: askedHolesCc(organ),
    });
  const wanted = ({ organ }: OrganMatch) => organ !== undefined && !NOT_BY_ITSELF.includes(organ);
  const all = nameRois(structures.rois.filter(isInFrame), (roi) => {
    const isShared = structures.rois.some(({ name, number }) => name === roi.name && number !== roi.number);
    if (!hasClosedContour(roi)) return false;
    return isShared || wanted(matchOrgan(roi.name)) ? solidOf(roi, roi.name).stack !== undefined : true;
  });
  const known = all.map((named): Known => {
    const names = namesOf(named, all);
    const override = namedEntry(overrides, names);
    return { named, names, override, match: { ...asked(named.roi.name, override?.organ), roi: named.name } };
  });
  const byName = new Map(known.map((each) => [each.named.name, each]));
  const matches = known.filter(({ named }) => named.isDrawn).map(({ match }) => match);
  const planned = plannedPtvs(
    targetNames(caseFile, all),
    known
      .filter(({ named }) => named.isDrawn)
      .map(({ named: { name, roi } }) => ({ name, interpretedType: roi.interpretedType })),
    matches,
  );
  findings.push(...planned.findings);
  const usual = usualDerived(matches, {
    plannedPtvs: planned.ptvs,
    absent: absentOrgans(caseFile),
    taken: Object.keys(own),
  }).filter(({ name }) => !Object.hasOwn(own, name) && byName.get(name)?.named.isDrawn !== true);

  const stacks = new Map<string, SlabStack | undefined>();
  const stackOf = (named: NamedRoi): SlabStack | undefined => {
    if (stacks.has(named.name)) return stacks.get(named.name);
    const { stack, findings: said } = solidOf(named.roi, named.name, byName.get(named.name)?.match.organ);
    findings.push(...said.map((finding) => ({ ...finding, file: structures.file })));
    stacks.set(named.name, stack);
    return stack;
  };

  const regions: Region[] = [];
  const unmatched: string[] = [];
  const parts: OrganPart[] = [];
  const required = requiredOrgans(caseFile);
  const unusable: UnusableRoi[] = unusableOf(structures, isInFrame);
  for (const { named, match, names, override } of known) {
    if (!wanted(match) && !override) {
      if (match.organ === undefined) {
        unmatched.push(named.name);
        const organ = organInName(named.roi.name, required);
        const stack = organ && solidOf(named.roi, named.name).stack;
        if (organ && stack) parts.push({ name: named.name, organ, stack });
      }
      unusable.push({ name: named.name, organ: match.organ, why: 'not asked' });
      continue;
    }
    if (match.organ === undefined && override?.alphaBetaGy === undefined) throw needsAlphaBeta(named.name);
    const stack = stackOf(named);
    const { name } = named;
    if (!stack) {
      const why = named.roi.contours.length === 0 ? 'no contours' : 'no volume';
      unusable.push({ name, organ: match.organ, why });
      continue;
    }
    regions.push({
      name,
      names: match.organ === undefined ? names : [...new Set([...names, match.organ])],
      roi: { number: named.roi.number, ...(named.roi.colour && { colour: named.roi.colour }) },
      organ: match.organ,
      tissueOrgan: match.organ,
      match: matchOf(match, override?.organ),
      stack,
      madeOf: [name],
      derived: undefined,
    });
  }

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
  const hasPlanned = caseFile.courses.some(({ role }) => role === 'planned');
  if (hasPlanned && planned.findings.length === 0) findings.push(...notToldApart(regions, unusable, planned.ptvs));
  findings.push(...sharedNames(known, structures.file), ...nameFindings(regions, matches, unmatched, usual, empty));
  findings.push(...madeSmallerFindings(made, regions, required, structures.file, steps));
  refuseUnknownOverrides(Object.keys(overrides), regions, known);
  return { frameOfReferenceUid, regions, undrawn: { unusable, unmatched, parts }, findings };
}

const hasClosedContour = ({ contours }: Roi): boolean =>
  contours.some(({ geometricType, pointsMm }) => geometricType.startsWith('CLOSED') && pointsMm.length >= 9);

/** ROIs that no region can be made of, whatever they contain: without a number, or drawn in another frame. */
function unusableOf({ rois, unnumberedRois = [] }: RtStructureSet, isInFrame: (roi: Roi) => boolean): UnusableRoi[] {
  const organOf = (name: string) => matchOrgan(name).organ;
  return [
    ...unnumberedRois.map((name) => ({ name, organ: organOf(name), why: 'no number' as const })),
    ...rois.flatMap((roi) => {
      if (isInFrame(roi) || roi.contours.length === 0) return [];
      return [{ name: roi.name, organ: organOf(roi.name), why: 'other frame' as const }];
    }),
  ];
}

/** How ROIs of one name are told apart, and which of them are empty. */
function sharedNames(known: readonly Known[], file: string): Finding[] {
  const names = [...new Set(known.map(({ named }) => named.roi.name))];
  return names.flatMap((roi): Finding[] => {
    const same = known.filter(({ named }) => named.roi.name === roi).map(({ named }) => named);
    if (same.length < 2) return [];
    const drawn = same.filter(({ isDrawn }) => isDrawn).map((each) => ({ name: each.name, roiNumber: each.roi.number }));
    const empty = same.filter(({ isDrawn }) => !isDrawn).map((each) => each.roi.number);
    return [makeFinding('rois-of-one-name', 'warning', { roi, drawn, empty }, { file, roi })];
  });
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

/** What a name stands for: the user's word, or the name itself. */
function asked(name: string, organ: string | undefined): OrganMatch {
  if (organ === undefined) return matchOrgan(name);
  return { ...matchOrgan(name), organ };
}

function matchOf({ how, organ }: OrganMatch, byUser: string | undefined): OrganMatched {
  if (byUser !== undefined) return { code: 'by-user', facts: { organ: byUser } };
  if (organ === undefined || how === 'none') return { code: 'not-matched', facts: {} };
  return how === 'TG-263 name' ? { code: 'tg-263', facts: {} } : { code: 'guessed', facts: { from: how } };
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
    findings.push(makeFinding('roi-in-another-frame', 'error', facts, { file: structures.file, answerable: true }));
  }
  return frames[0][0];
}

/**
 * The targets that the case names, those of the planned course by the names that no other ROI has.
 * @throws InputError where a planned target's name is that of several ROIs with a volume.
 */
function targetNames({ courses }: CaseFile, all: readonly NamedRoi[]): { planned: string[]; prior: string[] } {
  const of = (role: 'prior' | 'planned') =>
    courses.flatMap((course, c) =>
      course.role === role ? (course.targets ?? []).map(({ roi }, t) => ({ roi, where: `courses[${c}].targets[${t}].roi` })) : [],
    );
  return {
    planned: of('planned').map(({ roi, where }) => roiNamed(roi, all, where)?.name ?? roi),
    prior: of('prior').map(({ roi }) => roi),
  };
}

function refuseUnknownOverrides(asked: readonly string[], regions: readonly Region[], known: readonly Known[]): void {
  const unknown = asked.find(
    (name) => !known.some(({ names }) => names.includes(name)) && !regions.some(({ names }) => names.includes(name)),
  );
  if (unknown !== undefined) {
    const names = [...new Set([...known.map(({ named }) => named.name), ...regions.map(({ name }) => name)])];
    throw new InputError({
      where: `organs.${unknown}`,
      found: 'a name that is no ROI, derived structure or organ of this case',
      needed: `one of ${names.join(', ')}`,
    });
  }
}

const needsAlphaBeta = (name: string) =>
  new InputError({
    where: `organs.${name}.alphaBetaGy`,
    found: 'nothing, and the name is not that of a known organ',
    needed: 'its alpha/beta in Gy, or `organ` with the organ it is',
  });
