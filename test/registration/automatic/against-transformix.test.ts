import { transformixNode } from '@itk-wasm/elastix';
import { describe, expect, it } from 'vitest';
import { applyMatrix, IDENTITY } from '../../../src/geometry/transform';
import type { Vec3 } from '../../../src/geometry/vec3';
import { carry, displacementGrid } from '../../../src/registration/automatic/displacement-grid';
import { toItk } from '../../../src/registration/automatic/engine';
import { type GridImage, pointAt } from '../../../src/registration/automatic/grid-image';
import { matrixOfEuler } from '../../../src/registration/automatic/rigid-matrix';
import { sampleSpline, splineOf } from '../../../src/registration/automatic/spline';
import { rigidMatrix } from './phantom';

/*
 * transformix, which is elastix's own reader of its transforms, resamples images whose value is x, y or z of the place:
 * what it writes at a fixed point is where the transform takes that point. Nothing of this program is in that.
 */

const turned = rigidMatrix([0, 0, 0], [10, -20, 35]);
const AXES = [0, 1, 2].map((n): Vec3 => [turned[n], turned[4 + n], turned[8 + n]]) as [Vec3, Vec3, Vec3];

const grid = (size: [number, number, number], spacingMm: [number, number, number], originMm: Vec3): GridImage => ({
  size,
  spacingMm,
  originMm,
  axes: AXES,
  values: new Float32Array(size[0] * size[1] * size[2]),
});

function everyIndex({ size }: GridImage, visit: (index: Vec3, n: number) => void) {
  for (let k = 0, n = 0; k < size[2]; k++)
    for (let j = 0; j < size[1]; j++) for (let i = 0; i < size[0]; i++, n++) visit([i, j, k], n);
}

/** Where the points of a grid go, by transformix; the coordinate images reach 200 mm beyond the grid. */
async function byTransformix(map: Record<string, string[]>, points: GridImage): Promise<Vec3[]> {
  const around = grid([80, 80, 80], [6, 6, 6], pointAt({ ...points, spacingMm: [1, 1, 1] }, [-200, -200, -200]));
  const coordinates = await Promise.all(
    [0, 1, 2].map(async (n) => {
      const image = { ...around, values: new Float32Array(around.values.length) };
      everyIndex(image, (index, at) => {
        image.values[at] = pointAt(image, index)[n];
      });
      const { result } = await transformixNode(
        toItk(image) as never,
        [
          {
            ...map,
            Size: points.size.map(String),
            Spacing: points.spacingMm.map(String),
            Origin: points.originMm.map(String),
            Index: ['0', '0', '0'],
            // elastix writes it column by column.
            Direction: points.axes.flatMap((axis) => axis.map(String)),
            FixedImageDimension: ['3'],
            MovingImageDimension: ['3'],
            FixedInternalImagePixelType: ['float'],
            MovingInternalImagePixelType: ['float'],
            InitialTransformParameterFileName: ['NoInitialTransform'],
            HowToCombineTransforms: ['Compose'],
            UseDirectionCosines: ['true'],
            ResampleInterpolator: ['FinalLinearInterpolator'],
            Resampler: ['DefaultResampler'],
            DefaultPixelValue: ['-99999'],
            ResultImagePixelType: ['float'],
            ResultImageFormat: ['mhd'],
          },
        ] as never,
      );
      return result.data as Float32Array;
    }),
  );
  return Array.from(coordinates[0], (_, n): Vec3 => [coordinates[0][n], coordinates[1][n], coordinates[2][n]]);
}

const largest = (pairs: Iterable<[Vec3, Vec3]>): number =>
  Math.max(...Array.from(pairs, ([a, b]) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])));

describe('what elastix gives, read by this program and by transformix', () => {
  it.each([
    ['Rz Rx Ry', 'false', 0],
    ['Rz Ry Rx', 'true', 1],
  ])('Euler angles, %s: the matrix takes points to within 0.001 mm of the same place', async (_, computeZYX, flag) => {
    const parameters = [0.3, -0.2, 0.4, 12, -8, 5];
    const centre = [20, -30, 40];
    const points = grid([7, 6, 5], [12, 14, 16], [-40, 25, -10]);
    const theirs = await byTransformix(
      {
        Transform: ['EulerTransform'],
        NumberOfParameters: ['6'],
        TransformParameters: parameters.map(String),
        CenterOfRotationPoint: centre.map(String),
        ComputeZYX: [computeZYX],
      },
      points,
    );
    const matrix = matrixOfEuler({
      transformType: { transformParameterization: 'Euler3D' },
      fixedParameters: [...centre, flag],
      parameters,
    });
    const pairs: [Vec3, Vec3][] = [];
    everyIndex(points, (index, n) => pairs.push([applyMatrix(matrix, pointAt(points, index)), theirs[n]]));
    // 32-bit coordinates of some 200 mm carry about 2e-5 mm.
    expect(largest(pairs)).toBeLessThan(1e-3);
  });

  it('a B-spline: its points, and those of the sampled grid, lie where transformix has them', async () => {
    const control = grid([8, 8, 7], [25, 25, 25], [-60, -20, -50]);
    const count = control.values.length;
    const coefficients = Array.from({ length: 3 * count }, (_, n) => 15 * Math.sin(1.7 * n) * Math.cos(0.31 * n));
    const inner = (at: Vec3): Vec3 => pointAt(control, at);
    const points = grid([9, 8, 7], [12, 13, 11], inner([1.1, 1.2, 1.05]));
    const theirs = await byTransformix(
      {
        Transform: ['BSplineTransform'],
        BSplineTransformSplineOrder: ['3'],
        UseCyclicTransform: ['false'],
        NumberOfParameters: [String(3 * count)],
        TransformParameters: coefficients.map(String),
        GridSize: control.size.map(String),
        GridIndex: ['0', '0', '0'],
        GridSpacing: control.spacingMm.map(String),
        GridOrigin: control.originMm.map(String),
        GridDirection: control.axes.flatMap((axis) => axis.map(String)),
      },
      points,
    );
    const spline = splineOf({
      transformType: { transformParameterization: 'BSpline' },
      fixedParameters: [
        ...control.size,
        ...control.originMm,
        ...control.spacingMm,
        ...[0, 1, 2].flatMap((row) => AXES.map((axis) => axis[row])),
      ],
      parameters: coefficients,
    });
    const u = sampleSpline(spline, points);
    const sampled = displacementGrid(spline, points, IDENTITY);
    const exact: [Vec3, Vec3][] = [];
    const between: [Vec3, Vec3][] = [];
    everyIndex(points, (index, n) => {
      const p = pointAt(points, index);
      exact.push([[p[0] + u[3 * n], p[1] + u[3 * n + 1], p[2] + u[3 * n + 2]], theirs[n]]);
      between.push([carry(IDENTITY, sampled, p)!, theirs[n]]);
    });
    expect(largest(exact)).toBeLessThan(1e-3);
    // Coefficients that jump by 30 mm from one control point to the next: far rougher than any registration.
    expect(largest(between)).toBeLessThan(0.1);
    expect(carry(IDENTITY, sampled, inner([0.5, 2, 2]))).toBe(undefined);
  });
});
