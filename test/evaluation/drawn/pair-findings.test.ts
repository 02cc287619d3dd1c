import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assessment/assess';
import { type Cylinder, loaded, twoCourses } from '../../case/written-case';

const LEFT: Cylinder = { name: 'Lung_L', x: 25, y: 0, radiusMm: 15, fromMm: -29, toMm: 29 };
const RIGHT: Cylinder = { ...LEFT, name: 'Lung_R', x: -25 };
/** Lungs as one cylinder: what is drawn of them. */
const whole = (of: Cylinder): Cylinder => ({ ...of, name: 'Lungs' });
const ccOf = ({ radiusMm }: Cylinder) => (Math.PI * radiusMm ** 2 * 60) / 1000;

async function told(bodies: readonly Cylinder[], more: object = {}) {
  const { caseFile, files } = twoCourses(
    bodies,
    () => 20,
    () => 20,
  );
  const result = assess(await loaded({ ...caseFile, robustness: false, ...more }, files));
  const found = result.findings.filter(({ code }) => code === 'pair-contradicts-sides');
  const verdicts = result.organs.filter(({ organ }) => organ === 'Lungs').flatMap(({ goals }) => goals.map((g) => g.verdict));
  return { found, verdicts };
}

describe('a paired organ drawn as a whole and side by side', () => {
  it('asks where the whole is one side alone', async () => {
    const { found, verdicts } = await told([LEFT, RIGHT, whole(RIGHT)]);
    expect(found).toMatchObject([{ severity: 'error', answerable: true, roi: 'Lungs', file: 'plan/RS.dcm' }]);
    const { unionCc, lackingCc, beyondCc } = found[0].facts as Record<string, number>;
    // Circles are drawn as polygons: a little less.
    expect(Math.abs(unionCc / (2 * ccOf(LEFT)) - 1)).toBeLessThan(0.01);
    expect(Math.abs(lackingCc / ccOf(LEFT) - 1)).toBeLessThan(0.01);
    expect(beyondCc).toBeLessThan(0.01);
    expect(new Set(verdicts)).toEqual(new Set(['not evaluable']));
  });

  it('asks where the whole has as much volume elsewhere', async () => {
    const elsewhere = whole({ ...LEFT, x: 0, y: 35, radiusMm: 21.2 });
    expect((await told([LEFT, RIGHT, elsewhere])).found).toHaveLength(1);
  });

  it('asks where the one side drawn is not in the whole, and not where it is', async () => {
    expect((await told([LEFT, whole(RIGHT)])).found).toHaveLength(1);
    expect((await told([LEFT, whole({ ...LEFT, radiusMm: 24 })])).found).toEqual([]);
  });

  it('is nothing where they agree within a tenth, or the program makes the whole', async () => {
    const smaller = { ...RIGHT, radiusMm: 14.5 };
    const { found, verdicts } = await told([LEFT, smaller], { derived: { Both: 'Lung_L + Lung_R' } });
    expect(found).toEqual([]);
    expect(verdicts).not.toContain('not evaluable');
    // A twentieth of the left lung is left out of the whole.
    const most = { derived: { Lungs: 'Lung_L - Heart + Lung_R' } };
    const heart: Cylinder = { ...LEFT, name: 'Heart', radiusMm: 3.4 };
    expect((await told([LEFT, RIGHT, heart], most)).found).toEqual([]);
  });
});
