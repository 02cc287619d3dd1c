import { describe, expect, it } from 'vitest';
import { type DoseGrid, makeDoseGrid, sameVoxels, sumDoseGrids } from '../../src/geometry/dose-grid';
import { inOwnFrame, interpolateDose } from '../../src/geometry/interpolate';
import { affineMap } from '../../src/geometry/point-map';
import type { Matrix4 } from '../../src/geometry/transform';
import { cross, unit, type Vec3 } from '../../src/geometry/vec3';
import { InputError } from '../../src/input-error';
import { gridOf } from '../analytic/bodies';
import { randomFrom } from './solids';

const linear = (x: number, y: number, z: number) => 30 + 0.21 * x - 0.17 * y + 0.13 * z;
const at = (grid: DoseGrid, points: readonly Vec3[], toGridFrame = inOwnFrame(grid).toGridFrame) => {
  const out = new Float32Array(points.length);
  interpolateDose({ grid, toGridFrame }, Float64Array.from(points.flat()), points.length, out);
  return [...out];
};
const SPEC = { origin: [-20, -10, 5] as const, spacing: [2, 2.5, 3] as const, size: [21, 13, 11] as const };
// Centres reach x -20 to 20, y -10 to 20, z 5 to 35.
const grid = gridOf(SPEC, linear);

describe('trilinear interpolation', () => {
  it('reproduces a linear dose between the centres to single precision', () => {
    const random = randomFrom(1);
    const points = Array.from({ length: 3000 }, (): Vec3 => [-20 + 40 * random(), -10 + 30 * random(), 5 + 30 * random()]);
    at(grid, points).forEach((d, n) => expect(Math.abs(d - linear(...points[n]))).toBeLessThan(1e-5));
  });

  it('gives voxel doses at voxel centres and their mean half-way, corner voxels too', () => {
    const noise = gridOf(SPEC, () => 0);
    const random = randomFrom(2);
    noise.doseGy.forEach((_, n) => {
      noise.doseGy[n] = 60 * random();
    });
    const voxel = (i: number, j: number, k: number) => noise.doseGy[i + 21 * (j + 13 * k)];
    const place = (i: number, j: number, k: number): Vec3 => [-20 + 2 * i, -10 + 2.5 * j, 5 + 3 * k];
    for (const [i, j, k] of [
      [0, 0, 0],
      [20, 12, 10],
      [20, 0, 5],
      [7, 12, 0],
      [3, 4, 5],
    ])
      expect(at(noise, [place(i, j, k)])[0]).toBeCloseTo(voxel(i, j, k), 5);
    let mean = 0;
    for (let corner = 0; corner < 8; corner++) mean += voxel(4 + (corner & 1), 6 + ((corner >> 1) & 1), 8 + (corner >> 2)) / 8;
    expect(at(noise, [place(4.5, 6.5, 8.5)])[0]).toBeCloseTo(mean, 4);
    expect(at(noise, [place(4, 6.25, 8)])[0]).toBeCloseTo(0.75 * voxel(4, 6, 8) + 0.25 * voxel(4, 7, 8), 4);
  });

  it('carries the outermost centres’ dose half a voxel outwards and knows nothing beyond', () => {
    const sides: [Vec3, Vec3, Vec3][] = [
      [
        [20, 5, 20],
        [20.99, 5, 20],
        [21.01, 5, 20],
      ],
      [
        [-20, 5, 20],
        [-20.99, 5, 20],
        [-21.01, 5, 20],
      ],
      [
        [0, 20, 20],
        [0, 21.24, 20],
        [0, 21.26, 20],
      ],
      [
        [0, -10, 20],
        [0, -11.24, 20],
        [0, -11.26, 20],
      ],
      [
        [0, 5, 35],
        [0, 5, 36.49],
        [0, 5, 36.51],
      ],
      [
        [0, 5, 5],
        [0, 5, 3.51],
        [0, 5, 3.49],
      ],
    ];
    for (const [edge, within, beyond] of sides) {
      const [a, b, c] = at(grid, [edge, within, beyond]);
      expect(a).toBeCloseTo(linear(...edge), 4);
      expect(b).toBeCloseTo(a, 5);
      expect(c).toBeNaN();
    }
    expect(at(grid, [[Number.NaN, 0, 10]])[0]).toBeNaN();
  });

  it('on an oblique grid asked from a frame that is shifted and turned', () => {
    const alongRow = unit([1, 0.2, -0.1]);
    const alongColumn = unit(cross([0.1, -0.3, 1], alongRow));
    const oblique = gridOf({ ...SPEC, origin: [-20, -15, -20], alongRow, alongColumn }, linear);
    // A quarter turn about z and a shift: (x, y, z) is at (-y + 1, x - 2, z + 3) of the grid's frame.
    const toGrid: Matrix4 = [0, -1, 0, 1, 1, 0, 0, -2, 0, 0, 1, 3, 0, 0, 0, 1];
    for (const [x, y, z] of [
      [1, 2, -4],
      [5, -3, -8],
      [-2, 4, -1],
    ] as Vec3[])
      expect(at(oblique, [[x, y, z]], affineMap(toGrid))[0]).toBeCloseTo(linear(-y + 1, x - 2, z + 3), 4);
  });
});

