import { describe, expect, it } from 'vitest';
import { PRIOR_TO_PLANNED } from '../../../dicom-samples/writer/anatomy';
import { matrix16 } from '../../../dicom-samples/writer/math';
import { applyMatrix, compose, IDENTITY, invert, type Matrix4, rotationDegrees } from '../../../src/geometry/transform';
import type { Vec3 } from '../../../src/geometry/vec3';
import { carry } from '../../../src/registration/automatic/displacement-grid';
import { type Progress, registerVolumes } from '../../../src/registration/automatic/register-volumes';
import { ctOfFolder } from './ct-of-folder';
import { nodeElastix } from './node-elastix';
import { axial, LANDMARKS, type PhantomGrid, phantomCt, rigidMatrix } from './phantom';
import { anatomyToDeformed, deformedToAnatomy, distanceMm, RIGID, RIGID_BACK } from './truth';

/** Points all over the body: its corners are where a rotation that is off shows most. */
const BODY: Vec3[] = [-90, 0, 90].flatMap((z) => [-100, 0, 100].flatMap((y) => [-160, 0, 160].map((x): Vec3 => [x, y, z])));

const farthestMm = (found: Matrix4, truth: Matrix4) =>
  Math.max(...BODY.map((p) => distanceMm(applyMatrix(found, p), applyMatrix(truth, p))));
const turnedDegrees = (found: Matrix4, truth: Matrix4) => rotationDegrees(compose(invert(truth), found));

/** Feet first and prone, and a little oblique at that. */
const turned = (degrees: Vec3, base: PhantomGrid): PhantomGrid => {
  const m = rigidMatrix([0, 0, 0], degrees);
  const axis = (n: number, sign: number): Vec3 => [sign * m[n], sign * m[4 + n], sign * m[8 + n]];
  return { ...base, alongRow: axis(0, 1), alongColumn: axis(1, -1), normal: axis(2, -1) };
};
const SMALL = axial([76, 54, 44], [5.2, 5.2, 5]);

describe('rigid', () => {
  it('of the sample patient: the registration that the two scans were made with, within 1 mm and 0.5°', async () => {
    const folder = new URL('../../../dicom-samples/thorax/', import.meta.url).pathname;
    const [fixed, moving] = [ctOfFolder(`${folder}planned/CT`), ctOfFolder(`${folder}prior/CT`)];
    const { fixedToMoving, movingToFixed, displacement, resolutionMm } = await registerVolumes(
      { fixed, moving, kind: 'rigid' },
      nodeElastix,
    );
    const truth = matrix16(PRIOR_TO_PLANNED);
    expect(farthestMm(movingToFixed.matrix, truth)).toBeLessThan(1);
    expect(turnedDegrees(movingToFixed.matrix, truth)).toBeLessThan(0.5);
    expect(farthestMm(fixedToMoving.matrix, invert(truth))).toBeLessThan(1);
    expect([movingToFixed.fromFrameUid, movingToFixed.toFrameUid]).toEqual([
      moving.frameOfReferenceUid,
      fixed.frameOfReferenceUid,
    ]);
    expect([fixedToMoving.fromFrameUid, fixedToMoving.toFrameUid]).toEqual([
      fixed.frameOfReferenceUid,
      moving.frameOfReferenceUid,
    ]);
    expect(displacement).toBe(undefined);
    expect(resolutionMm).toEqual([2.6, 2.6, 3]);
  });

  it('of a region, from a start that is 6 mm and 2° off: the spine that it is limited to', async () => {
    const fixed = phantomCt('1.2', SMALL, (p) => p, 1);
    const moving = phantomCt('1.3', SMALL, (p) => applyMatrix(RIGID_BACK, p), 0);
    const start = compose(RIGID, rigidMatrix([4, -3, 3], [1, -1, 1.5]));
    const spine: Vec3[] = [
      [-20, 40, -90],
      [20, 80, 90],
    ];
    const region = { name: 'SpinalCord', pointsMm: Float64Array.from(spine.flat()), marginMm: 20 };
    const run = () => registerVolumes({ fixed, moving, kind: 'rigid', region, start }, nodeElastix);
    const { fixedToMoving } = await run();
    for (const point of [...spine, [0, 68, 0] as Vec3]) {
      expect(distanceMm(applyMatrix(fixedToMoving.matrix, point), applyMatrix(RIGID, point))).toBeLessThan(1);
    }
    expect(turnedDegrees(fixedToMoving.matrix, RIGID)).toBeLessThan(0.5);
    // Random points, one seed.
    expect((await run()).fixedToMoving.matrix).toEqual(fixedToMoving.matrix);
  });
});

