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

describe('a deformable registration is refused', () => {
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
    ['with an endless vector', deformation(deformationGrid(endless)), '(0064,0009)', 'value 5'],
  ])('%s', (_, fields, where, text) => {
    const error = refusal(fields);
    expect(error.where).toContain(where);
    expect(error.message).toContain(text);
  });
});
