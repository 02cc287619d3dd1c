import type { Vec3 } from '../../geometry/vec3';
import type { CtVolume } from './scene';

/** The middle of a CT, in its own frame. */
export function middleOfVolume({ originMm: o, alongRow: r, alongColumn: c, normal: n, ...ct }: CtVolume): Vec3 {
  const i = ((ct.columns - 1) / 2) * ct.columnSpacingMm;
  const j = ((ct.rows - 1) / 2) * ct.rowSpacingMm;
  const k = ct.sliceOffsetsMm[ct.slices - 1] / 2;
  const at = (axis: 0 | 1 | 2) => o[axis] + i * r[axis] + j * c[axis] + k * n[axis];
  return [at(0), at(1), at(2)];
}

/** Above this there is patient, below it air. */
const PATIENT_HU = -300;
/** Every so manieth voxel along each axis tells the middle well enough. */
const STRIDE = 3;

/** The middle of what is not air, in the frame of the CT: where a registration by hand begins. */
export function middleOfPatient(ct: CtVolume): Vec3 {
  const { columns, rows, slices, hounsfield, sliceOffsetsMm, columnSpacingMm, rowSpacingMm } = ct;
  let [count, sumI, sumJ, sumK] = [0, 0, 0, 0];
  for (let k = 0; k < slices; k++) {
    for (let j = 0; j < rows; j += STRIDE) {
      const line = columns * (j + rows * k);
      for (let i = 0; i < columns; i += STRIDE) {
        if (hounsfield[line + i] <= PATIENT_HU) continue;
        count++;
        sumI += i;
        sumJ += j;
        sumK += sliceOffsetsMm[k];
      }
    }
  }
  if (count === 0) return middleOfVolume(ct);
  const [i, j, k] = [(sumI / count) * columnSpacingMm, (sumJ / count) * rowSpacingMm, sumK / count];
  const { originMm: o, alongRow: r, alongColumn: c, normal: n } = ct;
  const at = (axis: 0 | 1 | 2) => o[axis] + i * r[axis] + j * c[axis] + k * n[axis];
  return [at(0), at(1), at(2)];
}
