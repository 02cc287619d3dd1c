import { describe, expect, it } from 'vitest';
import { slabsOfRoi } from '../../../src/geometry/contours-to-slabs';
import type { DisplacementField } from '../../../src/geometry/displacement-field';
import type { DoseGrid } from '../../../src/geometry/dose-grid';
import { type DoseField, inOwnFrame, interpolateDose } from '../../../src/geometry/interpolate';
import { sampleRoi } from '../../../src/geometry/roi-samples';
import type { SlabStack } from '../../../src/geometry/slab-stack';
import { circle, contourOn, gridOf, type PatientAxes, slices } from '../../analytic/bodies';
import { counted, type Question } from '../closed-solid';

const SPEC = { origin: [-60, -60, -60], spacing: [2, 2, 2], size: [61, 61, 61] } as const;
const grid = (dose: (x: number, y: number, z: number) => number, spec: Parameters<typeof gridOf>[0] = SPEC) => gridOf(spec, dose);
/** A dose of 1 Gy with one hot voxel. */
const spike = (x: number, y: number, z: number, gy = 50, spec: Parameters<typeof gridOf>[0] = SPEC) =>
  grid((a, b, c) => (Math.hypot(a - x, b - y, c - z) < 0.5 ? gy : 1), spec);

function solid(points: readonly number[][], ws: readonly number[], frame?: PatientAxes): SlabStack {
  const contours = ws.map((w) => contourOn(points, w, frame));
  return slabsOfRoi({ name: 'organ', contours, sliceSpacingMm: 3 }).stack!;
}
const cylinder = (x: number, y: number, r: number, n = 60, step = 3, from = -28.5) =>
  solid(circle(x, y, r, n), slices(from, step, Math.round((-2 * from) / step) + 1));

/** The highest of a question over the peaks. */
function highest(stack: SlabStack, fields: readonly DoseField[], of: Question): number {
  const { peaks } = sampleRoi(stack, fields);
  let most = -Infinity;
  for (let n = 0; n < peaks.count; n++) most = Math.max(most, of(peaks.doseGy.map((dose) => dose[n])));
  return most;
}

/** What the search leaves is 0.01 Gy; the rest is single precision. */
const within = (found: number, truth: number, gy = 0.012) =>
  expect(Math.abs(found - truth), `${found} for ${truth}`).toBeLessThan(gy);
const only: Question = ([d]) => d;
const eqd2 = (ab: number, n: number) => (d: number) => (d * (d / n + ab)) / (2 + ab);

/** A turn about z by `degrees`, with a shift. */
const turned = (degrees: number, x = 0, y = 0, z = 0) => {
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return [{ matrix: [c, -s, 0, x, s, c, 0, y, 0, 0, 1, z, 0, 0, 0, 1] }];
};
/** A tilt about x by `degrees`. */
const tilted = (degrees: number) => {
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return [{ matrix: [1, 0, 0, 1.3, 0, c, -s, 0.4, 0, s, c, -0.7, 0, 0, 0, 1] }];
};

