import type { CtHeader } from '../dicom/ct-image';
import { type Finding, makeFinding } from '../findings/finding';
import type { KeptOut } from '../findings/reading';
import { alongNormalMm } from './stack-geometry';

/** The images of a series that make one stack, ascending along their normal, one at each place. */
export interface CtStack {
  readonly images: readonly CtHeader[];
  /** Along-normal position of each image, mm. */
  readonly placesMm: readonly number[];
  /** Commonest distance of neighbours, mm; undefined for one slice. */
  readonly spacingMm: number | undefined;
  /** What was kept out and why, and what is odd in the rest. */
  readonly findings: readonly Finding[];
}

interface Slice {
  readonly image: CtHeader;
  readonly at: number;
}

/** Slices closer than this are at one place. */
const SAME_PLACE_MM = 0.05;
/** A gap of more than so many usual distances divides two scans; narrower ones are missing or thicker slices. */
const FAR = 5;
const SAME_DIRECTION = 1e-3;
const SAME_SPACING_MM = 1e-3;
/** Slices may be shifted by less than this against each other by rounding. */
const SHIFT_MM = 0.5;

/**
 * The one stack of a series, for everything that shows or compares images: the slices that agree in frame, size,
 * orientation and pixels, most of them, and lie together. Localizers, other slices and doubled ones are kept out and said.
 * @param series what the series is called in findings.
 */
export function ctStack(given: readonly CtHeader[], series: string): CtStack {
  const findings: Finding[] = [];
  const out = new Map<KeptOut, CtHeader[]>();
  const keepOut = (why: KeptOut, image: CtHeader) => out.set(why, [...(out.get(why) ?? []), image]);
  for (const image of given) if (image.isLocalizer) keepOut('localizer', image);
  const [most = [], ...others] = alike(given.filter(({ isLocalizer }) => !isLocalizer));
  for (const image of others.flat()) keepOut(differenceOf(most[0], image) ?? 'orientation', image);
  const { distinct, doubled } = onePerPlace(most);
  const { together, far } = lyingTogether(distinct);
  for (const { image } of far) keepOut('far-away', image);
  for (const [why, images] of out) {
    const facts = { series, slices: images.length, kept: together.length, why };
    findings.push(makeFinding('ct-slices-kept-out', 'warning', facts, { file: images[0].file }));
  }
  if (doubled.length > 0) {
    const [{ image, kept }] = doubled;
    const facts = { series, slices: doubled.length, first: image.file, kept: kept.file };
    findings.push(makeFinding('ct-slices-doubled', 'warning', facts, { file: image.file }));
  }
  const spacingMm = commonest(gapsOf(together));
  findings.push(...unevenFindings(together, spacingMm, series), ...shiftFindings(together, series));
  return { images: together.map(({ image }) => image), placesMm: together.map(({ at }) => at), spacingMm, findings };
}

/** Images in groups of which each could be one stack, the largest first. */
function alike(images: readonly CtHeader[]): CtHeader[][] {
  const groups: CtHeader[][] = [];
  for (const image of images) {
    const group = groups.find(([first]) => differenceOf(first, image) === undefined);
    if (group) group.push(image);
    else groups.push([image]);
  }
  return groups.sort((a, b) => b.length - a.length);
}

/** Why two images are no slices of one stack; undefined where they may be. */
function differenceOf(a: CtHeader, b: CtHeader): Exclude<KeptOut, 'localizer' | 'far-away'> | undefined {
  if (a.frameOfReferenceUid !== b.frameOfReferenceUid) return 'frame';
  if (a.rows !== b.rows || a.columns !== b.columns) return 'size';
  if (a.imageOrientation.some((value, n) => Math.abs(value - b.imageOrientation[n]) > SAME_DIRECTION)) return 'orientation';
  const isSame = (p: number, q: number) => Math.abs(p - q) <= SAME_SPACING_MM;
  const haveSame = isSame(a.columnSpacingMm, b.columnSpacingMm) && isSame(a.rowSpacingMm, b.rowSpacingMm);
  return haveSame ? undefined : 'pixel-spacing';
}

