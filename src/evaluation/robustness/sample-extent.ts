import type { RoiSamples } from '../../geometry/roi-samples';
import type { Vec3 } from '../../geometry/vec3';

/** The centroid of an organ and the corners of its box, from its samples. */
export function sampleExtent({ count, positionsMm, volumeCc, totalCc }: RoiSamples): { centroidMm: Vec3; corners: Vec3[] } {
  const [sum, low, high] = [
    [0, 0, 0],
    [Infinity, Infinity, Infinity],
    [-Infinity, -Infinity, -Infinity],
  ];
  for (let n = 0, p = 0; n < count; n++) {
    for (let axis = 0; axis < 3; axis++, p++) {
      const mm = positionsMm[p];
      sum[axis] += volumeCc[n] * mm;
      if (mm < low[axis]) low[axis] = mm;
      if (mm > high[axis]) high[axis] = mm;
    }
  }
  const corners = Array.from({ length: 8 }, (_, n): Vec3 => {
    const of = (axis: number) => ((n >> axis) & 1 ? high[axis] : low[axis]);
    return [of(0), of(1), of(2)];
  });
  return { centroidMm: [sum[0] / totalCc, sum[1] / totalCc, sum[2] / totalCc], corners };
}