describe('frames', () => {
  const stored = (offsets: readonly number[], more: Partial<Parameters<typeof makeDoseGrid>[0]> = {}) => {
    const pixels = new Uint32Array(3 * 2 * offsets.length);
    offsets.forEach((offset, k) => {
      for (let n = 0; n < 6; n++) pixels[6 * k + n] = Math.round(1e6 * linear(4 * (n % 3), 5 * Math.floor(n / 3), 10 + offset));
    });
    return makeDoseGrid({
      file: 'RD.dcm',
      frameOfReferenceUid: '1.2',
      columns: 3,
      rows: 2,
      frames: offsets.length,
      imagePositionMm: [0, 0, 10],
      imageOrientation: [1, 0, 0, 0, 1, 0],
      rowSpacingMm: 5,
      columnSpacingMm: 4,
      gridFrameOffsetsMm: Float64Array.from(offsets),
      doseGridScaling: 1e-6,
      pixels,
      ...more,
    });
  };

  it('of uneven spacing: linear between any two, end caps by the distance next to them', () => {
    const uneven = stored([0, 2, 7, 8, 12]);
    for (let z = 10; z <= 22; z += 0.37) expect(at(uneven, [[3, 2, z]])[0]).toBeCloseTo(linear(3, 2, z), 4);
    expect(
      at(uneven, [
        [3, 2, 9.01],
        [3, 2, 23.99],
      ]),
    ).toEqual([expect.closeTo(linear(3, 2, 10), 4), expect.closeTo(linear(3, 2, 22), 4)]);
    expect(
      at(uneven, [
        [3, 2, 8.99],
        [3, 2, 24.01],
      ]),
    ).toEqual([Number.NaN, Number.NaN]);
  });

  it('only one: as thick as the slice, the same dose all through', () => {
    const single = stored([0], { sliceThicknessMm: 3 });
    expect(
      at(single, [
        [3, 2, 8.51],
        [3, 2, 10],
        [3, 2, 11.49],
      ]),
    ).toEqual([0, 0, 0].map(() => expect.closeTo(linear(3, 2, 10), 4)));
    expect(
      at(single, [
        [3, 2, 8.49],
        [3, 2, 11.51],
      ]),
    ).toEqual([Number.NaN, Number.NaN]);
  });

  it.each([
    ['two at one place', [0, 3, 3], /two frames at the same place/],
    ['too few offsets', [0, 3], /found 2 values; needed 3/],
    ['offsets from elsewhere', [50, 53, 56], /first value of 50/],
  ])('%s are refused', (_, offsets, message) => {
    const make = () => stored([0, 3, 6], { gridFrameOffsetsMm: Float64Array.from(offsets) });
    expect(make).toThrow(InputError);
    expect(make).toThrow(message);
  });

  it('sum voxel by voxel where the voxels are the same, and are refused where not', () => {
    const [a, b] = [stored([0, 3, 6]), stored([0, 3, 6])];
    const sum = sumDoseGrids([a, b, a], 'RP.dcm');
    sum.doseGy.forEach((d, n) => expect(d).toBeCloseTo(3 * a.doseGy[n], 4));
    expect(at(sum, [[3, 2, 12]])[0]).toBeCloseTo(3 * linear(3, 2, 12), 3);
    expect(a.doseGy[0]).toBeCloseTo(linear(0, 0, 10), 4);
    expect(sumDoseGrids([a], 'RP.dcm')).toBe(a);
    const others = [
      { ...b, originMm: [0.002, 0, 10] as const },
      { ...b, columnSpacingMm: 4.002 },
      { ...b, frameOffsetsMm: Float64Array.of(0, 3, 6.002) },
      { ...b, frameOfReferenceUid: '1.3' },
      stored([0, 3]),
    ];
    for (const other of others) {
      expect(sameVoxels(a, other)).toBe(false);
      expect(() => sumDoseGrids([a, other], 'RP.dcm')).toThrow(/RP\.dcm.*different grids/);
    }
    expect(sameVoxels(a, { ...b, originMm: [0.0005, 0, 10] })).toBe(true);
  });
});
