import { makeFinding } from '../findings/finding';
import type { DataSet } from './data-set';
import type { DicomHeader } from './dicom-header';
import { itemMatrix, orderMatters, repeats } from './item-matrix';
import { matrixFindings, sizeRefusal, volumeFactor } from './matrix-findings';
import { given } from './read-header';
import type { RegistrationItem, RegistrationMatrix, SpatialRegistration } from './spatial-registration';
import { TAG, tagLabel } from './tag';

const TYPES = ['RIGID', 'RIGID_SCALE', 'AFFINE'] as const;
/** How far a RIGID matrix may be from orthonormal: exporters write six decimals. */
const RIGID_TOLERANCE = 1e-3;
/** From here it shears or scales so much that it cannot be what its name says: 5 % of a length. */
const NOT_RIGID_AT_ALL = 0.05;

function isOrthonormal(m: ArrayLike<number>, tolerance: number): boolean {
  const dot = (a: number, b: number) => m[4 * a] * m[4 * b] + m[4 * a + 1] * m[4 * b + 1] + m[4 * a + 2] * m[4 * b + 2];
  return [0, 1, 2].every((a) => [0, 1, 2].every((b) => Math.abs(dot(a, b) - (a === b ? 1 : 0)) < tolerance));
}

/**
 * One matrix with its type.
 * @throws InputError where it is not 16 numbers, cannot be inverted or has another last row than 0 0 0 1.
 */
export function readMatrix(item: DataSet): RegistrationMatrix {
  const keyword = 'FrameOfReferenceTransformationMatrix';
  const values = item.decimals(keyword);
  if (values?.length !== 16)
    throw item.refuse(keyword, values ? `${values.length} numbers` : 'nothing', '16 numbers, row by row');
  const lastRow = values.subarray(12);
  if ([0, 0, 0, 1].some((needed, n) => Math.abs(lastRow[n] - needed) > 1e-9)) {
    throw item.refuse(keyword, `${lastRow.join(' ')} as the last row`, '0 0 0 1');
  }
  const det = volumeFactor(values);
  if (!(Math.abs(det) > 1e-9))
    throw item.refuse(keyword, 'a matrix that cannot be inverted', 'a matrix that maps space onto space');
  const stated = item.code('FrameOfReferenceTransformationMatrixType');
  const type = TYPES.find((known) => known === stated) ?? 'AFFINE';
  const { findings, file } = item;
  if (stated === 'RIGID' && !isOrthonormal(values, RIGID_TOLERANCE)) {
    const facts = { determinant: det };
    findings.push(
      isOrthonormal(values, NOT_RIGID_AT_ALL)
        ? makeFinding('registration-not-rigid', 'warning', facts, { file })
        : makeFinding('registration-not-rigid', 'error', facts, { file, answerable: true }),
    );
  }
  return { type, matrix: [...values.subarray(0, 12), 0, 0, 0, 1] };
}

function readItem(item: DataSet): RegistrationItem {
  const matrices = item
    .items('MatrixRegistrationSequence')
    .flatMap((registration) => registration.items('MatrixSequence'))
    .map(readMatrix);
  if (matrices.length === 0) throw item.refuse('MatrixSequence', 'nothing', 'a matrix for each registered frame');
  const whole = itemMatrix({ matrices });
  const oddSize = sizeRefusal(whole);
  if (oddSize) throw item.refuse('FrameOfReferenceTransformationMatrix', ...oddSize);
  item.findings.push(...matrixFindings(whole, { file: item.file }));
  const sourceFrameOfReferenceUid = item.ascii('FrameOfReferenceUID');
  const referencedImageUids = item.items('ReferencedImageSequence').map((image) => image.ascii('ReferencedSOPInstanceUID'));
  if (!sourceFrameOfReferenceUid && referencedImageUids.length === 0) {
    throw item.refuse(
      'FrameOfReferenceUID',
      'nothing',
      'the frame of reference that the matrix is for',
      'an item of RegistrationSequence',
    );
  }
  return { sourceFrameOfReferenceUid, referencedImageUids, matrices };
}

/** An item that registers nothing. */
const isEmpty = (item: DataSet): boolean =>
  item.ascii('FrameOfReferenceUID') === '' &&
  item.items('ReferencedImageSequence').length === 0 &&
  item.items('MatrixRegistrationSequence').length === 0;

/**
 * Reads a Spatial Registration (PS3.3 A.39.1, C.20.2).
 * @throws InputError on a missing registered frame, on an item without a matrix, and on a matrix that is not 16 numbers,
 *   cannot be inverted or has another last row than 0 0 0 1.
 */
export function readSpatialRegistration(data: DataSet, header: DicomHeader): SpatialRegistration {
  const { frameOfReferenceUid } = header;
  if (!frameOfReferenceUid) throw data.refuse('FrameOfReferenceUID', 'nothing', 'the frame of reference that is registered to');
  const items = data.items('RegistrationSequence').flatMap((item) => {
    if (!isEmpty(item)) return [readItem(item)];
    const said = { where: tagLabel(TAG.RegistrationSequence), found: 'an item without frame, images and matrix' };
    const facts = { ...said, isEmptyItem: true } as const;
    data.findings.push(makeFinding('value-passed-over', 'warning', facts, { file: data.file }));
    return [];
  });
  if (items.length === 0) throw data.refuse('RegistrationSequence', 'nothing', 'at least one registered frame');
  for (const item of items) {
    if (!orderMatters(item) && !repeats(item)) continue;
    const facts = { frame: item.sourceFrameOfReferenceUid, matrices: item.matrices.length };
    data.findings.push(makeFinding('registration-matrix-chain', 'warning', facts, { file: data.file }));
  }
  return { ...header, kind: 'registration', frameOfReferenceUid, ...given('label', data.code('ContentLabel')), items };
}
