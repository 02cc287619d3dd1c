import type { CaseInputs, Region } from '../../case/case-inputs';
import { isTarget } from '../../case/organ-by-name';
import type { Steps } from '../../case/steps';
import { matchOrgan } from '../../constraints/organ-names';
import type { HeldBy } from '../../findings/drawn';
import { type Finding, makeFinding } from '../../findings/finding';
import { outlineGaps, type SliceGap } from '../../geometry/outline-gaps';
import { drawnSolid } from './drawn-solid';

/** Contours are no surer than this, mm, and margins are made in voxels; a bound of this program's own. */
const TOLERANCE_MM = 2;
/** Of the slices that have both: a few that differ are drawn badly, more are in another place. */
const NOTICEABLE_SHARE = 0.1;
/** What lies at a bound is within it. */
const ROUNDING_MM = 0.01;
const MOST_MM = TOLERANCE_MM + ROUNDING_MM;
/** The greatest share of a length that is rounding. */
const ROUNDING = 1e-6;
/** What has no place within the body. */
const BODY = 'Body';
const ITS_SURFACE = /^(Body|Skin)$/;

type Anatomy = Pick<CaseInputs, 'regions' | 'structures' | 'frameOfReferenceUid'>;
/** What is drawn, by its names, and what it is. */
type Drawn = Pick<Region, 'name' | 'names' | 'organ' | 'stack'>;

/**
 * Organs that do not lie within what is drawn around them: a planning risk volume, the spinal canal, the body. One of the
 * two is not where it is drawn. A planning volume whose name has its margin is held to that too: within it but aside it
 * is the margin of another place. Asked is of both; where a few slices differ, or a margin is only less, it is told.
 */
export function heldOrganFindings(anatomy: Anatomy, steps: Pick<Steps, 'slabsOfRoi'>): Finding[] {
  const { file } = anatomy.structures;
  const drawn = anatomy.regions.filter(({ derived }) => !derived?.byProgram);
  const outers: readonly Drawn[] = [...drawn, ...bodiesOf(anatomy, steps)];
  return drawn.flatMap((inner): Finding[] => {
    const { organ, name: roi } = inner;
    if (organ === undefined || isTarget(organ)) return [];
    const found = outers.flatMap((outer) => notHeldBy(inner, outer));
    if (found.length === 0) return [];
    const asks = found.some(({ isAsked }) => isAsked);
    const facts = { roi, organ, around: found.map(({ held }) => held), ...(asks && { asks }) };
    return asks
      ? [makeFinding('organ-not-held', 'error', facts, { file, roi, answerable: true })]
      : [makeFinding('organ-not-held', 'warning', facts, { file, roi })];
  });
}

/** The outlines of the body: nothing is evaluated on them unless the case asks. */
function bodiesOf({ regions, structures, frameOfReferenceUid }: Anatomy, steps: Pick<Steps, 'slabsOfRoi'>): Drawn[] {
  const isKnown = (name: string) => regions.some((region) => region.name === name);
  return structures.rois.flatMap(({ name }): Drawn[] => {
    if (matchOrgan(name).organ !== BODY || isKnown(name)) return [];
    const stack = drawnSolid(name, structures, frameOfReferenceUid, steps)?.stack;
    return stack ? [{ name, names: [name], organ: BODY, stack }] : [];
  });
}

