import { matchOrgan, type OrganMatch } from '../constraints/organ-names';
import { usualDerived } from '../constraints/usual-derived';
import type { Roi, RtStructureSet } from '../dicom/rt-structure-set';
import { type Finding, makeFinding } from '../findings/finding';
import type { SlabStack } from '../geometry/slab-stack';
import { InputError } from '../input-error';
import { absentOrgans } from './absent-organs';
import type { CaseFile } from './case-file';
import type { OrganPart, Region, Undrawn, UnusableRoi } from './case-inputs';
import { contourFrame } from './contour-frame';
import { deriveRegions } from './derived-regions';
import { askedHolesCc, isNeverHollow } from './hollow-organs';
import { asked, type KnownRoi, matchOf, needsAlphaBeta } from './known-roi';
import { madeSmallerFindings } from './made-smaller';
import { nameFindings } from './name-findings';
import { namedEntry } from './named-entry';
import { notToldApart } from './not-told-apart';
import { withQuestions } from './organ-by-name';
import { organInName } from './organ-parts';
import { plannedPtvs } from './planned-ptvs';
import { requiredOrgans } from './required-organs';
import { type NamedRoi, nameRois, namesOf, roiNamed } from './roi-names';
import { sliceSpacingMm } from './slice-spacing';
import { PLAIN_STEPS, type Steps } from './steps';
import { isWithin } from './target-levels';

/** The regions that a case is evaluated on. */
export interface Anatomy {
  readonly frameOfReferenceUid: string;
  readonly regions: readonly Region[];
  readonly undrawn: Omit<Undrawn, 'parts'>;
  /** ROIs of unknown names that speak of one of these organs. */
  readonly partsOf: (organs: readonly string[]) => readonly OrganPart[];
  readonly findings: readonly Finding[];
}

/** Organs that a structure set always has and that nothing is asked of unless the user names them. */
const NOT_BY_ITSELF = ['Body', 'External'];

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
  const frameOfReferenceUid = contourFrame(structures, findings);
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
  const known = all.map((named): KnownRoi => {
    const names = namesOf(named, all);
    const override = namedEntry(overrides, names);
    return { named, names, override, match: { ...asked(named.roi.name, override?.organ), roi: named.name } };
  });
  const byName = new Map(known.map((each) => [each.named.name, each]));
  const matches = known.filter(({ named }) => named.isDrawn).map(({ match }) => match);
  const stacks = new Map<string, SlabStack | undefined>();
  const stackOf = (named: NamedRoi): SlabStack | undefined => {
    if (stacks.has(named.name)) return stacks.get(named.name);
    const { stack, findings: said } = solidOf(named.roi, named.name, byName.get(named.name)?.match.organ);
    findings.push(...said.map((finding) => ({ ...finding, file: structures.file })));
    stacks.set(named.name, stack);
    return stack;
  };

  const drawnStack = (name: string) => stackOf(byName.get(name)!.named);
  const planned = plannedPtvs({
    targets: targetNames(caseFile, all),
    rois: known
      .filter(({ named }) => named.isDrawn)
      .map(({ named: { name, roi }, override }) => ({
        name,
        interpretedType: roi.interpretedType,
        isSaid: override?.organ !== undefined,
      })),
    matches,
    hasWithin: (outer, inner) => {
      const [around, within] = [outer, inner].map(drawnStack);
      return around !== undefined && within !== undefined && isWithin(around, within, steps);
    },
  });
  findings.push(...planned.findings);
  const usual = usualDerived(matches, {
    plannedPtvs: planned.ptvs,
    absent: absentOrgans(caseFile),
    taken: Object.keys(own),
  }).filter(({ name }) => !Object.hasOwn(own, name) && byName.get(name)?.named.isDrawn !== true);

  const regions: Region[] = [];
  const unmatched: string[] = [];
  const unknown: NamedRoi[] = [];
  const required = requiredOrgans(caseFile);
  const unusable: UnusableRoi[] = unusableOf(structures, isInFrame);
  for (const { named, match, names, override } of known) {
    if (!wanted(match) && !override) {
      if (match.organ === undefined) {
        unmatched.push(named.name);
        unknown.push(named);
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
      tissueFrom: [],
      match: matchOf(match, override?.organ),
      stack,
      madeOf: [name],
      derived: undefined,
    });
  }

  const derived = deriveRegions({ own, usual, known, all, overrides, stacks, stackOf, steps });
  const { empty, made } = derived;
  regions.push(...derived.regions);
  unusable.push(...derived.unusable);
  const hasPlanned = caseFile.courses.some(({ role }) => role === 'planned');
  if (hasPlanned && planned.findings.length === 0) findings.push(...notToldApart(regions, unusable, planned.ptvs));
  findings.push(
    ...sharedNames(known, structures.file),
    ...nameFindings(regions, matches, unmatched, usual, empty, structures.file),
  );
  findings.push(...madeSmallerFindings(made, regions, required, structures.file, steps));
  refuseUnknownOverrides(Object.keys(overrides), regions, known);
  const partsOf = (organs: readonly string[]) =>
    unknown.flatMap(({ name, roi }): OrganPart[] => {
      const organ = organInName(roi.name, organs);
      const stack = organ && solidOf(roi, name).stack;
      return organ && stack ? [{ name, organ, stack }] : [];
    });
  return {
    frameOfReferenceUid,
    regions: withQuestions(regions, caseFile.answers),
    undrawn: { unusable, unmatched },
    partsOf,
    findings,
  };
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
function sharedNames(known: readonly KnownRoi[], file: string): Finding[] {
  const names = [...new Set(known.map(({ named }) => named.roi.name))];
  return names.flatMap((roi): Finding[] => {
    const same = known.filter(({ named }) => named.roi.name === roi).map(({ named }) => named);
    if (same.length < 2) return [];
    const drawn = same.filter(({ isDrawn }) => isDrawn).map((each) => ({ name: each.name, roiNumber: each.roi.number }));
    const empty = same.filter(({ isDrawn }) => !isDrawn).map((each) => each.roi.number);
    return [makeFinding('rois-of-one-name', 'warning', { roi, drawn, empty }, { file, roi })];
  });
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

function refuseUnknownOverrides(asked: readonly string[], regions: readonly Region[], known: readonly KnownRoi[]): void {
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
