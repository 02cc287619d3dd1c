import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import { type Cylinder, eqd2Gy, loaded, twoCourses } from '../case/written-case';

/* Maxima from the files to the verdict: a linear dose on a cylinder, whose highest place is a vertex at the upper face. */

const CORD: Cylinder = { name: 'SpinalCord', x: 0.3, y: 0, radiusMm: 5, fromMm: -28.5, toMm: 28.5, stepMm: 3 };
const slope = (x: number, y: number, z: number) => 24 + (2.5 * (x + y)) / Math.SQRT2 + 0.01 * z;
/** The radius of the drawn polygon, whose area is that of the circle; it has a vertex at 45 degrees. */
const STEP = (2 * Math.PI) / 240;
const VERTEX_MM = (5 * Math.sqrt(STEP / Math.sin(STEP))) / Math.SQRT2;
const topGy = slope(0.3 + VERTEX_MM, VERTEX_MM, 30);
const goal = (limitGy: number, more: object = {}) => ({
  organ: 'SpinalCord',
  goal: `Dmax <= ${limitGy} Gy`,
  quantity: 'eqd2',
  scope: 'cumulative',
  source: 'test',
  ...more,
});

async function made(constraints: readonly object[], bodies = [CORD], planned = slope) {
  const { caseFile, files } = twoCourses(bodies, () => 30, planned);
  Object.assign(caseFile, { constraints, robustness: false });
  return loaded(caseFile, files);
}

describe('a goal on a maximum', () => {
  const truth = eqd2Gy(30, 28, 2) + eqd2Gy(topGy, 28, 2);

  it('tests the supremum over the closed slabs: a limit between it and the highest sample is exceeded', async () => {
    const { organs } = assess(await made([goal(Number((truth - 0.05).toFixed(2))), goal(Number((truth + 0.05).toFixed(2)))]));
    const [above, below] = organs[0].goals;
    expect(Math.abs(above.value! - truth)).toBeLessThan(0.03);
    expect([above.verdict, below.verdict]).toEqual(['exceeded', 'met']);
    expect(organs[0].metrics.Dmax.cumulativeEqd2Gy).toBeCloseTo(above.value!, 4);
  });

  it('has a headroom that agrees: at the factor the goal is just met', async () => {
    const [{ goals }] = assess(await made([goal(50)])).organs;
    const { plannedScale } = goals[0].headroom as { plannedScale: number };
    expect(eqd2Gy(30, 28, 2) + eqd2Gy(plannedScale * topGy, 28, 2)).toBeGreaterThan(49.9);
    expect(eqd2Gy(30, 28, 2) + eqd2Gy(plannedScale * topGy, 28, 2)).toBeLessThanOrEqual(50.02);
  });

  it('shows the near maximum and where the highest point lies', async () => {
    const inputs = await made([goal(50)]);
    const [{ goals, metrics }] = assess(inputs).organs;
    expect(goals[0].nearMaximum).toEqual({ metric: 'D0.03cc', value: metrics['D0.03cc'].cumulativeEqd2Gy });
    const [x, y, z] = goals[0].place!;
    expect(Math.hypot(x - 0.3 - VERTEX_MM, y - VERTEX_MM, z - 30)).toBeLessThan(0.05);
  });

  it('on an organ below 0.03 cc has no near maximum, and says why', async () => {
    const tiny: Cylinder = { name: 'SpinalCord', x: 0.3, y: 0, radiusMm: 0.8, fromMm: -4, toMm: 4, stepMm: 2 };
    const [{ goals }] = assess(await made([goal(50)], [tiny])).organs;
    expect(goals[0].nearMaximum).toMatchObject({ metric: 'D0.03cc', value: null, code: 'less-volume-than-asked' });
    const [x, y] = goals[0].place!;
    // The dose rises with x and y: a vertex of the contour, on its diagonal.
    expect(Math.hypot(x - 0.3, y)).toBeLessThanOrEqual(0.81);
    expect(Math.min(x - 0.3, y)).toBeGreaterThan(0.5);
  });

  it('alone has them: not one on a near maximum', async () => {
    const [{ goals }] = assess(await made([{ ...goal(50), goal: 'D0.1cc <= 50 Gy' }])).organs;
    expect(goals[0].nearMaximum).toBeUndefined();
    expect(goals[0].place).toBeUndefined();
  });
});

describe('near maxima', () => {
  it('on a slope of 2.5 Gy/mm are within 0.1 Gy of the segment of the circle that is hotter', async () => {
    for (const r of [5, 20]) {
      const body = { ...CORD, radiusMm: r };
      const { organs } = assess(await made([goal(50)], [body], (x, y) => 60 + (2.5 * (x + y)) / Math.SQRT2));
      for (const cc of [0.03, 0.1]) {
        // The depth below the outermost point at which the segment, 60 mm long, has the volume.
        let [low, high] = [0, r];
        for (let n = 0; n < 60; n++) {
          const depth = (low + high) / 2;
          const angle = 2 * Math.acos(1 - depth / r);
          if ((60 * r * r * (angle - Math.sin(angle))) / 2 < cc * 1000) low = depth;
          else high = depth;
        }
        const gy = 60 + (2.5 * 0.3) / Math.SQRT2 + 2.5 * (r - low);
        const found = organs[0].metrics[`D${cc}cc`].plannedPhysicalGy!;
        expect(Math.abs(found - gy), `r ${r} D${cc}cc ${found} for ${gy}`).toBeLessThan(0.1);
      }
    }
  });
});
