import { type Finding, makeFinding } from '../findings/finding';
import { affineMap, affinePart, composeMaps, matrixOfMap, type PointMap, SAME_POINTS } from '../geometry/point-map';
import { invert, rotationDegrees } from '../geometry/transform';
import { mapsDiffer } from './maps-differ';
import { itemMaps, type RegistrationObject } from './transforms-of';

/**
 * What a registration object says that a way from frame to frame cannot take up: a move within one frame of reference
 * (two scans that carry one frame, told apart by their images alone), a move of images whose frame is not named, and an
 * item that has neither matrix nor grid. Each asks: whether the dose lies where its coordinates say hangs on it.
 */
export function withinFrameFindings(object: RegistrationObject): Finding[] {
  const at = { file: object.file, answerable: true } as const;
  const findings: Finding[] = [];
  for (const [frame, maps] of mapsByFrame(object)) {
    const moves = movesWithin(frame, maps, object);
    if (moves.length === 0) continue;
    const facts = largest(moves);
    findings.push(
      frame === ''
        ? makeFinding('registration-names-no-frame', 'error', facts, at)
        : makeFinding('registration-within-frame', 'error', { ...facts, frame }, at),
    );
  }
  if (object.kind === 'registration') return findings;
  for (const item of object.items) {
    if (item.before || item.after || item.grid || item.sourceFrameOfReferenceUid === object.frameOfReferenceUid) continue;
    findings.push(makeFinding('registration-item-empty', 'error', { frame: item.sourceFrameOfReferenceUid }, at));
  }
  return findings;
}

/** How far points are moved, and whether a deformation does it. */
interface Move {
  readonly movedMm: number;
  readonly turnedDegrees: number;
  readonly isDeformed: boolean;
}

function mapsByFrame(object: RegistrationObject): Map<string, PointMap[]> {
  const byFrame = new Map<string, PointMap[]>();
  for (const { frameUid, map } of itemMaps(object)) byFrame.set(frameUid, [...(byFrame.get(frameUid) ?? []), map]);
  return byFrame;
}

/** The moves that the items of one frame make against each other, or a lone one within the registered frame. */
function movesWithin(frame: string, maps: readonly PointMap[], object: RegistrationObject): Move[] {
  const isOwn = frame === object.frameOfReferenceUid;
  const items = object.items.map(({ sourceFrameOfReferenceUid }) => sourceFrameOfReferenceUid);
  // The registered frame moved as a whole is a part of the way to the other frames.
  const isPartOfWay = isOwn && items.some((other) => other !== '' && other !== frame) && matrixOfMap(maps[0]) !== undefined;
  const from = isPartOfWay || (!isOwn && frame !== '') ? maps[0] : SAME_POINTS;
  return maps.filter((map) => map !== from && mapsDiffer(map, from)).map((map) => moveBetween(from, map, object.file));
}

function moveBetween(from: PointMap, to: PointMap, file: string): Move {
  const [first, second] = [matrixOfMap(from), matrixOfMap(to)];
  const isDeformed = !first || !second;
  const matrix = isDeformed ? affinePart(to) : (matrixOfMap(composeMaps(affineMap(invert(first, file)), to)) ?? []);
  const shiftMm = Math.hypot(matrix[3], matrix[7], matrix[11]);
  return {
    movedMm: isDeformed ? Math.max(shiftMm, farthestMm(to)) : shiftMm,
    turnedDegrees: rotationDegrees(matrix),
    isDeformed,
  };
}

/** The longest displacement of the fields of a map, mm. */
function farthestMm(map: PointMap): number {
  let squared = 0;
  for (const { field } of map) {
    const d = field?.displacementMm ?? [];
    for (let n = 0; n < d.length; n += 3) {
      const length = d[n] * d[n] + d[n + 1] * d[n + 1] + d[n + 2] * d[n + 2];
      if (length > squared) squared = length;
    }
  }
  return Math.sqrt(squared);
}

const largest = (moves: readonly Move[]): Move => moves.reduce((a, b) => (b.movedMm > a.movedMm ? b : a));
