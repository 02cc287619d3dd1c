import { describe, expect, test } from 'vitest';
import type { CtImage } from '../../src/dicom/ct-image';
import { itemMatrix } from '../../src/dicom/item-matrix';
import { readDicom } from '../../src/dicom/read-dicom';
import { makeDoseGrid } from '../../src/geometry/dose-grid';
import { applyMatrix, invert } from '../../src/geometry/transform';
import type { Vec3 } from '../../src/geometry/vec3';
import { inputErrorOf } from './objects';
import { isThere, namesIn, peerFile, readPeer } from './peer-files';

type Course = 'fixed' | 'moving';
const folderOf = (course: Course) => `two-frames/${course}`;
const nameOf = (folder: string, prefix: string) => namesIn(folder).find((name) => name.startsWith(prefix))!;
const doseOf = (course: Course) => readPeer('dose', folderOf(course), nameOf(folderOf(course), 'dose_'));
const structuresOf = (course: Course) => readPeer('structures', folderOf(course), nameOf(folderOf(course), 'rtss_'));
const slicesOf = (course: Course): CtImage[] =>
  namesIn(folderOf(course))
    .filter((name) => name.startsWith('image'))
    .map((name) => readPeer('ct', folderOf(course), name));
const rigid = () => readPeer('registration', 'two-frames/reg_rigid', nameOf('two-frames/reg_rigid', 'sro_'));

/** Mean of points, each with a weight. */
class Centre {
  private readonly sums = [0, 0, 0, 0];
  add(weight: number, x: number, y: number, z: number): void {
    [weight, weight * x, weight * y, weight * z].forEach((value, n) => {
      this.sums[n] += value;
    });
  }
  get point(): Vec3 {
    const [weight, x, y, z] = this.sums;
    return [x / weight, y / weight, z / weight];
  }
}

function sphereCentre(course: Course): Vec3 {
  const centre = new Centre();
  for (const { pointsMm: p } of structuresOf(course).rois[0].contours) {
    const last = p.length - 3;
    for (let n = 0, before = last; n <= last; before = n, n += 3) {
      const cross = p[before] * p[n + 1] - p[n] * p[before + 1];
      centre.add(cross, (p[before] + p[n]) / 3, (p[before + 1] + p[n + 1]) / 3, p[n + 2]);
    }
  }
  return centre.point;
}

function doseCentre(course: Course): Vec3 {
  const grid = makeDoseGrid(doseOf(course));
  const centre = new Centre();
  grid.doseGy.forEach((dose, n) => {
    const column = n % grid.columns;
    const row = Math.floor(n / grid.columns) % grid.rows;
    const frame = Math.floor(n / (grid.columns * grid.rows));
    const [x, y, z] = grid.originMm;
    centre.add(dose, x + column * grid.columnSpacingMm, y + row * grid.rowSpacingMm, z + grid.frameOffsetsMm[frame]);
  });
  return centre.point;
}

function ctCentre(course: Course): Vec3 {
  const centre = new Centre();
  for (const slice of slicesOf(course)) {
    const [x, y, z] = slice.imagePositionMm;
    slice.storedValues().forEach((value, n) => {
      const density = value * slice.rescaleSlope + slice.rescaleIntercept + 1000;
      const column = n % slice.columns;
      centre.add(density, x + column * slice.columnSpacingMm, y + Math.floor(n / slice.columns) * slice.rowSpacingMm, z);
    });
  }
  return centre.point;
}

const distance = (a: Vec3, b: Vec3) => Math.hypot(...a.map((value, n) => value - b[n]));

describe.skipIf(!isThere('two-frames'))('two-frames/', () => {
  test('has the files that are looked at here', () => {
    for (const course of ['fixed', 'moving'] as const) {
      const kinds = namesIn(folderOf(course)).map((name) => name.replace(/(\d{4})?_.*$/, ''));
      expect(kinds).toEqual(['dose', ...Array(28).fill('image'), 'rtss']);
    }
    expect(namesIn('two-frames/reg_rigid')).toHaveLength(2);
    expect(namesIn('two-frames/reg_deform')).toHaveLength(1);
    const text = inputErrorOf(() => readDicom(peerFile('two-frames/reg_rigid', 'rigid.txt')));
    expect(text.message).toBe('two-frames/reg_rigid/rigid.txt: found text; needed a DICOM file');
  });

  test.each([
    ['fixed', [10, -5, 0]],
    ['moving', [30, -15, 8]],
  ] as const)('%s: CT, contours and dose have their centre at one place, in one frame', (course, expected) => {
    const dose = doseOf(course);
    const frames = new Set([dose.frameOfReferenceUid, ...slicesOf(course).map((slice) => slice.frameOfReferenceUid)]);
    expect([...frames]).toEqual([structuresOf(course).rois[0].frameOfReferenceUid]);
    expect(dose.referencedStructureSetUid).toBe(structuresOf(course).sopInstanceUid);
    expect(distance(sphereCentre(course), [...expected])).toBeLessThan(0.001);
    expect(distance(ctCentre(course), [...expected])).toBeLessThan(0.05);
    expect(distance(doseCentre(course), [...expected])).toBeLessThan(0.2);
  });

  test('the rigid registration takes the moving frame to the fixed one: the inverse of what rigid.txt asks for', () => {
    const object = rigid();
    const [fixed, moving] = [doseOf('fixed').frameOfReferenceUid, doseOf('moving').frameOfReferenceUid];
    expect(object.frameOfReferenceUid).toBe(fixed);
    expect(object.items.map((item) => item.sourceFrameOfReferenceUid)).toEqual([fixed, moving]);
    expect(object.items.flatMap(({ matrices }) => matrices.map(({ type }) => type))).toEqual(['RIGID', 'RIGID']);
    expect(itemMatrix(object.items[0])).toEqual([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);
    expect(object.findings).toEqual([]);
    // rigid.txt: a turn about z by twice the arc sine of its versor, then a shift by (20, -10, 8), from fixed to moving.
    const angle = 2 * Math.asin(0.087155742748);
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const asked = ([x, y, z]: Vec3): Vec3 => [cos * x - sin * y + 20, sin * x + cos * y - 10, z + 8];
    const toFixed = itemMatrix(object.items[1]);
    for (const point of [
      [0, 0, 0],
      [10, -5, 0],
      [100, -80, 40],
      [-60, 90, -54],
    ] as Vec3[]) {
      expect(distance(applyMatrix(toFixed, asked(point)), point)).toBeLessThan(1e-4);
    }
  });

  test("it brings the moving sphere to the fixed sphere within the turn's 2 mm; the other way round would be 40 mm off", () => {
    const toFixed = itemMatrix(rigid().items[1]);
    const [fixed, moving] = [sphereCentre('fixed'), sphereCentre('moving')];
    expect(distance(applyMatrix(toFixed, moving), fixed)).toBeCloseTo(1.949, 2);
    expect(distance(applyMatrix(invert(toFixed), moving), fixed)).toBeGreaterThan(40);
  });

  test('the deformable registration is recognised by its frames', () => {
    const object = readPeer('deformable-registration', 'two-frames/reg_deform', namesIn('two-frames/reg_deform')[0]);
    expect(object.frameOfReferenceUid).toBe(doseOf('fixed').frameOfReferenceUid);
    expect(object.items.map(({ sourceFrameOfReferenceUid }) => sourceFrameOfReferenceUid)).toEqual([
      doseOf('moving').frameOfReferenceUid,
    ]);
  });
});
