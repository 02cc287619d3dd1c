import { expect, it } from 'vitest';
import { assess } from '../../../src/assessment/assess';
import { type Cylinder, doseFile, loaded, twoCourses } from '../../case/written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -29, toMm: 29 };
const GOAL = { organ: 'SpinalCord', goal: 'Dmax <= 50 Gy', source: 'test', mandatory: true };

/** The prior grid ends at z = 0; beyond it the case says 0 Gy, or nothing. */
async function cut(priorGy: (x: number, y: number, z: number) => number, more: object = { outsideDoseGrid: 'zero' }) {
  const { caseFile, files } = twoCourses(
    [CORD],
    () => 0,
    (_x, _y, z) => (z > 5 ? 30 : 10),
  );
  const half = { origin: [-60, -60, -60] as const, spacingMm: 3, size: [41, 41, 21] as const, planUid: '1.2.3.61' };
  const prior = doseFile(priorGy, half, { SOPInstanceUID: '1.2.3.31' });
  const all = { ...caseFile, robustness: false, constraints: [GOAL], ...more };
  const { organs, findings } = assess(await loaded(all, { ...files, 'prior/RD.dcm': prior }));
  const asked = findings.filter(({ code }) => code === 'zero-outside-contradicted');
  return { verdict: organs[0].goals[0].code ?? organs[0].goals[0].verdict, asked };
}

it('a dose that is high where its grid ends is not 0 Gy beyond it by a word', async () => {
  const { asked, verdict } = await cut(() => 30);
  expect(asked).toMatchObject([{ severity: 'error', answerable: true, roi: 'SpinalCord', file: 'prior/RD.dcm' }]);
  expect((asked[0].facts as { borderGy: number }).borderGy).toBeCloseTo(30, 2);
  expect(verdict).toBe('question-open');
});

it('one that falls off before the border, or is high there beside other organs alone, is', async () => {
  expect((await cut((_x, _y, z) => (z < -9 ? 40 : 1))).asked).toEqual([]);
  expect((await cut((x) => (x > 30 ? 60 : 2))).asked).toEqual([]);
});

it('nothing is asked where the dose outside is left unknown', async () => {
  expect((await cut(() => 30, {})).asked).toEqual([]);
});
