import { describe, expect, test } from 'vitest';
import { itemMatrix, orderMatters } from '../../src/dicom/item-matrix';
import { applyMatrix } from '../../src/geometry/transform';
import { type Fields, read, refusal } from './objects';
import { FRAME, matrixItem, OTHER_FRAME, QUARTER_TURN, registration, registrationItem } from './samples';

const SHIFT = [1, 0, 0, 1, 0, 1, 0, 2, 0, 0, 1, 3, 0, 0, 0, 1];
const SCALE = [2, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
const scaled = (by: number) => [by, 0, 0, 0, 0, by, 0, 0, 0, 0, by, 0, 0, 0, 0, 1];
const MIRROR = [-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];

const withMatrices = (...matrices: Fields[]) => registration({ RegistrationSequence: [registrationItem(OTHER_FRAME, matrices)] });
const firstItem = (fields: Fields) => read('registration', fields).items[0];
const codesOf = (fields: Fields) => read('registration', fields).findings.map(({ code }) => code);

describe('a spatial registration', () => {
  test('maps from the frame of each item to the frame of the object (PS3.3 C.20.2.1.1)', () => {
    const object = read('registration', registration());
    expect(object.frameOfReferenceUid).toBe(FRAME);
    expect(object.label).toBe('FUSION');
    expect(object.items.map((item) => item.sourceFrameOfReferenceUid)).toEqual([FRAME, OTHER_FRAME]);
    expect(applyMatrix(itemMatrix(object.items[0]), [1, 2, 3])).toEqual([1, 2, 3]);
    // A quarter turn takes (1, 2, 3) to (-2, 1, 3), and then comes the shift.
    expect(applyMatrix(itemMatrix(object.items[1]), [1, 2, 3])).toEqual([8, 21, 33]);
    expect(object.findings).toEqual([]);
  });

  test.each(['RIGID', 'RIGID_SCALE', 'AFFINE'])('type %s is kept', (type) => {
    expect(firstItem(withMatrices(matrixItem(QUARTER_TURN, type))).matrices[0].type).toBe(type);
  });

  test('another or no type is taken as AFFINE', () => {
    for (const type of ['', 'BSPLINE']) {
      expect(firstItem(withMatrices(matrixItem(QUARTER_TURN, type))).matrices[0].type).toBe('AFFINE');
    }
  });

  test('an item may name images and no frame', () => {
    const images = { ReferencedImageSequence: [{ ReferencedSOPInstanceUID: '1.2.3.71' }] };
    const item = firstItem(registration({ RegistrationSequence: [registrationItem(undefined, [matrixItem(SHIFT)], images)] }));
    expect(item).toMatchObject({ sourceFrameOfReferenceUid: '', referencedImageUids: ['1.2.3.71'] });
  });
});

describe('several matrices in one item', () => {
  test('the first listed is applied first', () => {
    const item = firstItem(withMatrices(matrixItem(SHIFT), matrixItem(QUARTER_TURN)));
    expect(item.matrices.map(({ matrix }) => matrix)).toEqual([SHIFT, QUARTER_TURN]);
    // (1, 2, 3) is shifted to (2, 4, 6), turned to (-4, 2, 6), shifted to (6, 22, 36). The other order gives (9, 23, 36).
    expect(applyMatrix(itemMatrix(item), [1, 2, 3])).toEqual([6, 22, 36]);
  });

  test('three, over two items of MatrixRegistrationSequence', () => {
    const sequence = [
      { MatrixSequence: [matrixItem(SHIFT), matrixItem(SCALE, 'AFFINE')] },
      { MatrixSequence: [matrixItem(SHIFT)] },
    ];
    const fields = { FrameOfReferenceUID: OTHER_FRAME, MatrixRegistrationSequence: sequence };
    const item = firstItem(registration({ RegistrationSequence: [fields] }));
    expect(applyMatrix(itemMatrix(item), [1, 2, 3])).toEqual([5, 6, 9]);
  });

  test('of which one is listed twice are told, for it moves twice', () => {
    expect(codesOf(withMatrices(matrixItem(SHIFT), matrixItem(SHIFT)))).toEqual(['registration-matrix-chain']);
  });

  test('whose order matters are told; those that commute are not', () => {
    expect(codesOf(withMatrices(matrixItem(SHIFT), matrixItem(QUARTER_TURN)))).toEqual(['registration-matrix-chain']);
    const back = [1, 0, 0, -4, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
    expect(codesOf(withMatrices(matrixItem(SHIFT), matrixItem(back)))).toEqual([]);
    expect(orderMatters({ matrices: [] })).toBe(false);
    expect(itemMatrix({ matrices: [] })).toEqual([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);
  });
});

describe('what a matrix does is told', () => {
  test('a mirror image', () => {
    const object = read('registration', withMatrices(matrixItem(MIRROR)));
    expect(object.findings).toMatchObject([{ code: 'registration-mirrors', severity: 'error', answerable: true }]);
  });

  test('a RIGID matrix that scales; as AFFINE it may, a little', () => {
    expect(codesOf(withMatrices(matrixItem(SCALE)))).toEqual([
      'registration-not-rigid',
      'registration-scales',
      'registration-distorts',
    ]);
    expect(codesOf(withMatrices(matrixItem(SCALE, 'AFFINE')))).toEqual(['registration-scales', 'registration-distorts']);
    expect(codesOf(withMatrices(matrixItem(scaled(1.05), 'AFFINE')))).toEqual([]);
    expect(codesOf(withMatrices(matrixItem(scaled(0.9), 'AFFINE')))).toEqual(['registration-scales']);
  });

  test('of a chain as a whole', () => {
    expect(codesOf(withMatrices(matrixItem(scaled(10), 'AFFINE'), matrixItem(scaled(0.1), 'AFFINE')))).toEqual([]);
    expect(codesOf(withMatrices(matrixItem(MIRROR), matrixItem(MIRROR)))).toEqual(['registration-matrix-chain']);
  });

  test('six decimals are rigid enough', () => {
    const turned = [0.984808, 0.173648, 0, 0, -0.173648, 0.984808, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
    expect(codesOf(withMatrices(matrixItem(turned)))).toEqual([]);
  });
});

describe('is refused', () => {
  const MATRIX = '(3006,00C6) FrameOfReferenceTransformationMatrix';
  test.each<[string, Fields, string, string]>([
    ['a scaling of a thousand', withMatrices(matrixItem(scaled(10), 'AFFINE')), MATRIX, 'volumes 1000 times as large'],
    ['a scaling to a thousandth', withMatrices(matrixItem(scaled(0.1), 'AFFINE')), MATRIX, 'volumes 0.001 times as large'],
    [
      'a move of more than 20 m',
      withMatrices(matrixItem([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 4294967296, 0, 0, 0, 1])),
      MATRIX,
      'found a matrix that moves points by more than 20 m; needed',
    ],
    [
      'a move of more than 20 m in two steps',
      withMatrices(
        matrixItem([1, 0, 0, -15_000, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]),
        matrixItem([1, 0, 0, -15_000, 0, 1, 0, 0, 0, 0, 1, 1, 0, 0, 0, 1]),
      ),
      MATRIX,
      'found a matrix that moves points by more than 20 m; needed',
    ],
    ['fifteen numbers', withMatrices(matrixItem(SHIFT.slice(1))), MATRIX, 'found 15 numbers; needed 16'],
    ['no numbers', withMatrices(matrixItem('')), MATRIX, 'found nothing'],
    ['NaN', withMatrices(matrixItem(['NaN', ...SHIFT.slice(1)].join('\\'))), MATRIX, 'found "NaN" as value 1'],
    ['column-major order', withMatrices(matrixItem([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 5, 6, 7, 1])), MATRIX, 'found 5 6 7 1'],
    ['no inverse', withMatrices(matrixItem([0, 0, 0, 0, ...SHIFT.slice(4)])), MATRIX, 'cannot be inverted'],
    ['no matrix', withMatrices(), '(0070,030A) MatrixSequence', 'found nothing'],
    ['no items', registration({ RegistrationSequence: [] }), '(0070,0308) RegistrationSequence', 'found nothing'],
    ['no registered frame', registration({ FrameOfReferenceUID: undefined }), '(0020,0052) FrameOfReferenceUID', 'registered to'],
    [
      'no source frame',
      registration({ RegistrationSequence: [registrationItem(undefined, [matrixItem(SHIFT)])] }),
      '(0020,0052) FrameOfReferenceUID of an item of RegistrationSequence',
      'found nothing',
    ],
  ])('%s', (_, fields, where, text) => {
    const error = refusal(fields);
    expect(error).toMatchObject({ file: 'course/object.dcm', where });
    expect(error.message).toContain(text);
  });
});

test('an empty item beside whole ones is told and passed over', () => {
  const whole = registrationItem(OTHER_FRAME, [matrixItem(QUARTER_TURN)]);
  const { items, findings } = read('registration', registration({ RegistrationSequence: [{}, whole] }));
  expect(items.map(({ sourceFrameOfReferenceUid }) => sourceFrameOfReferenceUid)).toEqual([OTHER_FRAME]);
  expect(findings).toMatchObject([{ code: 'value-passed-over', severity: 'warning' }]);
  expect(refusal(registration({ RegistrationSequence: [{}] })).message).toContain('needed at least one registered frame');
});

test.each([
  ['by 0.06', 0.06, 'error', true],
  ['by 0.04', 0.04, 'warning', undefined],
])('a RIGID matrix that shears %s', (_, shear, severity, answerable) => {
  const matrix = [1, shear, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
  const [finding] = read('registration', withMatrices(matrixItem(matrix))).findings;
  expect([finding.code, finding.severity, finding.answerable]).toEqual(['registration-not-rigid', severity, answerable]);
});
