import { cross, type Vec3 } from '../../geometry/vec3';
import type { Grip } from '../viewer/picture-input';
import type { PicturePlace } from '../viewer/picture-place';
import { type PlaneGeometry, toPatient, toPlane } from '../viewer/plane';
import type { Moves } from './moves';

/** About this axis what turns clockwise on the screen turns right-handed. */
export const turnAxis = ({ across, down }: PlaneGeometry): Vec3 => cross(across.direction, down.direction);

/** Takes hold of the prior picture, to shift it with the pointer. */
export function shiftGrip(moves: Moves, plane: PlaneGeometry, place: PicturePlace, x: number, y: number): Grip {
  let last = place.fromScreen(x, y);
  return {
    drag: (nextX, nextY) => {
      const next = place.fromScreen(nextX, nextY);
      moves.shiftBy(toPatient(plane, next[0] - last[0], next[1] - last[1], 0));
      last = next;
    },
    end: () => moves.done(),
  };
}

/** From one direction to another in degrees, the shorter way. */
const between = (from: number, to: number) => ((((to - from) % 360) + 540) % 360) - 180;

/** Takes hold of the prior picture, to turn it with the pointer about a point of the patient. */
export function turnGrip(moves: Moves, plane: PlaneGeometry, place: PicturePlace, centreMm: Vec3, x: number, y: number): Grip {
  const [across, down] = toPlane(plane, centreMm);
  const [centreX, centreY] = place.toScreen(across, down);
  const directionOf = (atX: number, atY: number) => (Math.atan2(atY - centreY, atX - centreX) * 180) / Math.PI;
  let last = directionOf(x, y);
  return {
    drag: (nextX, nextY) => {
      const next = directionOf(nextX, nextY);
      const degrees = between(last, next);
      last = next;
      if (degrees !== 0) moves.turnBy({ axis: turnAxis(plane), degrees, centreMm });
    },
    end: () => moves.done(),
  };
}

/** Steps of the keys: 1 mm and 1°, with Shift a tenth. */
const STEP = 1;
const FINE_STEP = 0.1;

const ARROWS: Readonly<Record<string, readonly [across: number, down: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Arrow keys shift the prior picture, with Alt left and right turn it. @returns whether the key was one of these. */
export function moveByKey(moves: Moves, plane: PlaneGeometry, centreMm: Vec3, event: KeyboardEvent): boolean {
  const arrow = ARROWS[event.key];
  if (!arrow || event.ctrlKey || event.metaKey) return false;
  if (event.type === 'keyup') {
    moves.done();
    return true;
  }
  const step = event.shiftKey ? FINE_STEP : STEP;
  if (!event.altKey) moves.shiftBy(toPatient(plane, step * arrow[0], step * arrow[1], 0));
  else if (arrow[0] !== 0) moves.turnBy({ axis: turnAxis(plane), degrees: step * arrow[0], centreMm });
  return true;
}
