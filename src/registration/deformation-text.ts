import { zlibSync } from 'fflate';
import { MOST_UNPACKED_BYTES, megabytes } from '../dicom/claimed-sizes';
import { inflateWithin, UnpacksTooFar } from '../dicom/inflate-within';
import type { DisplacementField } from '../geometry/displacement-field';
import { cross, dot, length, type Vec3 } from '../geometry/vec3';
import { InputError } from '../input-error';

/** A displacement field as a case file holds it: the grid in numbers, the vectors packed. */
export interface DeformationText {
  readonly originMm: Vec3;
  readonly alongRow: Vec3;
  readonly alongColumn: Vec3;
  readonly spacingMm: Vec3;
  readonly size: readonly [number, number, number];
  /** x, y, z of each node, rows first, mm: 32-bit floats, little endian, zlib, base64. */
  readonly displacementMm: string;
}

const UNIT_TOLERANCE = 1e-3;

export function writeDeformation(field: DisplacementField): DeformationText {
  const { originMm, alongRow, alongColumn, spacingMm, size, displacementMm } = field;
  const bytes = new Uint8Array(4 * displacementMm.length);
  const view = new DataView(bytes.buffer);
  for (let n = 0; n < displacementMm.length; n++) view.setFloat32(4 * n, displacementMm[n], true);
  return { originMm, alongRow, alongColumn, spacingMm, size, displacementMm: toBase64(zlibSync(bytes)) };
}

/**
 * A vector of NaN is a node without a displacement.
 * @throws InputError where the grid is none, or the vectors are damaged, infinite, none or not as many as the grid has nodes.
 */
export function readDeformation(text: DeformationText, file: string, where: string): DisplacementField {
  const { originMm, alongRow, alongColumn, spacingMm, size } = text;
  const isFrame =
    Math.abs(length(alongRow) - 1) < UNIT_TOLERANCE &&
    Math.abs(length(alongColumn) - 1) < UNIT_TOLERANCE &&
    Math.abs(dot(alongRow, alongColumn)) < UNIT_TOLERANCE;
  if (!isFrame)
    throw new InputError({
      file,
      where,
      found: `directions ${alongRow} and ${alongColumn}`,
      needed: 'two perpendicular unit vectors',
    });
  const count = 3 * size[0] * size[1] * size[2];
  if (4 * count > MOST_UNPACKED_BYTES) {
    throw new InputError({
      file,
      where: `${where}.size`,
      found: `${size.join(' × ')} nodes, vectors of ${megabytes(4 * count)}`,
      needed: `vectors of at most ${megabytes(MOST_UNPACKED_BYTES)}`,
    });
  }
  const bytes = unpacked(text.displacementMm, 4 * count);
  if (typeof bytes === 'string' || bytes.length !== 4 * count) {
    throw new InputError({
      file,
      where: `${where}.displacementMm`,
      found: typeof bytes === 'string' ? bytes : `${bytes.length} bytes`,
      needed: `${4 * count} bytes: three numbers for each of ${size.join(' × ')} nodes`,
    });
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const displacementMm = new Float32Array(count);
  for (let n = 0; n < count; n++) displacementMm[n] = view.getFloat32(4 * n, true);
  refuseVectors(displacementMm, file, `${where}.displacementMm`);
  return { originMm, alongRow, alongColumn, normal: cross(alongRow, alongColumn), spacingMm, size, displacementMm };
}

/** Farther no point of a patient is moved, mm; this program's own bound. */
const FARTHEST_MM = 10_000;
const IN_MM = 'displacements in mm, or NaN where there is none';

/** @throws InputError where a displacement is no length, or no node has one: NaN is a node without. */
function refuseVectors(displacementMm: Float32Array, file: string, where: string): void {
  const refused = (found: string) => new InputError({ file, where, found, needed: IN_MM });
  let isAny = false;
  for (let n = 0; n < displacementMm.length; n += 3) {
    for (let axis = 0; axis < 3; axis++) {
      const far = Math.abs(displacementMm[n + axis]);
      if (far === Infinity) throw refused(`an infinite displacement at value ${n + axis + 1}`);
      if (far > FARTHEST_MM) throw refused(`a displacement of more than 10 m at value ${n + axis + 1}`);
    }
    isAny ||= !Number.isNaN(displacementMm[n] + displacementMm[n + 1] + displacementMm[n + 2]);
  }
  if (!isAny) throw refused('no node with a displacement');
}

/** Bytes before the deflated data of zlib, which say how it is packed (RFC 1950). */
const ZLIB_HEADER = 2;

/** What is packed, or what was found where that cannot be unpacked or is more than it may be. */
function unpacked(text: string, most: number): Uint8Array | string {
  try {
    return inflateWithin(fromBase64(text).subarray(ZLIB_HEADER), most);
  } catch (error) {
    return error instanceof UnpacksTooFar ? `more than ${most} bytes` : 'text that cannot be unpacked';
  }
}

/** Characters at a time: a call takes only so many arguments. */
const CHUNK = 0x8000;

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += CHUNK) text += String.fromCharCode(...bytes.subarray(from, from + CHUNK));
  return btoa(text);
}

const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