describe('the highest point of one dose', () => {
  it.each([
    [0, 60],
    [0.3, 60],
    [0.3, 720],
    [0.77, 7],
  ])('is the outermost vertex on a slope of 2.5 Gy/mm, with the organ at %f mm and %i vertices', (x, vertices) => {
    // A linear dose is its own interpolation, so that its highest is at a vertex.
    const slope = (a: number, b: number) => 40 + (2.5 * (a + b)) / Math.SQRT2;
    const stack = cylinder(x, 0, 5, vertices);
    const { rings } = stack.slabs[0];
    const truth = Math.max(...Array.from({ length: rings[0].length / 2 }, (_, n) => slope(rings[0][2 * n], rings[0][2 * n + 1])));
    expect(highest(stack, [inOwnFrame(grid(slope))], only)).toBeCloseTo(truth, 3);
  });

  it('is a hot voxel inside, wherever the samples are', () => {
    for (const r of [5, 30]) within(highest(cylinder(0.4, 0.2, r), [inOwnFrame(spike(2, 0, 4))], only), 50);
  });

  it('is where the wall comes nearest to a hot voxel outside', () => {
    // A square whose side is at x = 5: the voxel at 6 mm falls to a half at 5 mm.
    const square = solid(
      [
        [-5, -5],
        [5, -5],
        [5, 5],
        [-5, 5],
      ],
      slices(-28.5, 3, 20),
    );
    within(highest(square, [inOwnFrame(spike(6, 0, 4))], only), 1 + 49 / 2);
    // Off the lattice of 2 mm: the corner at (5.3, 5.3) for a voxel at (6, 6) has (1 - 0.35)² of it.
    const corner = solid(
      [
        [-5, -5],
        [5.3, -5],
        [5.3, 5.3],
        [-5, 5.3],
      ],
      slices(-28.5, 3, 20),
    );
    within(highest(corner, [inOwnFrame(spike(6, 6, 4))], only), 1 + 49 * 0.65 ** 2);
  });

  it('is in the middle of a slanting side, where neither vertex nor voxel is', () => {
    // A side from (0, 6) to (6, 0) by the voxel (4, 4): at (3, 3) it has a quarter.
    const stack = solid(
      [
        [-6, -6],
        [6, -6],
        [6, 0],
        [0, 6],
        [-6, 6],
      ],
      slices(-28.5, 3, 20),
    );
    within(highest(stack, [inOwnFrame(spike(4, 4, 4))], only), 1 + 49 / 4);
  });

  it('is on the face of a slab under a hot voxel', () => {
    // The uppermost slab ends at z = 29.4; the voxel at z = 30 has 0.7 of itself there.
    const stack = solid(circle(0, 0, 6), slices(-29.1, 3, 20));
    within(highest(stack, [inOwnFrame(spike(2, 2, 30))], only), 1 + 49 * 0.7);
  });

  it('is between the voxels of an organ narrower than one', () => {
    const stack = solid(circle(1, 1, 0.4, 24), slices(-3, 1, 7));
    const field = inOwnFrame(spike(2, 2, 0));
    expect(highest(stack, [field], only)).toBeGreaterThanOrEqual(counted(stack, [field], only, 0.05) - 1e-3);
  });

  it('is found on contours oblique to the grid', () => {
    const c = Math.SQRT1_2;
    const oblique: PatientAxes = { origin: [0.3, 0.1, 0.2], u: [1, 0, 0], v: [0, c, c] };
    const stack = solid(circle(0, 0, 6), slices(-12, 3, 9), oblique);
    for (const field of [
      inOwnFrame(spike(2, 4, 0)),
      inOwnFrame(spike(4, 6, 6)),
      inOwnFrame(grid((x, y, z) => 30 + x + 1.5 * y - z)),
    ])
      expect(highest(stack, [field], only)).toBeGreaterThanOrEqual(counted(stack, [field], only) - 0.02);
    within(highest(stack, [inOwnFrame(spike(2, 4, 0))], only), 50, 0.03);
  });

  it('is found where a registration turns the grid, in the plane or out of it', () => {
    const rough = (x: number, y: number, z: number) => 30 + 8 * Math.sin(x / 2.5) * Math.cos(y / 3) + 4 * Math.sin(z / 3);
    for (const map of [turned(17, 2, -1, 0.5), tilted(9)]) {
      const field = { grid: grid(rough), toGridFrame: map };
      for (const stack of [cylinder(0.4, 0.2, 5), cylinder(3, -2, 12, 90)])
        expect(highest(stack, [field], only)).toBeGreaterThanOrEqual(counted(stack, [field], only, 0.5) - 0.02);
    }
  });

  it('is found through a deformation', () => {
    const size = [13, 13, 13] as const;
    const displacementMm = new Float32Array(3 * 13 ** 3);
    for (let n = 0; n < displacementMm.length / 3; n++) {
      displacementMm[3 * n] = 3 * Math.sin(n);
      displacementMm[3 * n + 1] = 2 * Math.cos(n * 1.7);
      displacementMm[3 * n + 2] = 1.5 * Math.sin(n * 0.6);
    }
    const field: DisplacementField = {
      originMm: [-60, -60, -60],
      alongRow: [1, 0, 0],
      alongColumn: [0, 1, 0],
      normal: [0, 0, 1],
      spacingMm: [10, 10, 10],
      size,
      displacementMm,
    };
    const dose = { grid: grid((x, y) => 40 + x + 0.7 * y), toGridFrame: [{ matrix: turned(3)[0].matrix, field }] };
    const stack = cylinder(0.4, 0.2, 8);
    expect(highest(stack, [dose], only)).toBeGreaterThanOrEqual(counted(stack, [dose], only) - 0.03);
  });
});

