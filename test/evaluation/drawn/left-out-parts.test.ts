import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assessment/assess';
import { organInName } from '../../../src/case/organ-parts';
import { partFindings } from '../../../src/evaluation/drawn/left-out-parts';
import { prepareCase } from '../../../src/evaluation/prepared-case';
import { prepareRegion } from '../../../src/evaluation/prepared-region';
import { type Cylinder, eqd2Gy, loaded, twoCourses } from '../../case/written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: -30, y: 20, radiusMm: 5, fromMm: -29, toMm: 29 };
const PART: Cylinder = { ...CORD, name: 'SpinalCord_low', x: 30 };
/** 20 Gy on the left, `gy` on the right. */
const sides = (gy: number) => (x: number) => (x > 0 ? gy : 20);

async function told(bodies: readonly Cylinder[], gy: number, more: object = {}) {
  const { caseFile, files } = twoCourses(bodies, sides(gy), sides(gy));
  const result = assess(await loaded({ ...caseFile, robustness: false, ...more }, files));
  const found = result.findings.filter(({ code }) => code === 'organ-part-left-out');
  const verdicts = result.organs.find(({ roi }) => roi === 'SpinalCord')!.goals.map(({ verdict }) => verdict);
  return { found, verdicts };
}

describe('an ROI that is named like a required organ', () => {
  it('asks where it has more dose than the organ', async () => {
    const { found, verdicts } = await told([CORD, PART], 42);
    expect(found).toMatchObject([{ severity: 'error', answerable: true, roi: 'SpinalCord', file: 'plan/RS.dcm' }]);
    const { facts } = found[0];
    expect(facts).toMatchObject({ organ: 'SpinalCord', isHotter: true, parts: [{ roi: 'SpinalCord_low' }] });
    const { parts, maxGy } = facts as { parts: readonly { maxGy: number }[]; maxGy: number };
    expect(parts[0].maxGy).toBeCloseTo(2 * eqd2Gy(42, 28, 2), 2);
    expect(maxGy).toBeCloseTo(2 * eqd2Gy(20, 28, 2), 2);
    expect(new Set(verdicts)).toEqual(new Set(['not evaluable']));
  });

  it('asks the same of several fractions a day, by the half-time of the organ', async () => {
    const twice = { fractionsPerDay: 2, hoursBetween: 6 };
    const { caseFile } = twoCourses([CORD, PART], sides(42), sides(42));
    const courses = caseFile.courses.map((course) => ({ ...course, phases: [{ ...(course.phases as object[])[0], ...twice }] }));
    const [{ facts }] = (await told([CORD, PART], 42, { courses })).found;
    const { parts, maxGy } = facts as { parts: readonly { maxGy: number }[]; maxGy: number };
    // Incomplete repair adds Hm = exp(-6 h ln 2 / 4.1 h) to d / (α/β) of each course.
    const hm = Math.exp((-6 * Math.LN2) / 4.1);
    const [hot, cool] = [42, 20].map((gy) => 2 * gy * ((1 + ((1 + hm) * gy) / 28 / 2) / 2));
    expect([parts[0].maxGy, maxGy]).toEqual([expect.closeTo(hot, 2), expect.closeTo(cool, 2)]);
  });

  it('asks no more once a person has answered', async () => {
    const [{ sha256 }] = (await told([CORD, PART], 42)).found;
    const answers = [
      { code: 'organ-part-left-out', sha256, roi: 'SpinalCord', by: 'Dr A', on: '2023-05-01', why: 'a dose ring' },
    ];
    const { found, verdicts } = await told([CORD, PART], 42, { answers });
    expect(found).toMatchObject([{ severity: 'warning', answered: { by: 'Dr A' } }]);
    expect(verdicts).not.toContain('not evaluable');
  });

  it('is a warning where it has less', async () => {
    const { found, verdicts } = await told([CORD, PART], 18);
    expect(found).toMatchObject([{ severity: 'warning' }]);
    expect(found[0].answerable).toBeUndefined();
    expect(verdicts).not.toContain('not evaluable');
  });

  it('is nothing where the case makes the organ of both, or it is a margin that is known', async () => {
    const union = { derived: { Cord: 'SpinalCord + SpinalCord_low' } };
    expect((await told([CORD, PART], 42, union)).found).toEqual([]);
    expect((await told([CORD, { ...PART, name: 'SpinalCord_PRV05' }], 42)).found).toEqual([]);
  });
});

