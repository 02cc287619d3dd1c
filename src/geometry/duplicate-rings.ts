import { cleanRings } from './derived/clean-rings';
import { combineRings } from './derived/ring-booleans';
import { areWithin } from './outline-distance';
import { outlineOf, sharedAreaMm2 } from './outline-overlap';
import { firstPassOf } from './retraced-ring';
import {
  crossesItselfMoreThan,
  crossMoreThan,
  goesRoundOnce,
  hasEndlessEdges,
  type RingContact,
  ringContact,
} from './ring-crossings';
import { evenOddAreaMm2, ringBounds, signedAreaMm2 } from './ring-nesting';
import type { Ring } from './slab-stack';

/**
 * Outlines within this of each other everywhere are one outline, written with other vertices or another rounding (0.4 mm
 * moves a vertex 0.28 mm at most, and an edge less). No wall is drawn so thin: the pixels are larger.
 */
const SAME_OUTLINE_MM = 0.3;
/** The same for outlines that cross each other this way and that, which no wall does: vertices rounded to whole mm. */
const SAME_CROSSING_MM = 0.75;
/** Share of the area up to which the two may differ, so that the wall of a vessel a few mm wide stays a wall. */
const SAME_AREA = 0.1;
/** Share of what either holds that two crossing outlines must have in common to be one area drawn twice. */
const DRAWN_AGAIN = 2 / 3;
/** Share of what they do not have in common that must lie on either side; an inner wall strays out here and there. */
const EITHER_WAY = 0.2;

/** No hand, and no program that rounds, makes an outline cross itself so often; points in another order do. */
const MOST_CROSSINGS = 200;
/** Nor does one that is gone over again with other vertices cross itself more often than this, with that for each point. */
const MOST_PER_POINT = 4;
/** And no outlines of one slice cross each other so often. */
const MOST_ON_SLICE = 10_000;

/** The rings of one plane, each area once. */
export interface DistinctRings {
  readonly rings: Ring[];
  readonly contact: RingContact;
  /** Rings that go over their own outline again; each is that outline once. */
  readonly retraced: number;
  /** Rings left out since another draws the same outline. */
  readonly duplicates: number;
  /** Pairs of crossing rings that mostly hold the same area, taken together. */
  readonly drawnAgain: number;
  /** Whether a ring crosses itself so often that its points cannot be in order: nobody knows what is inside. */
  readonly isScrambled: boolean;
}

/**
 * The rings without those that draw the same area again: by other vertices, another rounding, another start, the other
 * way round, as a keyhole. By the even-odd rule the two would cancel, and the organ would be gone. One ring within
 * another farther off is a hole, however thin the wall. Two that cross each other this way and that, and share two
 * thirds and more, are nobody's wall: what either holds is taken.
 * @param isXor the contours are CLOSEDPLANAR_XOR, whose crossings are meant.
 */
export function distinctRings(given: readonly Ring[], isXor = false): DistinctRings {
  if (given.length === 1 && goesRoundOnce(given[0])) {
    return { rings: [...given], contact: 'clear', retraced: 0, duplicates: 0, drawnAgain: 0, isScrambled: false };
  }
  if (areTangled(given)) {
    return { rings: [...given], contact: 'crossing', retraced: 0, duplicates: 0, drawnAgain: 0, isScrambled: true };
  }
  const passes = given.map((ring) => firstPassOf(ring, isSameArea) ?? ring);
  const retraced = passes.filter((ring, n) => ring !== given[n]).length;
  const first = withoutDuplicates(passes);
  const duplicates = given.length - first.length;
  const contact = ringContact(first);
  const isScrambled = contact === 'crossing' && first.some((ring) => crossesItselfMoreThan(ring, MOST_CROSSINGS));
  const found = { rings: first, contact, retraced, duplicates, drawnAgain: 0, isScrambled };
  if (isScrambled || contact === 'clear' || first.length < 2) return found;
  const apart = first.flatMap((ring) => (ringContact([ring]) === 'clear' ? [ring] : cleanRings([ring])));
  const rings = withoutDuplicates(apart);
  const again = isXor ? [] : drawnAgain(rings);
  if (again.length === 0 && rings.length === apart.length) return found;
  const together = again.length > 0 ? takenTogether(rings, again) : rings;
  return {
    rings: together,
    contact: ringContact(together),
    retraced,
    duplicates: found.duplicates + apart.length - rings.length,
    drawnAgain: again.length,
    isScrambled,
  };
}

