import { describe, expect, it } from 'vitest';
import { DoseDistribution } from '../../src/dvh/distribution';
import { slabsOfRoi } from '../../src/geometry/contours-to-slabs';
import { makeDoseGrid } from '../../src/geometry/dose-grid';
import { type DoseField, inOwnFrame, interpolateDose, resampleDose } from '../../src/geometry/interpolate';
import { affineMap, matrixOfMap } from '../../src/geometry/point-map';
import { sampleRoi } from '../../src/geometry/roi-samples';
import { applyMatrix, compose, IDENTITY, invert, type Matrix4 } from '../../src/geometry/transform';
import { cross, unit, type Vec3 } from '../../src/geometry/vec3';
import { findFramePath } from '../../src/registration/frame-path';
import { AXIAL, circle, contourOn, gridOf, type PatientAxes, slices } from './bodies';

/** Direction cosines of rows and columns of axial images (PS3.3 C.7.6.2.1.1) for the eight patient positions. */
const POSITIONS: Record<string, [Vec3, Vec3]> = {
  HFS: [
    [1, 0, 0],
    [0, 1, 0],
  ],
  HFP: [
    [-1, 0, 0],
    [0, -1, 0],
  ],
  HFDR: [
    [0, 1, 0],
    [-1, 0, 0],
  ],
  HFDL: [
    [0, -1, 0],
    [1, 0, 0],
  ],
  FFS: [
    [-1, 0, 0],
    [0, 1, 0],
  ],
  FFP: [
    [1, 0, 0],
    [0, -1, 0],
  ],
  FFDR: [
    [0, -1, 0],
    [-1, 0, 0],
  ],
  FFDL: [
    [0, 1, 0],
    [1, 0, 0],
  ],
};

/** A dose that tells every direction apart; trilinear interpolation reproduces it exactly. */
const dose = (x: number, y: number, z: number) => 40 + 0.2 * x - 0.1 * y + 0.3 * z + 0.001 * x * y - 0.002 * y * z;

/** The grid corner from which rows and columns of this orientation run through the cube of ±60 mm. */
const cornerOf = (row: Vec3, column: Vec3): Vec3 => {
  const normal = cross(row, column);
  return [0, 1, 2].map((a) => -60 * (row[a] + column[a] + normal[a])) as unknown as Vec3;
};

const PROBES: Vec3[] = [
  [1.3, -7.7, 12.9],
  [-40.1, 33.3, -21.7],
  [55.5, -55.5, 50.5],
];

function doseAt(field: DoseField, points: readonly Vec3[]): Float32Array {
  const out = new Float32Array(points.length);
  interpolateDose(field, Float64Array.from(points.flat()), points.length, out);
  return out;
}

