import { describe, expect, test } from 'vitest';
import { type Fields, read, refusal } from './objects';
import { DEFORMATION, deformation, deformationGrid, FRAME, matrixItem, OTHER_FRAME, QUARTER_TURN, vectorsOf } from './samples';

const still = vectorsOf(() => [0, 0, 0]);
const moved = vectorsOf((x, y, z) => [x + 0.5, y - 0.25, z / 4]);
const withGrid = (overrides: Fields) => deformation(deformationGrid(still, overrides));

describe('a deformable registration', () => {
  test.each(['explicit', 'implicit', 'bigEndian', 'deflated'] as const)('is read with its grid and matrices, %s', (syntax) => {
    const item = {
      PreDeformationMatrixRegistrationSequence: [matrixItem(QUARTER_TURN)],
      PostDeformationMatrixRegistrationSequence: [matrixItem([1, 0, 0, 1, 0, 1, 0, 2, 0, 0, 1, 3, 0, 0, 0, 1], 'AFFINE')],
    };
    const object = read('deformable-registration', deformation(deformationGrid(moved), {}, item), { syntax });
    expect(object.frameOfReferenceUid).toBe(FRAME);
    expect(object.findings).toEqual([]);
    expect(object.items).toEqual([
      {
        sourceFrameOfReferenceUid: OTHER_FRAME,
        before: { type: 'RIGID', matrix: QUARTER_TURN },
        after: { type: 'AFFINE', matrix: [1, 0, 0, 1, 0, 1, 0, 2, 0, 0, 1, 3, 0, 0, 0, 1] },
        grid: {
          originMm: [...DEFORMATION.originMm],
          alongRow: [0, 1, 0],
          alongColumn: [-1, 0, 0],
          spacingMm: [10, 20, 30],
          size: [2, 3, 4],
          displacementMm: moved,
        },
      },
    ]);
  });

  test('may have matrices and no grid', () => {
    const item = { PreDeformationMatrixRegistrationSequence: [matrixItem(QUARTER_TURN)] };
    const [only] = read('deformable-registration', deformation(undefined, {}, item)).items;
    expect(only).toEqual({ sourceFrameOfReferenceUid: OTHER_FRAME, before: { type: 'RIGID', matrix: QUARTER_TURN } });
  });

  test('keeps undefined vectors (NaN, PS3.3 C.20.3.1.3) as they are', () => {
    const holed = Float32Array.from(still);
    holed.fill(Number.NaN, 3, 6);
    const [{ grid }] = read('deformable-registration', deformation(deformationGrid(holed))).items;
    expect([...grid!.displacementMm.subarray(0, 7)]).toEqual([0, 0, 0, Number.NaN, Number.NaN, Number.NaN, 0]);
  });
});