/** Targets that the PTVs do not hold, where there are any: one of them is drawn elsewhere, or treated on purpose. */
export function heldTargetFindings(
  { regions, structures: { file } }: Anatomy,
  { derivedStack }: Pick<Steps, 'derivedStack'>,
): Finding[] {
  const targets = regions.filter(({ organ, derived }) => organ !== undefined && isTarget(organ) && !derived?.byProgram);
  const ptvs = targets.filter(({ organ }) => organ === 'PTV');
  const inner = targets.filter(({ organ }) => organ !== 'PTV');
  if (ptvs.length === 0 || inner.length === 0) return [];
  const operands = Object.fromEntries(ptvs.map(({ stack }, n) => [`ptv${n}`, stack]));
  const union = ptvs.length === 1 ? ptvs[0].stack : derivedStack(Object.keys(operands).join(' + '), operands);
  return inner.flatMap(({ name: roi, stack }): Finding[] => {
    const gaps = outlineGaps(stack, union, false);
    if (gaps === undefined) return [];
    const beyond = gaps.filter(({ leastMm }) => leastMm < -MOST_MM);
    const [lengthMm, ofMm] = [lengthOf(beyond), lengthOf(gaps)];
    if (ofMm > 0 && !isNoticeable(lengthMm, ofMm)) return [];
    const outMm = Math.max(0, ...beyond.map(({ leastMm }) => -leastMm));
    return [
      makeFinding(
        'target-outside-ptv',
        'warning',
        { roi, ptvs: ptvs.map(({ name }) => name), outMm, lengthMm, ofMm },
        { file, roi },
      ),
    ];
  });
}

interface NotHeld {
  readonly held: HeldBy;
  readonly isAsked: boolean;
}

function notHeldBy(inner: Drawn, outer: Drawn): NotHeld[] {
  const by = holds(outer, inner);
  if (by === undefined) return [];
  const wantedMm = by === 'margin' ? marginOf(outer) : undefined;
  const gaps = outlineGaps(inner.stack, outer.stack, wantedMm !== undefined);
  if (gaps === undefined) return [];
  const { name: roi } = outer;
  const ofMm = lengthOf(gaps);
  if (ofMm === 0) return [{ held: { roi, by, leastMm: 0, mostMm: 0, lengthMm: 0, ofMm }, isAsked: true }];
  const least = (wantedMm ?? 0) - MOST_MM;
  /** Of a margin that is known all is gone where the organ is outside. */
  const isOut = ({ leastMm }: SliceGap) => leastMm < Math.min(least, -ROUNDING_MM);
  /** What it lacks on one side it has more on another. */
  const isAside = ({ leastMm, mostMm }: SliceGap) => wantedMm !== undefined && leastMm < least && mostMm > wantedMm + MOST_MM;
  const short = gaps.filter(({ leastMm }) => leastMm < least);
  if (short.length === 0) return [];
  const asked = short.filter((gap) => isOut(gap) || isAside(gap));
  const held: HeldBy = {
    roi,
    by,
    ...(wantedMm !== undefined && { wantedMm }),
    leastMm: Math.min(...short.map(({ leastMm }) => leastMm)),
    mostMm: Math.max(...short.map(({ mostMm }) => mostMm)),
    lengthMm: lengthOf(short),
    ofMm,
  };
  return [{ held, isAsked: isNoticeable(lengthOf(asked), ofMm) }];
}

/** By what a region is to hold another one; undefined where it need not. */
function holds({ organ: outer }: Drawn, { organ: inner }: Drawn): HeldBy['by'] | undefined {
  if (inner === undefined || outer === undefined || inner === outer) return undefined;
  if (outer === `${inner}_PRV`) return 'margin';
  if (CANALS[outer]?.includes(inner)) return 'canal';
  return outer === BODY && !ITS_SURFACE.test(inner) && !inner.endsWith('_PRV') ? 'body' : undefined;
}

const CANALS: Readonly<Record<string, readonly string[] | undefined>> = {
  SpinalCanal: ['SpinalCord', 'ThecalSac', 'CaudaEquina'],
  ThecalSac: ['SpinalCord', 'CaudaEquina'],
};

/** The margin in mm that a planning risk volume's name has. */
const marginOf = ({ names }: Drawn): number | undefined =>
  names.map((name) => matchOrgan(name).marginMm).find((marginMm) => marginMm !== undefined);

const isNoticeable = (lengthMm: number, ofMm: number): boolean =>
  lengthMm > 0 && lengthMm >= NOTICEABLE_SHARE * ofMm * (1 - ROUNDING);

const lengthOf = (gaps: readonly SliceGap[]): number => gaps.reduce((sum, { lengthMm }) => sum + lengthMm, 0);