describe.each(Object.entries(POSITIONS))('dose grid of a patient scanned %s', (_, [row, column]) => {
  const spec = {
    origin: cornerOf(row, column),
    spacing: [2, 3, 4] as const,
    size: [61, 41, 31] as const,
    alongRow: row,
    alongColumn: column,
  };
  const reference = gridOf(spec, dose);
  const attributes = {
    file: 'RD.dcm',
    frameOfReferenceUid: '1.2.3',
    columns: 61,
    rows: 41,
    frames: 31,
    imagePositionMm: spec.origin,
    imageOrientation: [...row, ...column],
    rowSpacingMm: 3,
    columnSpacingMm: 2,
    sliceThicknessMm: 4,
    doseGridScaling: 1e-6,
  };
  const stored = Uint32Array.from(reference.doseGy, (d) => Math.round(d * 1e6));
  const z = cross(row, column)[2];

  it.each([
    ['relative', (k: number) => 4 * k, false],
    ['patient z', (k: number) => spec.origin[2] + 4 * k * z, false],
    ['relative, frames stored backwards', (k: number) => -4 * k, true],
  ])('gives the dose at points of the patient: offsets %s', (_name, offset, backwards) => {
    const plane = 61 * 41;
    const pixels = stored.slice();
    let imagePositionMm: readonly number[] = spec.origin;
    if (backwards) {
      for (let k = 0; k < 31; k++) pixels.set(stored.subarray((30 - k) * plane, (31 - k) * plane), k * plane);
      imagePositionMm = [spec.origin[0], spec.origin[1], spec.origin[2] + 120 * z];
    }
    const grid = makeDoseGrid({
      ...attributes,
      imagePositionMm,
      pixels,
      gridFrameOffsetsMm: Float64Array.from({ length: 31 }, (_v, k) => offset(k)),
    });
    const found = doseAt(inOwnFrame(grid), PROBES);
    // Bilinear terms within one voxel and 1e-6 Gy storage: below 1e-4 Gy.
    PROBES.forEach((p, n) => expect(Math.abs(found[n] - dose(...p))).toBeLessThan(1e-4));
  });

  it('keeps frame offsets that are not even', () => {
    const offsets = Float64Array.from({ length: 31 }, (_v, k) => 4 * k + (k % 2 === 1 ? 1.5 : 0));
    const uneven = Uint32Array.from(stored);
    let at = 0;
    for (let k = 0; k < 31; k++) {
      for (let j = 0; j < 41; j++) {
        for (let i = 0; i < 61; i++, at++) {
          const p = [0, 1, 2].map(
            (a) => spec.origin[a] + 2 * i * row[a] + 3 * j * column[a] + offsets[k] * cross(row, column)[a],
          );
          uneven[at] = Math.round(dose(p[0], p[1], p[2]) * 1e6);
        }
      }
    }
    const found = doseAt(inOwnFrame(makeDoseGrid({ ...attributes, pixels: uneven, gridFrameOffsetsMm: offsets })), PROBES);
    PROBES.forEach((p, n) => expect(Math.abs(found[n] - dose(...p))).toBeLessThan(1e-4));
  });

  it('knows nothing beyond half a voxel outside its outermost centres', () => {
    const field = inOwnFrame(reference);
    const beyond = (mm: number): Vec3[] =>
      [row, column, cross(row, column)].map((axis, n) => axis.map((a) => a * (60 + mm * [1, 1.5, 2][n])) as unknown as Vec3);
    for (const d of doseAt(field, beyond(0.99))) expect(Number.isFinite(d)).toBe(true);
    for (const d of doseAt(field, beyond(1.01))) expect(d).toBeNaN();
  });
});

function rotation(axis: Vec3, degrees: number, shift: Vec3): Matrix4 {
  const [x, y, z] = unit(axis);
  const c = Math.cos((degrees * Math.PI) / 180);
  const s = Math.sin((degrees * Math.PI) / 180);
  const t = 1 - c;
  return [
    t * x * x + c,
    t * x * y - s * z,
    t * x * z + s * y,
    shift[0],
    t * x * y + s * z,
    t * y * y + c,
    t * y * z - s * x,
    shift[1],
    t * x * z - s * y,
    t * y * z + s * x,
    t * z * z + c,
    shift[2],
    0,
    0,
    0,
    1,
  ];
}

