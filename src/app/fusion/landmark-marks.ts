import type { PointMap } from '../../geometry/point-map';
import type { Vec3 } from '../../geometry/vec3';
import type { PicturePlace } from '../viewer/picture-place';
import { type PlaneGeometry, toPlane } from '../viewer/plane';
import type { Landmark } from './fusion-scene';
import { plannedPlace } from './planned-place';

/** A mark as far from the picture as this is no longer drawn; one that is off it at all is drawn faint. */
const REACH_MM = 10;
const RADIUS_PX = 8;
const COLOUR = { planned: '#ffd43b', prior: '#66d9e8', edge: '#000' };

/** A mark where it is on a picture, mm, with its distance from the picture. */
export interface Mark {
  readonly across: number;
  readonly down: number;
  readonly offMm: number;
}

/** One landmark on a plane; a place that is not near it, or not known, is undefined. */
export interface LandmarkOnPlane {
  readonly number: number;
  readonly planned: Mark | undefined;
  readonly prior: Mark | undefined;
}

function markOf(plane: PlaneGeometry, throughMm: number, point: Vec3 | undefined): Mark | undefined {
  if (!point) return undefined;
  const [across, down, through] = toPlane(plane, point);
  const offMm = Math.abs(through - throughMm);
  return offMm <= REACH_MM ? { across, down, offMm } : undefined;
}

/** Where a prior landmark lies in the planned frame. */
export type PlaceOf = typeof plannedPlace;

/**
 * The landmarks on a plane: planned places as they are, prior places where the map carries them from.
 * @param placeOf one that remembers, where pictures follow one another.
 */
export function landmarksOn(
  plane: PlaneGeometry,
  throughMm: number,
  landmarks: readonly Landmark[],
  map: PointMap | undefined,
  placeOf: PlaceOf = plannedPlace,
): LandmarkOnPlane[] {
  return landmarks.map(({ plannedMm, priorMm }, n) => ({
    number: n + 1,
    planned: markOf(plane, throughMm, plannedMm),
    prior: markOf(plane, throughMm, map && priorMm && placeOf(map, priorMm)),
  }));
}

/** Draws landmarks: a numbered circle for the planned place, a numbered diamond for the prior one, a line from one to the other. */
export function drawLandmarks(context: CanvasRenderingContext2D, place: PicturePlace, marks: readonly LandmarkOnPlane[]): void {
  context.save();
  const { ratio } = place.size;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.font = '600 10.5px system-ui, sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const { number, planned, prior } of marks) {
    if (planned && prior) {
      context.beginPath();
      context.moveTo(...place.toScreen(planned.across, planned.down));
      context.lineTo(...place.toScreen(prior.across, prior.down));
      stroke(context, COLOUR.prior);
    }
    // Numbers that would lie on each other are written once.
    if (prior) drawMark(context, place, prior, planned && areClose(place, planned, prior) ? '' : `${number}`, 'prior');
    if (planned) drawMark(context, place, planned, `${number}`, 'planned');
  }
  context.restore();
}

const areClose = ({ pxPerMm }: PicturePlace, a: Mark, b: Mark) =>
  Math.hypot(a.across - b.across, a.down - b.down) * pxPerMm < 2 * RADIUS_PX;

function stroke(context: CanvasRenderingContext2D, colour: string): void {
  context.lineWidth = 3.5;
  context.strokeStyle = COLOUR.edge;
  context.stroke();
  context.lineWidth = 1.75;
  context.strokeStyle = colour;
  context.stroke();
}

function drawMark(
  context: CanvasRenderingContext2D,
  place: PicturePlace,
  { across, down, offMm }: Mark,
  number: string,
  course: 'planned' | 'prior',
): void {
  const [x, y] = place.toScreen(across, down);
  context.globalAlpha = 1 - (0.75 * offMm) / REACH_MM;
  context.beginPath();
  if (course === 'planned') context.arc(x, y, RADIUS_PX, 0, 2 * Math.PI);
  else {
    const half = 1.25 * RADIUS_PX;
    context.moveTo(x, y - half);
    context.lineTo(x + half, y);
    context.lineTo(x, y + half);
    context.lineTo(x - half, y);
    context.closePath();
  }
  context.fillStyle = 'rgb(0 0 0 / 0.45)';
  context.fill();
  stroke(context, COLOUR[course]);
  context.fillStyle = COLOUR[course];
  context.fillText(number, x, y + 0.5);
  context.globalAlpha = 1;
}
