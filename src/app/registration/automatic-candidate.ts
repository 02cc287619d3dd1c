import type { DisplacementField } from '../../geometry/displacement-field';
import { affineMap, matrixOfMap, type PointMap } from '../../geometry/point-map';
import type { Matrix4 } from '../../geometry/transform';
import type { RegistrationResult } from '../../registration/automatic/register-volumes';
import type { Candidate } from '../state/candidate';

/** What the computer found, as something that is tried. The planned CT was its fixed one, so that it maps from there. */
export function automaticCandidate({ kind, fixedToMoving, displacement }: RegistrationResult, note: string): Candidate {
  const { matrix } = fixedToMoving;
  if (kind === 'rigid' || !displacement) return { map: affineMap(matrix), method: 'automatic rigid', note };
  const { size, spacingMm, originMm, axes, displacementMm } = displacement;
  const [alongRow, alongColumn, normal] = axes;
  const [i, j, k] = size;
  const field: DisplacementField = { originMm, alongRow, alongColumn, normal, spacingMm, size: [i, j, k], displacementMm };
  return { map: [{ matrix, field }], method: 'automatic deformable', note };
}

/** The matrix to start from: what is shown, unless it is deformed. */
export const startOf = (shown: PointMap | undefined): Matrix4 | undefined => shown && matrixOfMap(shown);
