import { refuseNowhere } from './bodily-places';
import type { DataSet } from './data-set';
import type { DicomHeader } from './dicom-header';
import { itemMatrix } from './item-matrix';
import { matrixFindings, sizeRefusal } from './matrix-findings';
import { given } from './read-header';
import { readMatrix } from './read-registration';
import type { DeformableItem, DeformableSpatialRegistration, DeformationGrid, RegistrationMatrix } from './spatial-registration';
import type { Keyword } from './tag';

const UNIT_TOLERANCE = 1e-3;
/** Farther no point of a patient is moved, and no node lies from the next, mm; this program's own bound. */
const FARTHEST_MM = 10_000;

/** Numbers stored in binary, in the byte order of the file. */
function binary(
  item: DataSet,
  keyword: Keyword,
  width: 4 | 8,
  read: (view: DataView, at: number, little: boolean) => number,
): number[] {
  const bytes = item.bytesOf(keyword);
  if (!bytes) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: Math.floor(bytes.length / width) }, (_, n) => read(view, n * width, !item.bigEndian));
}

function readVectors(item: DataSet, count: number): Float32Array {
  const bytes = item.bytesOf('VectorGridData');
  if (bytes?.length !== 4 * count) {
    throw item.refuse(
      'VectorGridData',
      bytes ? `${bytes.length} bytes` : 'nothing',
      `${4 * count} bytes: three numbers for each node of the grid`,
    );
  }
  const out = new Float32Array(count);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let n = 0; n < count; n++) {
    const value = view.getFloat32(4 * n, !item.bigEndian);
    if (Math.abs(value) > FARTHEST_MM) {
      const found = Number.isFinite(value) ? 'a displacement of more than 10 m' : 'an infinite displacement';
      throw item.refuse('VectorGridData', `${found} at value ${n + 1}`, 'displacements in mm, or NaN where there is none');
    }
    out[n] = value;
  }
  if (!hasVector(out)) throw item.refuse('VectorGridData', 'no node with a displacement', 'displacements in mm');
  return out;
}

/** Whether some node has all three of its numbers. */
function hasVector(displacementMm: Float32Array): boolean {
  for (let n = 0; n < displacementMm.length; n += 3) {
    if (!Number.isNaN(displacementMm[n] + displacementMm[n + 1] + displacementMm[n + 2])) return true;
  }
  return false;
}

function readGrid(item: DataSet): DeformationGrid {
  const origin = item.decimals('ImagePositionPatient');
  if (origin?.length !== 3)
    throw item.refuse('ImagePositionPatient', origin ? `${origin.length} numbers` : 'nothing', 'the place of the first node');
  refuseNowhere(item, 'ImagePositionPatient', origin);
  const o = item.decimals('ImageOrientationPatient');
  const dot = (a: number, b: number) => o![a] * o![b] + o![a + 1] * o![b + 1] + o![a + 2] * o![b + 2];
  const isFrame =
    o?.length === 6 &&
    Math.abs(dot(0, 0) - 1) < UNIT_TOLERANCE &&
    Math.abs(dot(3, 3) - 1) < UNIT_TOLERANCE &&
    Math.abs(dot(0, 3)) < UNIT_TOLERANCE;
  if (!o || !isFrame)
    throw item.refuse('ImageOrientationPatient', o ? o.join('\\') : 'nothing', 'two perpendicular unit vectors');
  const size = binary(item, 'GridDimensions', 4, (view, at, little) => view.getUint32(at, little));
  if (size.length !== 3 || size.some((n) => n < 1))
    throw item.refuse('GridDimensions', size.join('\\') || 'nothing', 'three numbers of nodes');
  const spacing = binary(item, 'GridResolution', 8, (view, at, little) => view.getFloat64(at, little));
  if (spacing.length !== 3 || spacing.some((mm) => !(mm > 0 && mm <= FARTHEST_MM)))
    throw item.refuse('GridResolution', spacing.join('\\') || 'nothing', 'three distances above 0 mm and within 10 m');
  return {
    originMm: [...origin],
    alongRow: [...o.subarray(0, 3)],
    alongColumn: [...o.subarray(3)],
    spacingMm: [spacing[0], spacing[1], spacing[2]],
    size: [size[0], size[1], size[2]],
    displacementMm: readVectors(item, 3 * size[0] * size[1] * size[2]),
  };
}

/** The one matrix before or after a deformation; undefined where there is none. */
function readOneMatrix(item: DataSet, keyword: Keyword): RegistrationMatrix | undefined {
  const items = item.items(keyword);
  if (items.length > 1) throw item.refuse(keyword, `${items.length} matrices`, 'one at the most (PS3.3 C.20.3)');
  return items[0] && readMatrix(items[0]);
}

function readItem(item: DataSet): DeformableItem {
  const sourceFrameOfReferenceUid = item.ascii('SourceFrameOfReferenceUID');
  if (!sourceFrameOfReferenceUid)
    throw item.refuse('SourceFrameOfReferenceUID', 'nothing', 'the frame of reference that the points end in');
  const grids = item.items('DeformableRegistrationGridSequence');
  if (grids.length > 1) throw item.refuse('DeformableRegistrationGridSequence', `${grids.length} grids`, 'one at the most');
  const before = readOneMatrix(item, 'PreDeformationMatrixRegistrationSequence');
  const after = readOneMatrix(item, 'PostDeformationMatrixRegistrationSequence');
  const whole = itemMatrix({ matrices: [before, after].filter((matrix) => matrix !== undefined) });
  const oddSize = sizeRefusal(whole);
  if (oddSize) throw item.refuse('FrameOfReferenceTransformationMatrix', ...oddSize);
  item.findings.push(...matrixFindings(whole, { file: item.file }));
  return {
    sourceFrameOfReferenceUid,
    ...given('before', before),
    ...given('after', after),
    ...given('grid', grids[0] && readGrid(grids[0])),
  };
}

/**
 * Reads a Deformable Spatial Registration (PS3.3 A.39.2, C.20.3).
 * @throws InputError on a missing frame, on a grid whose place, size, spacing or vectors are missing or contradict each
 *   other, and on a matrix that cannot be used.
 */
export function readDeformableRegistration(data: DataSet, header: DicomHeader): DeformableSpatialRegistration {
  const { frameOfReferenceUid } = header;
  if (!frameOfReferenceUid) throw data.refuse('FrameOfReferenceUID', 'nothing', 'the frame of reference that is registered');
  const items = data.items('DeformableRegistrationSequence').map(readItem);
  if (items.length === 0) throw data.refuse('DeformableRegistrationSequence', 'nothing', 'at least one registered frame');
  return { ...header, kind: 'deformable-registration', frameOfReferenceUid, items };
}