describe('the matrices beside a deformation', () => {
  const told = (...matrices: readonly (readonly number[])[]) => {
    const [before, after] = matrices.map((matrix) => [matrixItem(matrix, 'AFFINE')]);
    const item = {
      PreDeformationMatrixRegistrationSequence: before,
      ...(after && { PostDeformationMatrixRegistrationSequence: after }),
    };
    const object = read('deformable-registration', deformation(deformationGrid(still), {}, item));
    return object.findings.map(({ code }) => code);
  };
  const MIRROR = [-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
  const SHEAR = [1, 0.3, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];

  test('are told where they mirror or shear, both together', () => {
    expect(told(MIRROR)).toEqual(['registration-mirrors']);
    expect(told(SHEAR)).toEqual(['registration-distorts']);
    expect(told(MIRROR, MIRROR)).toEqual([]);
  });
});

describe('a deformable registration is refused', () => {
  const scaled = (f: number) => [f, 0, 0, 0, 0, f, 0, 0, 0, 0, f, 0, 0, 0, 0, 1];
  const far = Float32Array.from(still);
  far[7] = -1e30;
  const none = still.map(() => Number.NaN);
  /** One number of each vector is missing. */
  const halves = still.map((mm, n) => (n % 3 === 1 ? Number.NaN : mm));
  const endless = Float32Array.from(still);
  endless[4] = Infinity;
  test.each<[string, Fields, string, string]>([
    [
      'without a registered frame',
      deformation(deformationGrid(still), { FrameOfReferenceUID: undefined }),
      '(0020,0052)',
      'nothing',
    ],
    ['without any item', deformation(undefined, { DeformableRegistrationSequence: [] }), '(0064,0002)', 'nothing'],
    [
      'without a source frame',
      deformation(deformationGrid(still), {}, { SourceFrameOfReferenceUID: '' }),
      '(0064,0003)',
      'nothing',
    ],
    [
      'with a singular matrix',
      deformation(
        undefined,
        {},
        {
          PostDeformationMatrixRegistrationSequence: [matrixItem([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])],
        },
      ),
      '(3006,00C6)',
      'cannot be inverted',
    ],
    [
      'with two matrices before the grid',
      deformation(
        undefined,
        {},
        {
          PreDeformationMatrixRegistrationSequence: [matrixItem(QUARTER_TURN), matrixItem(QUARTER_TURN)],
        },
      ),
      '(0064,000F)',
      '2 matrices',
    ],
    ['with no place', withGrid({ ImagePositionPatient: undefined }), '(0020,0032)', 'nothing'],
    [
      'with directions that are none',
      withGrid({ ImageOrientationPatient: [1, 0, 0, 1, 0, 0] }),
      '(0020,0037)',
      '1\\0\\0\\1\\0\\0',
    ],
    ['with no size', withGrid({ GridDimensions: undefined }), '(0064,0007)', 'nothing'],
    ['with an empty grid', withGrid({ GridDimensions: Uint32Array.of(2, 0, 4) }), '(0064,0007)', '2\\0\\4'],
    ['with no spacing', withGrid({ GridResolution: Float64Array.of(1, 0, 1) }), '(0064,0008)', '1\\0\\1'],
    ['with too few vectors', withGrid({ VectorGridData: still.subarray(3) }), '(0064,0009)', '276 bytes'],
    ['with an endless vector', deformation(deformationGrid(endless)), '(0064,0009)', 'an infinite displacement at value 5'],
    ['with a vector that ends nowhere', deformation(deformationGrid(far)), '(0064,0009)', 'more than 10 m at value 8'],
    ['with no vectors', withGrid({ VectorGridData: undefined }), '(0064,0009)', 'found nothing; needed 288 bytes'],
    ['with vectors that are none', deformation(deformationGrid(none)), '(0064,0009)', 'no node with a displacement'],
    ['with no whole vector', deformation(deformationGrid(halves)), '(0064,0009)', 'no node with a displacement'],
    ['with half a place', withGrid({ ImagePositionPatient: [5, -7] }), '(0020,0032)', '2 numbers'],
    ['with a place that is nowhere', withGrid({ ImagePositionPatient: [5, -7, 20_000] }), '(0020,0032)', '5\\-7\\20000'],
    ['with no directions', withGrid({ ImageOrientationPatient: undefined }), '(0020,0037)', 'found nothing'],
    ['with half the directions', withGrid({ ImageOrientationPatient: [1, 0, 0] }), '(0020,0037)', '1\\0\\0'],
    [
      'with directions that are not of length 1',
      withGrid({ ImageOrientationPatient: [2, 0, 0, 0, 1, 0] }),
      '(0020,0037)',
      '2\\0',
    ],
    ['with two numbers of nodes', withGrid({ GridDimensions: Uint32Array.of(2, 3) }), '(0064,0007)', '2\\3'],
    ['without spacing', withGrid({ GridResolution: undefined }), '(0064,0008)', 'found nothing'],
    ['with two distances', withGrid({ GridResolution: Float64Array.of(10, 20) }), '(0064,0008)', '10\\20'],
    ['with a distance that is no number', withGrid({ GridResolution: Float64Array.of(1, Number.NaN, 1) }), '(0064,0008)', 'NaN'],
    ['with endless distances', withGrid({ GridResolution: Float64Array.of(1, Infinity, 1) }), '(0064,0008)', 'Infinity'],
    [
      'with two grids',
      deformation(undefined, {}, { DeformableRegistrationGridSequence: [deformationGrid(still), deformationGrid(still)] }),
      '(0064,0005)',
      '2 grids',
    ],
    [
      'with two matrices after the grid',
      deformation(
        undefined,
        {},
        { PostDeformationMatrixRegistrationSequence: [matrixItem(QUARTER_TURN), matrixItem(QUARTER_TURN)] },
      ),
      '(0064,0010)',
      '2 matrices',
    ],
    [
      'with a matrix of 15 numbers',
      deformation(undefined, {}, { PreDeformationMatrixRegistrationSequence: [matrixItem(QUARTER_TURN.slice(1))] }),
      '(3006,00C6)',
      '15 numbers',
    ],
    [
      'with matrices that together make eight times the volume of it',
      deformation(deformationGrid(still), {}, { PreDeformationMatrixRegistrationSequence: [matrixItem(scaled(2), 'AFFINE')] }),
      '(3006,00C6)',
      'volumes 8 times as large',
    ],
  ])('%s', (_, fields, where, text) => {
    const error = refusal(fields);
    expect(error.where).toContain(where);
    expect(error.message).toContain(text);
  });
});
