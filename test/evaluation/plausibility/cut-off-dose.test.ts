import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assessment/assess';
import { type Cylinder, loaded, planFile, twoCourses } from '../../case/written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -29, toMm: 29 };
const SKIN: Cylinder = { name: 'Skin', x: -30, y: 0, radiusMm: 8, fromMm: -29, toMm: 29 };
const GOAL = { organ: 'SpinalCord', goal: 'Dmax <= 50 Gy', source: 'test', mandatory: true };

async function asked(
  priorGy: (x: number, y: number, z: number) => number,
  cylinders: Cylinder[] = [CORD],
  plan: Parameters<typeof planFile>[2] = {},
) {
  const { caseFile, files } = twoCourses(cylinders, priorGy, () => 20);
  files['prior/RP.dcm'] = planFile(28, '1.2.3.61', plan);
  const all = { ...caseFile, robustness: false, constraints: [GOAL] };
  const { organs, findings } = assess(await loaded(all, files));
  const found = findings.filter(({ code }) => code === 'dose-cut-off-in-organ' || code === 'dose-falls-steeply');
  const { code, verdict } = organs.find(({ roi }) => roi === 'SpinalCord')!.goals[0];
  return { verdict: code ?? verdict, found: found.map(({ code, roi, severity, facts }) => ({ code, roi, severity, facts })) };
}
const OF_PROTONS = {
  BeamSequence: [1, 2].map((BeamNumber) => ({ BeamNumber, TreatmentDeliveryType: 'TREATMENT', RadiationType: 'PROTON' })),
};
const OF_CORD = {
  code: 'dose-cut-off-in-organ',
  roi: 'SpinalCord',
  severity: 'error',
  facts: { besideGy: expect.closeTo(40, 3) },
};

describe('a dose that falls to as good as nothing from one voxel to the next', () => {
  it.each([
    ['within an organ, across the slices', (_x: number, y: number) => (y < 20 ? 40 : 0)],
    ['within an organ, along them', (_x: number, _y: number, z: number) => (z < 0 ? 40 : 0)],
    ['as a hole', (x: number, y: number, z: number) => (Math.hypot(x, y - 20, z) < 4 ? 0 : 40)],
    ['where all below a share was left off', (x: number) => (Math.abs(x) < 3 ? 40 : 0)],
    ['a centimetre before the organ', (_x: number, y: number) => (y < 5 ? 40 : 0)],
    ['to a hundredth of a gray', (_x: number, y: number) => (y < 20 ? 40 : 0.01)],
    ['to half a gray', (_x: number, y: number) => (y < 20 ? 40 : 0.5)],
    ['to less than nothing', (_x: number, y: number) => (y < 5 ? 40 : -0.01)],
    ['to half a gray, a centimetre before the organ', (_x: number, y: number) => (y < 5 ? 40 : 0.5)],
  ])('%s is asked about', async (_, priorGy) => {
    const { verdict, found } = await asked(priorGy);
    expect(found).toMatchObject([OF_CORD]);
    expect(verdict).toBe('question-open');
  });

  it.each([
    ['a steep fall that ends in more than a tenth', (_x: number, y: number) => (y < 20 ? 40 : 4.1)],
    ['a fall to a tenth of less than half of the maximum', (x: number, y: number) => (x < -40 ? 40 : y < 20 ? 19 : 1)],
    ['dose that goes on beyond air', (_x: number, y: number) => (y < -6 ? 40 : y < 0 ? 0 : 1)],
    ['a low dose that ends', (_x: number, y: number) => (y < 20 ? 3.9 : 0)],
    ['an end far from the organ', (_x: number, y: number) => (y < -21 ? 40 : 0)],
    ['air beside tissue that has dose', (_x: number, y: number) => (y < 36 ? 40 : 0)],
  ])('%s is not', async (_, priorGy) => {
    expect((await asked(priorGy)).found).toEqual([]);
  });

  it.each([
    ['across the slices', (_x: number, y: number) => (y < 20 ? 40 : 3.9)],
    ['a centimetre before the organ', (_x: number, y: number) => (y < 5 ? 40 : 1)],
  ])('one that falls to a tenth of half of the maximum and more is told: %s', async (_, priorGy) => {
    const { verdict, found } = await asked(priorGy);
    expect(found).toMatchObject([{ ...OF_CORD, code: 'dose-falls-steeply', severity: 'warning' }]);
    expect(verdict).not.toBe('question-open');
  });

  it.each([
    ['the end of a range', (_x: number, y: number) => (y < 20 ? (y < 0 ? 40 : 15) : 0), []],
    ['a cut through half of the maximum', (_x: number, y: number) => (y < 20 ? 40 : 0.5), [OF_CORD]],
  ])('of protons: %s', async (_, priorGy, found) => {
    expect((await asked(priorGy, [CORD], OF_PROTONS)).found).toMatchObject(found);
  });

  it('nor is one at the skin, where some systems leave the dose off', async () => {
    expect((await asked((x) => (x < -30 ? 0 : 40), [CORD, SKIN])).found).toEqual([]);
  });
});