describe('an ROI that is named like an organ with a goal on its maximum', () => {
  const of = async (organ: string, name: string, goal: string, mandatory = true) => {
    const drawn: Cylinder = { ...CORD, name: organ };
    const part: Cylinder = { ...PART, name };
    const constraints = [{ organ, goal, quantity: 'eqd2', scope: 'cumulative', mandatory, source: 'test' }];
    const { caseFile, files } = twoCourses([drawn, part], sides(42), sides(42));
    const { findings, organs } = assess(await loaded({ ...caseFile, robustness: false, constraints }, files));
    const verdict = organs.find(({ roi }) => roi === organ)!.goals[0]?.verdict;
    return [findings.filter(({ code }) => code === 'organ-part-left-out').map(({ severity }) => severity), verdict];
  };

  it('asks where it has more dose, whatever organ it is', async () => {
    expect(await of('Trachea', 'Trachea_low', 'Dmax < 110 Gy')).toEqual([['error'], 'not evaluable']);
    expect(await of('A_Aorta', 'Aorta arch', 'D0.1cc <= 120 Gy')).toEqual([['error'], 'not evaluable']);
  });

  it('is nothing where no mandatory goal limits the maximum', async () => {
    expect(await of('Heart', 'Heart_low', 'V40Gy < 50 %')).toEqual([[], 'met']);
    expect(await of('Trachea', 'Trachea_low', 'Dmax < 110 Gy', false)).toEqual([[], 'met']);
  });
});

describe('the organ that a name speaks of', () => {
  const required = ['SpinalCord', 'Lungs', 'Esophagus'];
  it.each([
    ['SpinalCord_low', 'SpinalCord'],
    ['Cord_2', 'SpinalCord'],
    ['upper spinal cord', 'SpinalCord'],
    ['Esophagus_upper', 'Esophagus'],
    ['OesophagusUpper', 'Esophagus'],
    ['Lung_L_apex', 'Lungs'],
    ['Lung 2', 'Lungs'],
    ['脊髄下部', 'SpinalCord'],
    ['Behandlung', undefined],
    ['Record', undefined],
    ['Heart_low', undefined],
    ['Couch', undefined],
  ])('%s: %s', (name, organ) => {
    expect(organInName(name, required)).toBe(organ);
  });
});

describe('many ROIs that are named like one organ', () => {
  const named = (n: number, x: number): Cylinder => ({ ...CORD, name: `SpinalCord_p${n}`, x });

  it('are sampled once where they have one outline, and each is told by its own name', async () => {
    const bodies = [0, 1, 2, 3, 4, 5].map((n) => named(n, n === 3 ? 30 : -10));
    const { caseFile, files } = twoCourses([CORD, ...bodies], sides(42), sides(42));
    const { inputs, regions, paths } = prepareCase(await loaded({ ...caseFile, robustness: false }, files));
    const sampled: string[] = [];
    const found = partFindings(inputs, regions, (region) => {
      sampled.push(region.name);
      return prepareRegion(region, inputs.regions, inputs.courses, paths);
    });
    expect(sampled).toEqual(['SpinalCord_p0', 'SpinalCord_p3']);
    const gyOf = ({ facts }: (typeof found)[number]) =>
      (facts as { parts: readonly { roi: string; maxGy: number }[] }).parts.map(({ roi, maxGy }) => [roi, Math.round(maxGy)]);
    const [cool, hot] = [20, 42].map((gy) => Math.round(2 * eqd2Gy(gy, 28, 2)));
    expect(found.map(gyOf)).toEqual([[0, 1, 2, 4, 5].map((n) => [`SpinalCord_p${n}`, cool]), [['SpinalCord_p3', hot]]]);
  });
});
