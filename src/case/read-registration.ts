import { sizeFindings, sizeRefusal, volumeFactor } from '../dicom/matrix-findings';
import { affineMap, type PointMap } from '../geometry/point-map';
import { InputError } from '../input-error';
import type { SourcedTransform } from '../registration/frame-path';
import type { CaseRegistration } from './case-file';
import type { CaseReader } from './case-reader';
import type { Steps } from './steps';

/**
 * The transforms of one entry of `registrations`: a file, or a map written out. A file that has changed since it was
 * accepted is not accepted.
 * @throws InputError where the file is no registration, or the matrix or the deformation cannot be used.
 */
export async function readRegistration(
  entry: CaseRegistration,
  where: string,
  casePath: string,
  reader: CaseReader,
): Promise<readonly SourcedTransform[]> {
  if (typeof entry === 'string') return reader.registration(entry, where, undefined);
  if ('file' in entry) return reader.registration(entry.file, where, entry.accepted);
  if (entry.from === entry.to) throw ontoItself(entry.from, casePath, where);
  const map = mapOf(entry, casePath, where, reader.steps);
  // A mirror image asks of each course that it carries, once that is known (turn-findings.ts).
  reader.findings.push(...sizeFindings(entry.matrix, { file: casePath }));
  return [
    {
      fromFrameUid: entry.from,
      toFrameUid: entry.to,
      map,
      source: entry.note ?? `the ${entry.deformation ? 'deformation' : 'matrix'} ${where} of the case file`,
      method: entry.method ?? 'written',
      accepted: entry.accepted,
    },
  ];
}

const ontoItself = (frame: string, file: string, where: string) =>
  new InputError({
    file,
    where,
    found: `a map of frame of reference ${frame} onto itself`,
    needed: 'two frames; points of one frame are never moved, so each scan needs a frame of its own',
  });

function mapOf(
  { matrix, deformation }: Exclude<CaseRegistration, string | { file: string }>,
  file: string,
  where: string,
  steps: Steps,
): PointMap {
  const last = matrix.slice(12);
  if (last[0] !== 0 || last[1] !== 0 || last[2] !== 0 || last[3] !== 1) {
    throw new InputError({
      file,
      where: `${where}.matrix`,
      found: `a last row of ${last.join(' ')}`,
      needed: '0 0 0 1 (row-major, maps from-points to to-points)',
    });
  }
  const determinant = volumeFactor(matrix);
  if (!(Math.abs(determinant) > 1e-9)) {
    throw new InputError({
      file,
      where: `${where}.matrix`,
      found: `a matrix that cannot be inverted (determinant ${determinant})`,
      needed: 'a matrix that maps space onto space',
    });
  }
  const oddSize = sizeRefusal(matrix);
  if (oddSize) throw new InputError({ file, where: `${where}.matrix`, found: oddSize[0], needed: oddSize[1] });
  if (!deformation) return affineMap(matrix);
  return [{ matrix, field: steps.readDeformation(deformation, file, `${where}.deformation`) }];
}
