import type { CaseRegistration } from '../../case/case-file';
import { writtenRegistration } from '../../case/registration-entry';
import { affineMap, affinePart, matrixOfMap, type PointMap } from '../../geometry/point-map';
import type { Matrix4 } from '../../geometry/transform';
import type { Method } from '../../registration/acceptance';
import { readDeformation, writeDeformation } from '../../registration/deformation-text';

/** A registration that is tried: it is not the case's until it is put there. */
export interface Candidate {
  /** From points of the anatomy to points of the course. */
  readonly map: PointMap;
  readonly method: Exclude<Method, 'dicom' | 'written'>;
  /** What the reader of the result is told of how it was made. */
  readonly note: string;
}

/** The two frames of reference that a registration joins. */
export interface FramePair {
  readonly anatomyFrameUid: string;
  readonly courseFrameUid: string | undefined;
}

/** Whether a map can be moved by hand or fitted on: a deformation cannot. */
export const isMovable = (map: PointMap | undefined): map is PointMap => map !== undefined && matrixOfMap(map) !== undefined;

/** The entry of `registrations` that a candidate becomes, accepted by nobody. */
export function entryOf({ map, method, note }: Candidate, frames: FramePair): CaseRegistration {
  const written = { from: frames.anatomyFrameUid, to: frames.courseFrameUid!, method, note };
  const [step] = map;
  if (map.length === 1 && step.field) {
    const { originMm, alongRow, alongColumn, spacingMm, size, displacementMm } = writeDeformation(step.field);
    const deformation = {
      originMm: [...originMm] as [number, number, number],
      alongRow: [...alongRow] as [number, number, number],
      alongColumn: [...alongColumn] as [number, number, number],
      spacingMm: [...spacingMm] as [number, number, number],
      size: [...size] as [number, number, number],
      displacementMm,
    };
    return { ...written, matrix: [...step.matrix], deformation };
  }
  return { ...written, matrix: [...rounded(affinePart(map))] };
}

/**
 * The candidate that an entry was made of.
 * @throws InputError where its deformation is damaged.
 */
export function candidateOf(entry: CaseRegistration): Candidate {
  const { matrix, deformation, method, note = '' } = writtenRegistration(entry)!;
  const field = deformation && readDeformation(deformation, 'draft', 'trials');
  return { map: field ? [{ matrix, field }] : affineMap(matrix), method: method as Candidate['method'], note };
}

/** To a hundred-thousandth of a millimetre a metre away: what a person reads in the case file need not be longer. */
const rounded = (matrix: Matrix4): Matrix4 => matrix.map((value, n) => Number(value.toFixed(n % 4 === 3 ? 5 : 9)));
