import type { Matrix4 } from '../../geometry/transform';
import type { Vec3 } from '../../geometry/vec3';
import type { GridImage } from './grid-image';
import { bodyPoints, centreOf, shiftBy, similarity } from './similarity';

const STEP_MM = 8;
const ASIDE_STEPS = 4;
const ALONG_STEPS = 50;
/** A match over less than this part of what could overlap is not looked at. */
const LEAST_OVERLAP = 0.35;
/** Enough to tell places apart; more points only cost time. */
const MOST_POINTS = 6000;

/**
 * A shift to start from, fixed to moving. The centres of mass agree where both scans show the same part of the patient;
 * they rarely do, so from there every shift within 32 mm across and 400 mm along the body is tried on coarse images,
 * and the one with the highest correlation is taken, a small overlap counting against it.
 */
export function startPosition(fixed: GridImage, moving: GridImage): Matrix4 {
  const every = bodyPoints(fixed);
  const stride = Math.ceil(every.hounsfield.length / MOST_POINTS);
  const count = Math.floor(every.hounsfield.length / stride);
  const points = { pointsMm: new Float64Array(3 * count), hounsfield: new Float32Array(count) };
  for (let n = 0; n < count; n++) {
    points.hounsfield[n] = every.hounsfield[n * stride];
    points.pointsMm.set(every.pointsMm.subarray(3 * n * stride, 3 * n * stride + 3), 3 * n);
  }
  const [from, to] = [centreOf(every), centreOf(bodyPoints(moving))];
  const centres: Vec3 = [to[0] - from[0], to[1] - from[1], to[2] - from[2]];
  let best: { shift: Vec3; score: number } = { shift: centres, score: Number.NEGATIVE_INFINITY };
  const look = (middle: Vec3, stepMm: number, aside: number, along: number) => {
    for (let k = -along; k <= along; k++) {
      for (let j = -aside; j <= aside; j++) {
        for (let i = -aside; i <= aside; i++) {
          const shift: Vec3 = [middle[0] + i * stepMm, middle[1] + j * stepMm, middle[2] + k * stepMm];
          const { correlation, overlap } = similarity(points, moving, shiftBy(shift));
          const score = overlap < LEAST_OVERLAP ? Number.NEGATIVE_INFINITY : correlation * overlap ** 0.2;
          if (score > best.score) best = { shift, score };
        }
      }
    }
  };
  look(centres, 2 * STEP_MM, ASIDE_STEPS / 2, ALONG_STEPS / 2);
  look(best.shift, STEP_MM, 1, 1);
  look(best.shift, STEP_MM / 2, 1, 1);
  return shiftBy(best.shift);
}
