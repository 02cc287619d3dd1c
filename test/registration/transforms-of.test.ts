import { describe, expect, it } from 'vitest';
import { mapPoint, matrixOfMap } from '../../src/geometry/point-map';
import { applyMatrix } from '../../src/geometry/transform';
import type { Vec3 } from '../../src/geometry/vec3';
import { InputError } from '../../src/input-error';
import { transformsOf } from '../../src/registration/transforms-of';
import { type Fields, read } from '../dicom/objects';
import {
  deformation,
  deformationGrid,
  FRAME,
  matrixItem,
  nodeMm,
  OTHER_FRAME,
  QUARTER_TURN,
  registration,
  registrationItem,
  vectorsOf,
} from '../dicom/samples';

const THIRD = '1.2.3.33';
const STILL = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
const SHIFT = [1, 0, 0, 1, 0, 1, 0, 2, 0, 0, 1, 3, 0, 0, 0, 1];
const P: Vec3 = [7, 11, 13];
const item = (frame: string, matrix: readonly number[]) => registrationItem(frame, [matrixItem(matrix)]);
const of = (...items: readonly Fields[]) =>
  transformsOf(read('registration', registration({ RegistrationSequence: [...items] })));
const point = (transform: ReturnType<typeof of>[number], p: Vec3 = P) => applyMatrix(matrixOfMap(transform.map)!, p);

/*
 * PS3.3 C.20.2: the matrix of each item takes points of the item's frame to the common space that the object registers.
 * An item of the object's own frame does so with that frame's own points. So a source point p is the own point
 * own⁻¹ · source · p.
 */
describe('transformsOf a Spatial Registration', () => {
  it('takes a source to the own points of the registered frame, wherever the own item stands', () => {
    // QUARTER_TURN takes (x, y, z) to (10 - y, 20 + x, 30 + z); its inverse (x, y, z) to (y - 20, 10 - x, z - 30).
    const exact = [P[1] + 2 - 20, 10 - (P[0] + 1), P[2] + 3 - 30];
    for (const items of [
      [item(FRAME, QUARTER_TURN), item(OTHER_FRAME, SHIFT)],
      [item(OTHER_FRAME, SHIFT), item(FRAME, QUARTER_TURN)],
      [item(OTHER_FRAME, SHIFT), item(FRAME, QUARTER_TURN), item(FRAME, QUARTER_TURN)],
    ]) {
      const [only, ...more] = of(...items);
      expect(more).toEqual([]);
      expect(only).toMatchObject({ fromFrameUid: OTHER_FRAME, toFrameUid: FRAME });
      point(only).forEach((value, n) => expect(value).toBeCloseTo(exact[n], 9));
    }
  });

  it('takes two sources so', () => {
    const [a, b] = of(item(OTHER_FRAME, STILL), item(FRAME, SHIFT), item(THIRD, SHIFT));
    point(a).forEach((value, n) => expect(value).toBeCloseTo(P[n] - [1, 2, 3][n], 9));
    // Source and own points are moved alike: nothing is left.
    point(b).forEach((value, n) => expect(value).toBeCloseTo(P[n], 9));
    expect([a.fromFrameUid, b.fromFrameUid]).toEqual([OTHER_FRAME, THIRD]);
  });

  it('leaves a source as it is where the own item moves nothing, or is not there', () => {
    for (const items of [[item(FRAME, STILL), item(OTHER_FRAME, SHIFT)], [item(OTHER_FRAME, SHIFT)]]) {
      expect(matrixOfMap(of(...items)[0].map)).toEqual(SHIFT);
    }
  });

  it('joins nothing by items of the registered frame alone', () => {
    expect(of(item(FRAME, STILL), item(FRAME, SHIFT))).toEqual([]);
  });

  it('is refused where the own points are moved in two ways and other frames hang on them', () => {
    const made = () => of(item(FRAME, STILL), item(FRAME, SHIFT), item(OTHER_FRAME, SHIFT));
    expect(made).toThrow(InputError);
    expect(made).toThrow(/2 items that move points differently within.*one matrix for the registered frame/);
  });
});

describe('transformsOf a Deformable Spatial Registration', () => {
  const vectors = vectorsOf(() => [0.5, -0.25, 4]);
  const pre = (matrix: readonly number[]) => ({ PreDeformationMatrixRegistrationSequence: [matrixItem(matrix)] });
  const grid = deformationGrid(vectors);
  const made = (...items: readonly Fields[]) =>
    transformsOf(read('deformable-registration', deformation(grid, { DeformableRegistrationSequence: [...items] })));
  const other = { SourceFrameOfReferenceUID: OTHER_FRAME, DeformableRegistrationGridSequence: [grid] };

  it('begins at the own points of the registered frame', () => {
    // The own item takes a common point x to x + (1, 2, 3): the own point p is the common point p - (1, 2, 3).
    const [only] = made({ SourceFrameOfReferenceUID: FRAME, ...pre(SHIFT) }, other);
    expect(only).toMatchObject({ fromFrameUid: FRAME, toFrameUid: OTHER_FRAME });
    const [x, y, z] = nodeMm(0.4, 0.7, 1.2);
    const found = mapPoint(only.map, [x + 1, y + 2, z + 3])!;
    [x + 0.5, y - 0.25, z + 4].forEach((exact, n) => expect(found[n]).toBeCloseTo(exact, 4));
  });

  it('is refused where the own points are deformed: a deformation has no inverse', () => {
    const own = { SourceFrameOfReferenceUID: FRAME, DeformableRegistrationGridSequence: [grid] };
    expect(() => made(own, other)).toThrow(/a deformation of the registered frame/);
    expect(made(own)).toEqual([]);
  });
});
