import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assessment/assess';
import { type Cylinder, loaded, twoCourses } from '../../case/written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -29, toMm: 29 };
const PTV: Cylinder = { name: 'PTV', x: 0, y: -15, radiusMm: 12, fromMm: -20, toMm: 20 };

async function found(plannedGy: (x: number, y: number, z: number) => number) {
  const { caseFile, files } = twoCourses([CORD, PTV], () => 10, plannedGy);
  const courses = caseFile.courses.map((course) =>
    course.role === 'planned' ? { ...course, targets: [{ roi: 'PTV', doseGy: 50 }] } : course,
  );
  const { findings } = assess(await loaded({ ...caseFile, courses, robustness: false }, files));
  return findings.flatMap(({ code, severity, facts }) =>
    /^(target-part-without-dose|dose-contradicts-prescription)$/.test(code) ? [{ code, severity, facts }] : [],
  );
}
const ASKED = [{ code: 'target-part-without-dose', severity: 'error', facts: { target: 'PTV', prescribedGy: 50 } }];

describe('a target of which a fifth has less than half of its prescription', () => {
  it.each([
    ['cut off on one side', (x: number) => (x < 4 ? 50 : 0.5)],
    ['cut off along the slices', (_x: number, _y: number, z: number) => (z < 10 ? 50 : 0.5)],
    ['moved off', (_x: number, y: number) => (y > -18 ? 50 : 20)],
  ])('asks: %s', async (_, plannedGy) => {
    expect(await found(plannedGy)).toMatchObject(ASKED);
  });

  it.each([
    ['all of it has its dose', () => 50],
    ['a tenth of it has none', (x: number) => (x < 9 ? 50 : 0.5)],
    ['a third of it has three fifths', (x: number) => (x < 4 ? 50 : 30)],
  ])('does not where %s', async (_, plannedGy) => {
    expect(await found(plannedGy)).toEqual([]);
  });

  it('is asked about once where half of it tells already', async () => {
    expect(await found((x) => (x < -2 ? 50 : 0.5))).toMatchObject([{ code: 'dose-contradicts-prescription' }]);
  });
});