/** Of slices at one place the one that was taken first: so of two passes over a region all are of one. */
function onePerPlace(images: readonly CtHeader[]): { distinct: Slice[]; doubled: { image: CtHeader; kept: CtHeader }[] } {
  const slices = images.map((image) => ({ image, at: alongNormalMm(image) })).sort((a, b) => a.at - b.at);
  const places: Slice[][] = [];
  for (const slice of slices) {
    const place = places.at(-1);
    if (place && slice.at - place[0].at < SAME_PLACE_MM) place.push(slice);
    else places.push([slice]);
  }
  const order = ({ image }: Slice) => image.instanceNumber ?? Number.MAX_SAFE_INTEGER;
  const distinct: Slice[] = [];
  const doubled: { image: CtHeader; kept: CtHeader }[] = [];
  for (const place of places) {
    const [kept, ...more] = place.sort((a, b) => order(a) - order(b) || (a.image.file < b.image.file ? -1 : 1));
    distinct.push(kept);
    doubled.push(...more.map(({ image }) => ({ image, kept: kept.image })));
  }
  return { distinct, doubled };
}

/** The longest run of slices without a gap that divides two scans, and all others. */
function lyingTogether(slices: readonly Slice[]): { together: Slice[]; far: Slice[] } {
  const gaps = gapsOf(slices);
  const usual = commonest(gaps);
  // Of two gaps neither is the usual one.
  if (usual === undefined || gaps.length < 3) return { together: [...slices], far: [] };
  const runs: Slice[][] = [[]];
  for (const [n, slice] of slices.entries()) {
    if (n > 0 && gaps[n - 1] > FAR * usual) runs.push([]);
    runs.at(-1)!.push(slice);
  }
  const longest = runs.reduce((most, run) => (run.length > most.length ? run : most));
  return { together: longest, far: runs.filter((run) => run !== longest).flat() };
}

const gapsOf = (slices: readonly Slice[]): number[] => slices.slice(1).map(({ at }, n) => at - slices[n].at);

function unevenFindings(slices: readonly Slice[], spacingMm: number | undefined, series: string): Finding[] {
  const uneven = gapsOf(slices).filter((gap) => spacingMm !== undefined && Math.abs(gap - spacingMm) > 0.1);
  if (spacingMm === undefined || uneven.length === 0) return [];
  const [leastMm, mostMm] = [Math.min(...uneven), Math.max(...uneven)];
  const facts = { series, spacingMm, gaps: uneven.length, leastMm, mostMm };
  return [makeFinding('ct-slices-uneven', 'warning', facts, { file: slices[0].image.file })];
}

/** Slices whose corners do not lie on one line along the normal: the gantry was tilted, or the field of view moved. */
function shiftFindings(slices: readonly Slice[], series: string): Finding[] {
  const shifts = slices.map(({ image }) => Math.hypot(...shiftMm(slices[0].image, image)));
  const mostMm = Math.max(0, ...shifts);
  if (mostMm <= SHIFT_MM) return [];
  return [makeFinding('ct-slices-shifted', 'info', { series, mostMm }, { file: slices[0].image.file })];
}

/** How far an image's corner lies from another one's, along the rows and along the columns, mm. */
export function shiftMm(from: CtHeader, to: CtHeader): [alongRow: number, alongColumn: number] {
  const o = from.imageOrientation;
  const [x, y, z] = to.imagePositionMm.map((value, axis) => value - from.imagePositionMm[axis]);
  return [x * o[0] + y * o[1] + z * o[2], x * o[3] + y * o[4] + z * o[5]];
}

function commonest(gaps: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const gap of gaps) {
    const rounded = Math.round(gap * 100) / 100;
    counts.set(rounded, (counts.get(rounded) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
