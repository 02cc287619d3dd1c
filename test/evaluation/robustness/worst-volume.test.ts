import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assessment/assess';
import { type Cylinder, eqd2Gy, loaded, twoCourses } from '../../case/written-case';

/* Goals on volumes within the margin: what moves them most moves neither the hottest part nor the mean most. */

const RADIUS_MM = 7;
const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 0, radiusMm: RADIUS_MM, fromMm: -29, toMm: 29 };
const PLANNED_GY = 20;
const PLATEAU_GY = 20;
/** Half-way between the plateau and what lies around it. */
const HALF_GY = 11;
const MARGIN_MM = 6;

/**
 * Voxels of 3 mm: a plateau at x from -3 to 9, which is above 11 Gy from -4.5 to 10.5, as wide as the organ and 1 mm more
 * where it is moved by -3; and beyond x = -12 far more, which comes onto the organ with +6 and moves its mean most.
 */
const prior = (x: number) => (x <= -11 ? 120 : x <= -8 ? 5 : x < -4 || x > 10 ? 2 : PLATEAU_GY);
const sumGy = (priorGy: number, alphaBetaGy = 2) => eqd2Gy(priorGy, 28, alphaBetaGy) + eqd2Gy(PLANNED_GY, 28, alphaBetaGy);
const halfGy = (alphaBetaGy = 2) => sumGy(HALF_GY, alphaBetaGy).toFixed(3);

/** Percent of a circle that lies nearer than `mm` to its middle line, on one side. */
const shareWithin = (mm: number) => {
  const c = mm / RADIUS_MM;
  return 100 * (1 - (Math.acos(c) - c * Math.sqrt(1 - c * c)) / Math.PI);
};
const AS_PLACED = shareWithin(4.5);

async function goalOf(goal: string, more: object = {}) {
  const { caseFile, files } = twoCourses([CORD], prior, () => PLANNED_GY);
  const constraint = { organ: 'SpinalCord', goal, quantity: 'eqd2', source: 'test', ...more };
  Object.assign(caseFile, { constraints: [constraint], robustness: { marginMm: MARGIN_MM, rotationDegrees: 0 } });
  const result = assess(await loaded(caseFile, files));
  return result.organs.find(({ roi }) => roi === 'SpinalCord')!.goals[0];
}

describe('the worst of a volume within the margin', () => {
  it('is found where neither the hottest part nor the mean is the worst', async () => {
    const goal = await goalOf(`V${halfGy()}Gy <= 95 %`);
    expect(goal.verdict).toBe('met');
    // Percent: a sample at the edge of the isodose.
    expect(Math.abs(goal.value! - AS_PLACED)).toBeLessThan(0.7);
    expect(goal.worstCase).toMatchObject({ verdict: 'exceeded', turnsVerdict: true });
    expect(goal.worstCase!.value).toBeGreaterThan(99.5);
    // Whole between shifts of -2.5 and -3.5.
    expect(Math.abs(goal.worstCase!.shiftMm![0] + 3)).toBeLessThan(0.8);
  });

  it.each<[string, object]>([
    [`V${halfGy()}Gy[cc] <= 8.6 cc`, {}],
    [`CV${halfGy()}Gy[cc] >= 0.5 cc`, {}],
    [`D95% <= ${halfGy()} Gy`, {}],
    ['D95% / Dmean <= 0.8', {}],
    [`V${halfGy(10)}Gy <= 95 %`, { alphaBetaGy: 10 }],
    [`V${HALF_GY}Gy <= 95 %`, { quantity: 'physical', scope: 'prior' }],
  ])('is found of %s with %o', async (text, more) => {
    const goal = await goalOf(text, more);
    expect(goal.verdict).toBe('met');
    expect(goal.worstCase).toMatchObject({ verdict: 'exceeded', turnsVerdict: true });
    expect(Math.abs(goal.worstCase!.shiftMm![0] + 3)).toBeLessThan(0.8);
  });
});
