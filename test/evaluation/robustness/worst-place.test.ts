import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assessment/assess';
import { type Cylinder, doseFile, eqd2Gy, loaded, twoCourses } from '../../case/written-case';

/* What the 26 shifts on the margin do not see: doses and organs narrower than it, turns, organs that leave the grid. */

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 0, radiusMm: 3, fromMm: -29, toMm: 29 };
const PLANNED_GY = 20;
const goalOf = (goal: string, scope = 'cumulative') => ({ organ: 'SpinalCord', goal, quantity: 'eqd2', scope, source: 'test' });
const sumGy = (priorGy: number) => eqd2Gy(priorGy, 28, 2) + eqd2Gy(PLANNED_GY, 28, 2);

async function made(
  prior: (x: number, y: number, z: number) => number,
  { goal = 'Dmax <= 50 Gy', robustness = {} as object, more = {} as object, bodies = [CORD], grid = {} as object } = {},
) {
  const { caseFile, files } = twoCourses(bodies, prior, () => PLANNED_GY);
  if (Object.keys(grid).length > 0)
    files['prior/RD.dcm'] = doseFile(prior, { planUid: '1.2.3.61', ...grid }, { SOPInstanceUID: '1.2.3.31' });
  Object.assign(caseFile, { constraints: [goalOf(goal)], robustness: { marginMm: 3, ...robustness }, ...more });
  const result = assess(await loaded(caseFile, files));
  const organ = result.organs.find(({ roi }) => roi === 'SpinalCord')!;
  return { result, organ, goal: organ.goals[0] };
}

describe('a hot spot narrower than the margin', () => {
  // Interpolated at 3 mm, the bell falls on voxels: its top is a voxel's, at x = 6.
  const bell = (x: number, y = 0, z = 0) => 16 + 24 * Math.exp(-((x - 6) ** 2 + y * y + z * z) / (2 * 4 ** 2));

  it.each([6, 10, 12])(
    'in the way of a shift by %i mm is found at the place where it lies on the organ',
    async (marginMm) => {
      const { goal, organ } = await made((x, y, z) => bell(x, y, z), {
        goal: 'Dmax <= 45 Gy',
        robustness: { marginMm, rotationDegrees: 0 },
      });
      expect(goal.worstCase!.value).toBeCloseTo(sumGy(40), 1);
      expect(goal.worstCase).toMatchObject({ verdict: 'exceeded', turnsVerdict: true, cause: { code: 'shift' } });
      expect(organ.metrics.Dmax.band!.high).toBeCloseTo(sumGy(40), 1);
      const [x] = goal.worstCase!.shiftMm!;
      // The cylinder reaches from -3 to 3: the voxel comes onto it between shifts of -3 and -9.
      expect(x).toBeLessThanOrEqual(-2.9);
      expect(x).toBeGreaterThanOrEqual(-9.1);
    },
    60_000,
  );

  it('is found by a near maximum of an organ narrower than the margin', async () => {
    const sheet = (x: number) => 5 + 35 * Math.exp(-((x - 6) ** 2) / (2 * 4 ** 2));
    const { goal, organ } = await made((x) => sheet(x), {
      goal: 'D0.03cc <= 60 Gy',
      robustness: { marginMm: 9, rotationDegrees: 0 },
    });
    // With the sheet's top at x = 0, more than 0.03 cc lie within 0.05 mm of it.
    expect(Math.abs(goal.worstCase!.value - sumGy(40))).toBeLessThan(0.4);
    expect(organ.metrics['D0.03cc'].band!.high).toBeGreaterThanOrEqual(goal.worstCase!.value - 1e-3);
  }, 60_000);
});