describe('deformable, both scans oblique, one of them feet first and prone', () => {
  it('lowers the error of twenty landmarks by at least 60 %, tells how far it is, and ends with its grid', async () => {
    const fixed = phantomCt('1.2', turned([170, 6, 5], SMALL), (p) => p, 1);
    const moving = phantomCt('1.3', { ...SMALL, ...turned([-4, 3, 8], SMALL), centreMm: [12, -8, 5] }, deformedToAnatomy, 0);
    const seen: Progress[] = [];
    const result = await registerVolumes({ fixed, moving, kind: 'deformable' }, nodeElastix, (progress) => seen.push(progress));
    const { matrix } = result.fixedToMoving;
    const displacement = result.displacement!;

    const errorsMm = (map: (p: Vec3) => Vec3) => LANDMARKS.map((p) => distanceMm(map(p), anatomyToDeformed(p)));
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const rigid = errorsMm((p) => applyMatrix(RIGID, p));
    const found = errorsMm((p) => carry(matrix, displacement, p)!);
    // What is asked for: the swelling is 10 mm and more, and the best rigid motion there is leaves 4.3 mm on average.
    expect(Math.max(...rigid)).toBeGreaterThan(9);
    expect(mean(rigid)).toBeCloseTo(4.3, 1);
    expect(mean(found)).toBeLessThan(0.4 * mean(rigid));
    expect(mean(found)).toBeLessThan(0.4 * mean(errorsMm((p) => applyMatrix(matrix, p))));
    expect(displacement.interpolationErrorMm).toBeLessThan(0.1);
    expect(carry(matrix, displacement, [0, 0, 400])).toBe(undefined);

    expect([...new Set(seen.map(({ stage }) => stage))]).toEqual(['preparing', 'rigid', 'deformable']);
    const shares = seen.map(({ share }) => share);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    // The clock's readings are counted: the bar moves in steps smaller than a twentieth, and not before the end.
    const steps = shares.slice(1).map((share, n) => share - shares[n]);
    expect(Math.max(...steps)).toBeLessThan(0.06);
  });
});

describe('what is refused', () => {
  const ct = phantomCt('1.2', axial([38, 27, 22], [10.4, 10.4, 10]), (p) => p, 1);
  const neverCalled = () => Promise.reject(new Error('elastix was called'));

  it('a start that lays the scans side by side', async () => {
    const start = rigidMatrix([420, 0, 0], [0, 0, 0]);
    await expect(registerVolumes({ fixed: ct, moving: ct, kind: 'rigid', start }, neverCalled)).rejects.toThrow(
      'automatic registration: found 0 % of the fixed patient within the moving CT; needed scans that share at least 25 %',
    );
  });

  it('a result that fits worse than the start', async () => {
    const away = async () => [
      {
        transformType: { transformParameterization: 'Euler3D' },
        fixedParameters: [0, 0, 0, 0],
        parameters: [0, 0, 0, 15, 0, 0],
      },
    ];
    await expect(registerVolumes({ fixed: ct, moving: ct, kind: 'rigid', start: IDENTITY }, away)).rejects.toThrow(
      /found a correlation of 0\.\d+ after and 1\.000 before; needed scans that become more alike/,
    );
  });

  it('a scan without a patient, named', async () => {
    const air = { ...ct, hounsfield: new Int16Array(ct.hounsfield.length).fill(-1000) };
    await expect(registerVolumes({ fixed: ct, moving: air, kind: 'rigid' }, neverCalled)).rejects.toThrow('moving CT');
  });
});
