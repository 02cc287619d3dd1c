import { ClipType, FillRule } from 'clipper2-ts';
import { cleanRings } from './derived/clean-rings';
import { clip, DrawnVertices } from './derived/clipper-paths';
import { combineRings } from './derived/ring-booleans';
import { eachMeetingPair } from './meeting-boxes';
import { areWithin } from './outline-distance';
import { type RingContact, ringContact } from './ring-crossings';
import { evenOddAreaMm2, liesWithin, nestingDepths, ringBounds, signedAreaMm2 } from './ring-nesting';
import type { Ring } from './slab-stack';

/** What the even-odd rule leaves out of what the rings of one plane enclose, mm². */
export interface RingLosses {
  /** What the even-odd rule leaves. */
  readonly keptMm2: number;
  /** All that any of the rings encloses. */
  readonly enclosedMm2: number;
  /** Left out where rings cross themselves or lie partly over one another. */
  readonly crossedMm2: number;
  /** Left out as holes. */
  readonly holesMm2: number;
  /** Whether a hole is all of its outline but a thin rim. */
  readonly hasThinRim: boolean;
}

/** A margin around a small organ is drawn no wider; a hole with no wider a rim may be the organ without its margin. */
const RIM_MM = 5;
/** Share of the smaller of two outlines that is rounding: within it they are apart, or one is in the other. */
const ROUNDING = 0.01;
/** Areas below this are leavings of clipping, mm². */
const NOTHING_MM2 = 1e-3;

/**
 * @param rings of one plane, each area once.
 * @param contact how they meet.
 * @param clean the same even-odd inside without crossings.
 */
export function ringLosses(rings: readonly Ring[], contact: RingContact, clean: readonly Ring[]): RingLosses {
  const keptMm2 = evenOddAreaMm2(clean);
  if (contact === 'clear' && rings.length === 1) {
    return { keptMm2, enclosedMm2: keptMm2, crossedMm2: 0, holesMm2: 0, hasThinRim: false };
  }
  const hasThinRim = isAnyNearlyAllOf(rings);
  if (contact === 'clear') {
    const depths = nestingDepths(rings);
    const enclosedMm2 = rings.reduce((sum, ring, n) => sum + (depths[n] === 0 ? Math.abs(signedAreaMm2(ring)) : 0), 0);
    return { keptMm2, enclosedMm2, crossedMm2: 0, holesMm2: above(enclosedMm2 - keptMm2), hasThinRim };
  }
  const enclosedMm2 = evenOddAreaMm2(filled(rings));
  const tangled = tangledOf(rings);
  const crossedMm2 = tangled.length === 0 ? 0 : evenOddAreaMm2(filled(tangled)) - evenOddAreaMm2(cleanRings(tangled));
  return {
    keptMm2,
    enclosedMm2,
    crossedMm2: above(crossedMm2),
    holesMm2: above(enclosedMm2 - keptMm2 - crossedMm2),
    hasThinRim,
  };
}

const above = (mm2: number): number => (mm2 > NOTHING_MM2 ? mm2 : 0);

/** Whether one of the rings is all of another, around it, but a thin rim. */
function isAnyNearlyAllOf(rings: readonly Ring[]): boolean {
  const areas = rings.map((ring) => Math.abs(signedAreaMm2(ring)));
  const isNearlyAllOf = (n: number, outer: number) =>
    areas[n] <= areas[outer] && areWithin(rings[n], rings[outer], RIM_MM) && liesWithin(rings[n], rings[outer]);
  let found = false;
  eachMeetingPair(rings.map(ringBounds), (a, b) => {
    found ||= isNearlyAllOf(a, b) || isNearlyAllOf(b, a);
  });
  return found;
}

/** What any of the rings encloses, holes of keyholes among it. */
function filled(rings: readonly Ring[]): Ring[] {
  return joined(rings.flatMap(outlinesOf));
}

/** The outer outlines of one ring, all anticlockwise. */
function outlinesOf(ring: Ring): Ring[] {
  const parts = ringContact([ring]) === 'clear' ? [ring] : [...outerOf(cleanRings([ring])), ...outerOf(joined([ring]))];
  return parts.map((part) => (signedAreaMm2(part) < 0 ? reversed(part) : part));
}

function outerOf(rings: readonly Ring[]): Ring[] {
  const depths = nestingDepths(rings);
  return rings.filter((_, n) => depths[n] === 0);
}

/** What rings go round at all, however often. */
function joined(rings: readonly Ring[]): Ring[] {
  const drawn = new DrawnVertices();
  return drawn.ringsOf(clip(ClipType.Union, FillRule.NonZero, drawn.pathsOf(rings), [], true));
}

function reversed(ring: Ring): Ring {
  const back = new Float64Array(ring.length);
  for (let p = 0; p < ring.length; p += 2) back.set([ring[p], ring[p + 1]], ring.length - 2 - p);
  return back;
}

/** The rings that cross themselves, and those that lie partly over another. */
function tangledOf(rings: readonly Ring[]): Ring[] {
  const tangled = new Set(rings.filter((ring) => ringContact([ring]) === 'crossing'));
  const fills = rings.map((ring) => filled([ring]));
  const areas = fills.map(evenOddAreaMm2);
  for (let a = 0; a < rings.length; a++) {
    for (let b = a + 1; b < rings.length; b++) {
      if (tangled.has(rings[a]) && tangled.has(rings[b])) continue;
      if (!boxesMeet(rings[a], rings[b]) || ringContact([rings[a], rings[b]]) === 'clear') continue;
      const sharedMm2 = evenOddAreaMm2(combineRings('intersection', fills[a], fills[b]));
      const smallerMm2 = Math.min(areas[a], areas[b]);
      if (sharedMm2 <= ROUNDING * smallerMm2 || sharedMm2 >= (1 - ROUNDING) * smallerMm2) continue;
      tangled.add(rings[a]).add(rings[b]);
    }
  }
  return rings.filter((ring) => tangled.has(ring));
}

function boxesMeet(a: Ring, b: Ring): boolean {
  const [boxA, boxB] = [ringBounds(a), ringBounds(b)];
  return boxA[0] <= boxB[2] && boxB[0] <= boxA[2] && boxA[1] <= boxB[3] && boxB[1] <= boxA[3];
}
