import type { Vec3 } from '../../geometry/vec3';

/**
 * A CT as one block of Hounsfield units, in patient coordinates of its frame of reference. Voxel (i, j, k) is at index
 * `i + columns * (j + rows * k)`; its centre is `originMm + i * columnSpacingMm * alongRow + j * rowSpacingMm *
 * alongColumn + sliceOffsetsMm[k] * normal`. Any orientation will do: head or feet first, prone, oblique.
 */
export interface RegistrationVolume {
  readonly frameOfReferenceUid: string;
  readonly columns: number;
  readonly rows: number;
  readonly slices: number;
  readonly originMm: Vec3;
  readonly alongRow: Vec3;
  readonly alongColumn: Vec3;
  readonly normal: Vec3;
  readonly columnSpacingMm: number;
  readonly rowSpacingMm: number;
  /** Ascending, from 0; not always even. */
  readonly sliceOffsetsMm: Float64Array;
  readonly hounsfield: Int16Array | Float32Array;
}
