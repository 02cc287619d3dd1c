import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assessment/assess';
import { pageOneFindings } from '../../../src/figures/page-one-findings';
import { type Cylinder, loaded, twoCourses } from '../../case/written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 25, radiusMm: 5, fromMm: -29, toMm: 29 };
const TUBE: Cylinder = { ...CORD, name: 'Esophagus', y: 0, radiusMm: 6 };
const LUNG: Cylinder = { ...CORD, name: 'Lung_L', x: 30, y: 0, radiusMm: 20 };
const GOALS = ['SpinalCord', 'Esophagus', 'Lung_L'].map((organ) => ({ organ, goal: 'Dmean <= 90 Gy', mandatory: true }));

async function told(bodies: readonly Cylinder[]) {
  const { caseFile, files } = twoCourses(
    bodies,
    () => 20,
    () => 18,
  );
  const result = assess(await loaded({ ...caseFile, robustness: false, constraints: GOALS }, files));
  return {
    found: result.findings.filter(({ code }) => code === 'organs-overlap'),
    onPageOne: pageOneFindings(result).filter(({ code }) => code === 'organs-overlap'),
    verdicts: Object.fromEntries(result.organs.map(({ roi, goals }) => [roi, goals.map((g) => g.code ?? g.verdict)])),
  };
}

describe('organs of which one is drawn in the place of another', () => {
  it('tells both, on page one, with how much of each lies in the other', async () => {
    const { found, onPageOne, verdicts } = await told([CORD, { ...TUBE, y: 22 }, LUNG]);
    expect(found.map(({ roi, severity }) => [roi, severity])).toEqual([
      ['SpinalCord', 'warning'],
      ['Esophagus', 'warning'],
    ]);
    expect(onPageOne).toEqual(found);
    /** What two circles share: radii 5 and 6, axes 3 mm apart. */
    const [a, b, d] = [5, 6, 3];
    const part = (r: number, other: number) => {
      const along = (d * d + r * r - other * other) / (2 * d);
      return r * r * Math.acos(along / r) - along * Math.sqrt(r * r - along * along);
    };
    const mm2 = part(a, b) + part(b, a);
    const [first] = found as unknown as { facts: { others: { roi: string; cc: number; share: number }[] } }[];
    expect(first.facts.others).toMatchObject([{ roi: 'Esophagus' }]);
    expect(Math.abs(first.facts.others[0].cc / ((mm2 * 60) / 1000) - 1)).toBeLessThan(0.03);
    expect(Math.abs(first.facts.others[0].share / (mm2 / (Math.PI * 25)) - 1)).toBeLessThan(0.03);
    expect(verdicts).toMatchObject({ SpinalCord: ['met'], Esophagus: ['met'], Lung_L: ['met'] });
  });

  it('tells the small one alone where it is a small part of a large one, and of a side that is the other once more', async () => {
    expect((await told([{ ...CORD, x: 30, y: 5 }, TUBE, LUNG])).found.map(({ roi }) => roi)).toEqual(['SpinalCord']);
    const twice = await told([CORD, TUBE, LUNG, { ...LUNG, name: 'Lung_R' }]);
    expect(twice.found.map(({ roi }) => roi)).toEqual(['Lung_L', 'Lung_R']);
  });

  it('is nothing of contours that touch, of a whole and its side, and of what lies in another by nature', async () => {
    expect((await told([CORD, { ...TUBE, y: 16 }, LUNG])).found).toEqual([]);
    const whole: Cylinder = { ...LUNG, name: 'Lungs', also: [{ ...LUNG, x: -30 }] };
    expect((await told([CORD, TUBE, LUNG, { ...LUNG, name: 'Lung_R', x: -30 }, whole])).found).toEqual([]);
    const aorta: Cylinder = { ...TUBE, name: 'A_Aorta', x: 0, y: -30 };
    const heart: Cylinder = { ...TUBE, name: 'Heart', x: 0, y: -30, radiusMm: 15 };
    const canal: Cylinder = { ...CORD, name: 'SpinalCanal', radiusMm: 9 };
    expect((await told([CORD, TUBE, aorta, heart, canal])).found).toEqual([]);
  });
});