describe('oblique planes and turned frames', () => {
  const tilt = rotation([1, 0.3, -0.2], 17, [4, -9, 6]);
  const tilted: PatientAxes = {
    origin: applyMatrix(tilt, [0, 0, 0]),
    u: unit([tilt[0], tilt[4], tilt[8]]),
    v: unit([tilt[1], tilt[5], tilt[9]]),
  };
  const spec = { origin: [-70, -70, -70] as const, spacing: [2.5, 2.5, 2.5] as const, size: [57, 57, 57] as const };
  const metrics = (axes: PatientAxes, field: DoseField) => {
    const contours = slices(-20, 2, 21).map((w) => contourOn(circle(5, -3, 15), w, axes));
    const { stack, findings } = slabsOfRoi({ name: 'ROI', contours, sliceSpacingMm: 2 });
    const samples = sampleRoi(stack!, [field]);
    const dvh = new DoseDistribution(samples.doseGy[0] as Float32Array, samples.volumeCc);
    return {
      findings,
      cc: samples.totalCc,
      doses: [dvh.meanGy, dvh.doseAtHottest(0.03), dvh.doseAtHottest(1), dvh.doseAtHottest(dvh.totalCc / 2)],
    };
  };
  const linear = (x: number, y: number, z: number) => 40 + 0.3 * x - 0.2 * y + 0.35 * z;
  const straight = metrics(AXIAL, inOwnFrame(gridOf(spec, linear)));

  it('contours on oblique planes give what the same body gives on axial ones', () => {
    const back = invert(tilt);
    const turned = metrics(
      tilted,
      inOwnFrame(gridOf(spec, (x, y, z) => linear(...(applyMatrix(back, [x, y, z]) as [number, number, number])))),
    );
    expect(turned.findings).toEqual([]);
    expect(Math.abs(turned.cc - straight.cc)).toBeLessThan(1e-4 * straight.cc);
    turned.doses.forEach((d, n) => expect(Math.abs(d - straight.doses[n])).toBeLessThan(0.05));
  });

  it('a second course on a turned frame of reference is found through the registration, whichever way it is written', () => {
    const planned = '1.1';
    const prior = '1.2';
    const back = invert(tilt);
    const priorGrid = gridOf({ ...spec, frameOfReferenceUid: prior }, (x, y, z) =>
      linear(...(applyMatrix(back, [x, y, z]) as [number, number, number])),
    );
    for (const transform of [
      { fromFrameUid: planned, toFrameUid: prior, map: affineMap(tilt), source: 'REG' },
      { fromFrameUid: prior, toFrameUid: planned, map: affineMap(back), source: 'REG' },
    ]) {
      const path = findFramePath([transform], planned, prior)!;
      expect(path.via).toEqual(['REG']);
      const found = metrics(AXIAL, { grid: priorGrid, toGridFrame: path.map });
      found.doses.forEach((d, n) => expect(Math.abs(d - straight.doses[n])).toBeLessThan(0.05));
    }
  });

  it('chains frames, refuses two that differ, and never takes identity for a missing one', () => {
    const turned = rotation([0, 0, 1], 30, [1, 2, 3]);
    const a = { fromFrameUid: 'A', toFrameUid: 'B', map: affineMap(tilt), source: '1' };
    const b = { fromFrameUid: 'C', toFrameUid: 'B', map: affineMap(turned), source: '2' };
    const path = findFramePath([a, b], 'A', 'C')!;
    expect(path.via).toEqual(['1', '2']);
    const p: Vec3 = [10, 20, 30];
    const expected = applyMatrix(invert(turned), applyMatrix(tilt, p));
    applyMatrix(matrixOfMap(path.map)!, p).forEach((value, n) => expect(value).toBeCloseTo(expected[n], 9));
    expect(findFramePath([a, b], 'A', 'D')).toBeUndefined();
    expect(findFramePath([], 'A', 'A')?.map).toEqual([]);
    expect(() => findFramePath([a, { ...a, map: affineMap(IDENTITY), source: '3' }], 'A', 'B')).toThrow(
      /two different transforms/,
    );
    compose(tilt, invert(tilt)).forEach((value, n) => expect(value).toBeCloseTo(IDENTITY[n], 12));
    expect(() => invert([1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1])).toThrow(/invertible/);
  });

  it('resamples one grid onto another for display', () => {
    const grid = gridOf(spec, linear);
    const target = gridOf({ origin: [-20.3, 3.1, -7.7], spacing: [1.7, 2.9, 3.3], size: [9, 7, 5] }, linear);
    const found = resampleDose(inOwnFrame(grid), target);
    found.forEach((d, n) => expect(Math.abs(d - target.doseGy[n])).toBeLessThan(1e-4));
    const away = resampleDose(inOwnFrame(grid), gridOf({ origin: [200, 0, 0], spacing: [1, 1, 1], size: [2, 1, 1] }, linear));
    expect([...away]).toEqual([Number.NaN, Number.NaN]);
  });
});