describe('the highest point of several doses', () => {
  const [prior, planned] = [eqd2(2, 20), eqd2(2, 25)];
  const questions: readonly [string, Question][] = [
    ['both as EQD2', ([a, b]) => prior(a) + planned(b)],
    ['the prior alone', ([a]) => prior(a)],
    ['the planned alone', ([, b]) => b],
    ['a scaled plan', ([a, b]) => prior(a) + planned(2.3 * b)],
    ['a forgiven prior course', ([a, b]) => 0.4 * prior(a) + planned(b)],
    ['another alpha/beta', ([a, b]) => eqd2(10, 20)(a) + eqd2(10, 25)(b)],
  ];
  const peakAt = (x: number, y: number, z: number, wide: number) => (a: number, b: number, c: number) =>
    45 * Math.exp(-((a - x) ** 2 + (b - y) ** 2 + (c - z) ** 2) / (2 * wide ** 2));
  const own = inOwnFrame(grid(peakAt(6, 1, -5, 9)));
  const other = inOwnFrame(
    grid(peakAt(-7, 2, 8, 8), { origin: [-59.1, -58.7, -60.4], spacing: [2.5, 2.5, 3], size: [48, 48, 40] }),
  );
  const turnedOther: DoseField = { grid: other.grid, toGridFrame: turned(11, 1, 2, -1) };
  const tiltedOther: DoseField = { grid: other.grid, toGridFrame: tilted(7) };
  const bodies = [cylinder(0.4, 0.2, 7), cylinder(0, 0, 16, 90)];

  it.each(questions)(
    'is found for %s, with the peaks of the courses at different places',
    (_name, of) => {
      for (const second of [other, turnedOther, tiltedOther])
        for (const stack of bodies) {
          const truth = counted(stack, [own, second], of, 0.5);
          expect(highest(stack, [own, second], of)).toBeGreaterThanOrEqual(truth - 0.04);
        }
    },
    60_000,
  );

  it('is found for three phases', () => {
    const third = inOwnFrame(grid(peakAt(0, -6, 0, 7)));
    const all = [own, other, third];
    const of: Question = ([a, b, c]) => prior(a) + planned(b) + 1.2 * planned(c);
    for (const stack of bodies) expect(highest(stack, all, of)).toBeGreaterThanOrEqual(counted(stack, all, of, 0.5) - 0.05);
  }, 60_000);
});

describe('peaks', () => {
  const field = inOwnFrame(grid((x, y, z) => 30 + x + y / 2 + z / 3));

  it('lie in the closed solid, and have the dose of their place', () => {
    const stack = cylinder(0.3, 0, 5);
    const { peaks } = sampleRoi(stack, [field]);
    const doses = new Float32Array(peaks.count);
    interpolateDose(field, peaks.positionsMm, peaks.count, doses);
    const outermost = Math.max(...Array.from(stack.slabs[0].rings[0], Math.abs));
    for (let n = 0; n < peaks.count; n++) {
      expect(peaks.doseGy[0][n]).toBeCloseTo(doses[n], 3);
      expect(Math.hypot(peaks.positionsMm[3 * n] - 0.3, peaks.positionsMm[3 * n + 1])).toBeLessThan(outermost + 1e-3);
      expect(Math.abs(peaks.positionsMm[3 * n + 2])).toBeLessThan(30 + 1e-3);
    }
    expect(peaks.count).toBeLessThanOrEqual(400);
  });

  it('are those of the known part where the grid ends inside the organ', () => {
    // The grid reaches to x = 3: half a voxel beyond its last centre.
    const short: DoseGrid = grid((x) => 30 + x, { origin: [-60, -60, -60], spacing: [2, 2, 2], size: [32, 61, 61] });
    expect(highest(cylinder(0, 0, 8), [inOwnFrame(short)], ([d]) => (Number.isNaN(d) ? -1 : d))).toBeCloseTo(32, 3);
  });

  it('are none where no dose is known or none is given', () => {
    const far = grid(() => 30, { origin: [200, 200, 200], spacing: [2, 2, 2], size: [5, 5, 5] });
    const { peaks } = sampleRoi(cylinder(0, 0, 5), [inOwnFrame(far)]);
    expect(peaks.count).toBe(0);
    expect(sampleRoi(cylinder(0, 0, 5), []).peaks.count).toBe(0);
  });
});

describe('where a dose grid ends', () => {
  const steep = (x: number) => 20 + x / 4;
  const other = (_: number, y: number) => 10 + y / 8;
  const body = cylinder(0, 0, 20);

  it.each([
    ['a side of the organ', [-60, -60, -60], [2, 2, 2], [31, 61, 61]],
    ['the organ, beside it', [-160, -60, -60], [2, 2, 2], [61, 61, 61]],
    ['the organ, below it', [-60, -60, -260], [2, 2, 2], [61, 61, 61]],
    ['all but a corner, with voxels of a quarter millimetre', [-10, -10, -60], [0.25, 0.25, 3], [41, 41, 41]],
  ] as const)('leaving out %s, the other course is highest where it was', (_, origin, spacing, size) => {
    const fields = [inOwnFrame(grid(other, { origin, spacing, size })), inOwnFrame(grid(steep))];
    expect(highest(body, fields, ([, gy]) => gy)).toBeCloseTo(25, 2);
  });

  it('what is known of both is highest within the border', () => {
    const half = inOwnFrame(grid(other, { origin: [-60, -60, -60], spacing: [2, 2, 2], size: [31, 61, 61] }));
    // Known to x = 1 mm, half a voxel beyond the last centre: there the second course has 20.25 Gy.
    const both = highest(body, [half, inOwnFrame(grid(steep))], ([a, b]) => (Number.isNaN(a) ? -Infinity : b));
    expect(both).toBeGreaterThan(20.24);
    expect(both).toBeLessThanOrEqual(20.2501);
  });
});