/** What would take minutes to take apart, and nobody could tell what it encloses: asked before that is begun. */
function areTangled(rings: readonly Ring[]): boolean {
  if (hasEndlessEdges(rings)) return true;
  const isSuch = (ring: Ring) => crossesItselfMoreThan(ring, MOST_CROSSINGS + MOST_PER_POINT * (ring.length / 2));
  if (rings.some(isSuch)) return true;
  return rings.length > 2 && ringContact(rings) === 'crossing' && crossMoreThan(rings, MOST_ON_SLICE);
}

function withoutDuplicates(rings: readonly Ring[]): Ring[] {
  if (rings.length < 2) return [...rings];
  const kept: { readonly ring: Ring; readonly box: Box }[] = [];
  for (const ring of rings) {
    const box = ringBounds(ring);
    if (!kept.some((other) => isSameBox(other.box, box) && isSameArea(other.ring, ring))) kept.push({ ring, box });
  }
  return kept.map(({ ring }) => ring);
}

type Box = ReturnType<typeof ringBounds>;
const isSameBox = (a: Box, b: Box) => a.every((side, n) => Math.abs(side - b[n]) <= SAME_CROSSING_MM);

function isSameArea(a: Ring, b: Ring): boolean {
  if (!isSameBox(ringBounds(a), ringBounds(b))) return false;
  if (!areWithin(a, b, SAME_CROSSING_MM)) return false;
  const [onlyA, onlyB] = areasApartMm2(a, b);
  if (onlyA + onlyB > SAME_AREA * Math.max(Math.abs(signedAreaMm2(a)), Math.abs(signedAreaMm2(b)))) return false;
  return isEitherWay(onlyA, onlyB) || areWithin(a, b, SAME_OUTLINE_MM);
}

const isEitherWay = (onlyA: number, onlyB: number) => Math.min(onlyA, onlyB) >= EITHER_WAY * (onlyA + onlyB);

const areasApartMm2 = (a: Ring, b: Ring): [onlyA: number, onlyB: number] => [
  evenOddAreaMm2(combineRings('difference', [a], [b])),
  evenOddAreaMm2(combineRings('difference', [b], [a])),
];

type Pair = readonly [Ring, Ring];

function drawnAgain(rings: readonly Ring[]): Pair[] {
  const pairs: Pair[] = [];
  const taken = new Set<Ring>();
  for (const [n, a] of rings.entries()) {
    const b = taken.has(a) ? undefined : rings.slice(n + 1).find((other) => !taken.has(other) && isDrawnAgain(a, other));
    if (!b) continue;
    pairs.push([a, b]);
    taken.add(a).add(b);
  }
  return pairs;
}

function isDrawnAgain(a: Ring, b: Ring): boolean {
  const shared = sharedAreaMm2(outlineOf(a), outlineOf(b));
  if (shared < DRAWN_AGAIN * Math.max(Math.abs(signedAreaMm2(a)), Math.abs(signedAreaMm2(b)))) return false;
  if (ringContact([a, b]) !== 'crossing') return false;
  const [onlyA, onlyB] = areasApartMm2(a, b);
  const both = Math.abs(signedAreaMm2(a)) - onlyA;
  return both >= DRAWN_AGAIN * (both + onlyA + onlyB) && isEitherWay(onlyA, onlyB);
}

const takenTogether = (rings: readonly Ring[], pairs: readonly Pair[]): Ring[] => [
  ...rings.filter((ring) => !pairs.some((pair) => pair.includes(ring))),
  ...pairs.flatMap(([a, b]) => combineRings('union', [a], [b])),
];