describe('a turn', () => {
  const slope = (_x: number, y: number) => 30 + 2 * y;
  const [c, s] = [Math.cos(Math.PI / 90), Math.sin(Math.PI / 90)];

  it('about the organ moves its ends, and is the worst where the margin is small', async () => {
    const { goal, result } = await made(slope, { robustness: { marginMm: 0.5 } });
    expect(result.settings.robustness).toEqual({ marginMm: 0.5, shifts: 26, rotationDegrees: 2 });
    // y before the turn is c y + s z, highest at y = 3 (the polygon's vertex) and at an end, z = 30.
    expect(Math.abs(goal.worstCase!.value - sumGy(30 + 2 * (3 * c + 30 * s)))).toBeLessThan(0.1);
    expect(goal.worstCase!.cause).toMatchObject({ code: 'rotation', facts: { axis: 'x', about: 'organ' } });
    expect(goal.worstCase!.shiftMm).toBeUndefined();
  });

  it('about the target moves an organ beside it farther', async () => {
    const ptv: Cylinder = { name: 'PTV', x: 0, y: 0, radiusMm: 4, fromMm: 21, toMm: 27 };
    const low: Cylinder = { ...CORD, fromMm: -29, toMm: -1 };
    const { goal } = await made(slope, { robustness: { marginMm: 0.5 }, bodies: [low, ptv] });
    const { caseFile, files } = twoCourses([low, ptv], slope, () => PLANNED_GY);
    Object.assign(caseFile.courses[1], { targets: [{ roi: 'PTV', doseGy: 20 }] });
    const organ = assess(
      await loaded({ ...caseFile, constraints: [goalOf('Dmax <= 50 Gy')], robustness: { marginMm: 0.5 } }, files),
    ).organs.find(({ roi }) => roi === 'SpinalCord')!;
    // From the middle of the organ (z = -15) its ends are 15 mm away; from that of the target (z = 24) the lower one 54 mm.
    expect(Math.abs(goal.worstCase!.value - sumGy(30 + 2 * (3 * c + 15 * s)))).toBeLessThan(0.1);
    expect(Math.abs(organ.goals[0].worstCase!.value - sumGy(30 + 2 * (3 * c + 54 * s)))).toBeLessThan(0.1);
    expect(organ.goals[0].worstCase!.cause).toMatchObject({ facts: { about: 'target' } });
  });

  it('is left out where the case asks for none', async () => {
    const { goal } = await made(slope, { robustness: { marginMm: 0.5, rotationDegrees: 0 } });
    expect(Math.abs(goal.worstCase!.value - sumGy(30 + 2 * 3.5))).toBeLessThan(0.1);
    expect(goal.worstCase!.cause.code).toBe('shift');
  });
});

describe('an organ that leaves the dose grid when the course is moved', () => {
  // The grid ends at x = 4.5, half a voxel beyond its last centre; the organ at 3.
  const grid = { size: [22, 41, 41] };

  it('has the worst of what is known, and that it leaves it, but no changed verdict for that', async () => {
    const { goal } = await made(() => 20, { grid, robustness: { marginMm: 3, rotationDegrees: 0 } });
    expect(goal.verdict).toBe('met');
    expect(goal.worstCase).toMatchObject({ verdict: 'met', turnsVerdict: false, leavesGrid: true });
    expect(goal.worstCase!.value).toBeCloseTo(sumGy(20), 2);
  });

  it('is told as exceeded where what is known exceeds', async () => {
    const { goal } = await made((_x, y) => Math.max(2, 20 + 4 * y), {
      grid,
      robustness: { marginMm: 3, rotationDegrees: 0 },
      goal: 'Dmax <= 45 Gy',
    });
    expect(goal.worstCase).toMatchObject({ verdict: 'exceeded', turnsVerdict: true, leavesGrid: true });
  });

  it('is not said where it stays inside', async () => {
    const { goal } = await made(() => 20, { robustness: { marginMm: 3 } });
    expect(goal.worstCase).toBeUndefined();
  });

  it('is no milder for what it leaves behind: at the least it is as placed', async () => {
    const { goal } = await made((x) => 40 - 3 * Math.abs(x), {
      grid,
      robustness: { marginMm: 3, rotationDegrees: 0 },
      goal: 'Dmean <= 60 Gy',
    });
    expect(goal.worstCase).toMatchObject({ verdict: 'met', turnsVerdict: false, leavesGrid: true });
    expect(goal.worstCase!.value).toBeCloseTo(goal.value!, 3);
  });
});

describe('a goal that no move makes worse', () => {
  /** Highest on the axis of the cord, and lowest there: every shift takes the mean the same way. */
  const ridge = (x: number, y: number) => 40 - 3 * Math.hypot(x, y);
  const valley = (x: number, y: number) => 20 + 3 * Math.hypot(x, y);
  const robustness = { marginMm: 6, rotationDegrees: 0 };

  it('has no worst case, whichever way it looks', async () => {
    const under = await made(ridge, { goal: 'Dmean <= 60 Gy', robustness });
    expect([under.goal.verdict, under.goal.worstCase]).toEqual(['met', undefined]);
    const above = await made(valley, { goal: 'Dmean >= 10 Gy', robustness });
    expect([above.goal.verdict, above.goal.worstCase]).toEqual(['met', undefined]);
    const broken = await made(ridge, { goal: 'Dmean <= 20 Gy', robustness });
    expect([broken.goal.verdict, broken.goal.worstCase]).toEqual(['exceeded', undefined]);
    expect(broken.goal.bestCase!.value).toBeLessThan(broken.goal.value! - 5);
  });

  it('has one where the other way is the worse', async () => {
    const under = await made(valley, { goal: 'Dmean <= 60 Gy', robustness });
    expect(under.goal.worstCase!.value).toBeGreaterThan(under.goal.value! + 5);
    const above = await made(ridge, { goal: 'Dmean >= 10 Gy', robustness });
    expect(above.goal.worstCase!.value).toBeLessThan(above.goal.value! - 5);
  });
});
