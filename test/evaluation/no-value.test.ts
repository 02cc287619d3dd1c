import { expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import { type Cylinder, doseFile, eqd2Gy, loaded, PRIOR, structureFile, twoCourses } from '../case/written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -29, toMm: 29 };
const HEART: Cylinder = { ...CORD, name: 'Heart', y: -20, radiusMm: 8 };
const GOALS = ['Dmean <= 40 Gy', 'V20Gy <= 100 %', 'D4cc <= 90 Gy', 'Dmax <= 90 Gy'];

/** The metrics of the cord and the heart, the planned course having 20 Gy everywhere. */
async function metricsWith(prior: object, more: Record<string, Uint8Array> = {}) {
  const { caseFile, files } = twoCourses(
    [CORD, HEART],
    () => 30,
    () => 20,
  );
  const [first, second] = caseFile.courses;
  const constraints = ['SpinalCord', 'Heart'].flatMap((organ) => GOALS.map((goal) => ({ organ, goal })));
  const given = { ...caseFile, courses: [{ ...first, ...prior }, second], constraints, robustness: false };
  const { organs } = assess(await loaded(given, { ...files, ...more }));
  const of = (name: string) => organs.find(({ roi }) => roi === name)!;
  return { cord: of('SpinalCord').metrics, heart: of('Heart').metrics, goals: of('Heart').goals };
}

it('a record has bounds for what is no maximum, and that is why there is no value', async () => {
  const phases = [{ fractions: 28, totalDoseGy: 40 }];
  const { cord, heart, goals } = await metricsWith({ phases, organDoses: { SpinalCord: { Dmax: 40 } } });
  const why = { code: 'record-has-no-value', facts: { courses: ['first'] } };
  expect([cord.Dmean, cord.V20Gy]).toMatchObject([why, why]);
  expect(cord.Dmean.cumulativeEqd2Bounds!.atMost).toBeCloseTo(eqd2Gy(40, 28, 2) + eqd2Gy(20, 28, 2), 3);
  expect(cord.Dmean.reason).toMatch(/^Of course "first" there is a record/);
  // The record says nothing of the heart: no volume of it is known, and nothing bounds what it had.
  const boundless = { code: 'no-dose-known' };
  expect([heart.Dmean, heart.Dmax, goals[3].nearMaximum]).toMatchObject([boundless, boundless, boundless]);
});

it('a course whose place is not known has no sum of volumes with another', async () => {
  const apart = { registration: 'none', structures: 'prior/RS.dcm' };
  const files = {
    'prior/RD.dcm': doseFile(() => 30, { frame: PRIOR, planUid: '1.2.3.61' }, { SOPInstanceUID: '1.2.3.31' }),
    'prior/RS.dcm': structureFile([CORD, HEART], { SOPInstanceUID: '1.2.3.41' }, PRIOR),
  };
  const { cord } = await metricsWith(apart, files);
  expect(cord.V20Gy).toMatchObject({ code: 'no-sum-of-places', facts: { courses: ['first'] } });
  expect(cord.Dmean.cumulativeEqd2Gy).toBeCloseTo(eqd2Gy(30, 28, 2) + eqd2Gy(20, 28, 2), 3);
});

it('less volume with a known dose than the metric asks for is told as that alone', async () => {
  const half = { origin: [-60, -60, -60] as const, spacingMm: 3, size: [41, 41, 21] as const, planUid: '1.2.3.61' };
  const { cord } = await metricsWith({}, { 'prior/RD.dcm': doseFile(() => 30, half, { SOPInstanceUID: '1.2.3.31' }) });
  expect(cord.D4cc).toMatchObject({ code: 'dose-known-on-less' });
});
