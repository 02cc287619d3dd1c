import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assessment/assess';
import { type Cylinder, loaded, twoCourses } from '../../case/written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 30, radiusMm: 5, fromMm: -29, toMm: 29 };
const PTV: Cylinder = { name: 'PTV', x: 0, y: -5, radiusMm: 18, fromMm: -20, toMm: 20 };
type Dose = (x: number, y: number, z: number) => number;

/** 50 Gy in a cylinder about (x, y), falling by 2 Gy a mm outside of it. */
const about = (x: number, y: number, z = 0, radiusMm = 21, gy = 50): Dose => {
  return (px, py, pz) => gy - 2 * Math.max(0, Math.hypot(px - x, py - y) - radiusMm, Math.abs(pz - z) - 24);
};

/** The findings whose codes begin so. */
async function found(start: string, plannedGy: Dose, bodies = [CORD, PTV], targets = [{ roi: 'PTV', doseGy: 50 }]) {
  const { caseFile, files } = twoCourses(bodies, () => 1, plannedGy);
  const courses = caseFile.courses.map((course) => (course.role === 'planned' ? { ...course, targets } : course));
  const { findings } = assess(await loaded({ ...caseFile, courses, robustness: false }, files));
  return findings.filter(({ code }) => code.startsWith(start));
}

describe('where the isodose lies about the targets of its course', () => {
  it.each<[string, Dose]>([
    ['about them', about(0, -5)],
    ['a little beside them', about(3, -8)],
    ['larger than they are', about(0, -5, 0, 26)],
    ['along a whole direction, as between two opposed fields', (x) => 50 - 2 * Math.max(0, Math.abs(x) - 21)],
    ['falling slowly', (_x, y) => 50 - Math.abs(y + 20) / 4],
  ])('says nothing of one that lies %s', async (_, dose) => {
    expect(await found('isodose', dose)).toEqual([]);
  });

  it.each<[string, Dose, number[]]>([
    ['to the left', about(7, -5), [7, 0, 0]],
    ['to the front', about(0, -12), [0, -7, 0]],
    ['and towards the head', about(4, -5, 6), [4, 0, 6]],
  ])('tells of one that lies %s by more than 5 mm', async (_, dose, [xMm, yMm, zMm]) => {
    const told = await found('isodose', dose);
    // Voxels of 3 mm, edges of which a fall of 2 Gy a mm makes a smooth border.
    const near = (mm: number) => expect.closeTo(mm, 0);
    const facts = { course: 'second', targets: ['PTV'], xMm: near(xMm), yMm: near(yMm), zMm: near(zMm) };
    expect(told).toMatchObject([{ code: 'isodose-off-target', severity: 'warning', facts }]);
  });

  it.each<[string, Dose]>([
    ['moved', about(0, -17)],
    ['moved along the slices', about(0, -5, 13)],
    ['mirrored front to back', (x, y, z) => about(0, -5)(x, 8 - y, z)],
  ])('asks of one that lies more than 10 mm off: %s', async (_, dose) => {
    const told = await found('isodose', dose);
    expect(told).toMatchObject([{ code: 'isodose-off-target', severity: 'error', answerable: true }]);
  });

  it('goes by the lowest of several prescriptions, and by all targets together', async () => {
    const high: Cylinder = { ...PTV, name: 'PTV_60', y: -13, radiusMm: 9 };
    const apart: Cylinder = { ...PTV, name: 'PTV_N', x: 38, radiusMm: 12 };
    const dose: Dose = (x, y, z) =>
      Math.max(about(0, -5)(x, y, z), about(0, -13, 0, 11, 60)(x, y, z), about(38, -5, 0, 14)(x, y, z));
    const targets = [
      { roi: 'PTV', doseGy: 50 },
      { roi: 'PTV_60', doseGy: 60 },
      { roi: 'PTV_N', doseGy: 50 },
    ];
    expect(await found('isodose', dose, [CORD, PTV, high, apart], targets)).toEqual([]);
    const moved: Dose = (x, y, z) => dose(x, y + 12, z);
    expect(await found('isodose', moved, [CORD, PTV, high, apart], targets)).toMatchObject([
      { code: 'isodose-off-target', severity: 'error', answerable: true, facts: { targets: ['PTV', 'PTV_60', 'PTV_N'] } },
    ]);
  });

  it('goes by what is prescribed to, and not by another target of the structure set', async () => {
    const old: Cylinder = { ...PTV, name: 'PTV_old', x: 22 };
    expect(await found('isodose', about(0, -5), [CORD, PTV, old])).toEqual([]);
  });

  it('says nothing of one that the grid cuts off', async () => {
    const border: Cylinder = { ...PTV, fromMm: 30, toMm: 58 };
    const dose: Dose = (x, y) => 50 - 2 * Math.max(0, Math.hypot(x, y + 5) - 21);
    expect(await found('isodose', dose, [CORD, border])).toEqual([]);
  });
});

describe('a tenth of a target that has less than 0.9 of its prescription', () => {
  it('is told', async () => {
    const told = await found('target-part', (x, y, z) => about(0, -5)(x, y, z) - (x > 11 ? 7 : 0));
    // The median is not touched; where x > 11 mm there is a seventh of the circle and 43 of 50 Gy.
    const facts = { course: 'second', target: 'PTV', prescribedGy: 50, doseGy: expect.closeTo(43, 0) };
    expect(told).toMatchObject([{ code: 'target-part-below-prescription', severity: 'warning', facts }]);
  });

  it('is told of a dose that is lower by a constant', async () => {
    const told = await found('target-part', about(0, -5, 0, 21, 45.5), [CORD, { ...PTV, radiusMm: 22 }]);
    expect(told.map(({ code }) => code)).toEqual(['target-part-below-prescription']);
  });

  it('is not where the rest is above', async () => {
    expect(await found('target-part', (x, y, z) => about(0, -5)(x, y, z) - (x > 11 ? 4 : 0))).toEqual([]);
  });
});
