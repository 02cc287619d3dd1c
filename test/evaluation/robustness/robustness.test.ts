import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assessment/assess';
import type { CaseFile } from '../../../src/case/case-file';
import { verdictText } from '../../../src/cli/verdict-text';
import { shiftsOf } from '../../../src/evaluation/robustness/shifts';
import { turnOf } from '../../../src/figures/turned-goals';
import { htmlReport } from '../../../src/report/html-report';
import { type Cylinder, doseFile, eqd2Gy, loaded, PRIOR, registrationFile, twoCourses } from '../../case/written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -29, toMm: 29 };
const HEART: Cylinder = { ...CORD, name: 'Heart', x: -10, y: -20, radiusMm: 25 };
/** 0.4 Gy a mm along x, 0.2 along y, 0.1 along z: a shift by s moves every dose by the same amount. */
const slope = [0.4, 0.2, 0.1] as const;
const linear = (x: number, y: number, z: number) => 30 + slope[0] * x + slope[1] * y + slope[2] * z;
const PLANNED_GY = 20;

/** A goal of the cord on Dmax, one on the planned dose alone, one on a volume of the heart. */
const goals = (limitGy: number) => [
  { organ: 'SpinalCord', goal: `Dmax <= ${limitGy} Gy`, quantity: 'eqd2', scope: 'cumulative', mandatory: true, source: 'test' },
  { organ: 'SpinalCord', goal: 'Dmax <= 45 Gy', quantity: 'eqd2', scope: 'planned', mandatory: true, source: 'test' },
  { organ: 'Heart', goal: 'V30Gy <= 50 %', quantity: 'eqd2', scope: 'cumulative', mandatory: true, source: 'test' },
];

async function made(
  { prior = linear, matrix = undefined as readonly number[] | undefined, limitGy = 50 } = {},
  edit: (caseFile: CaseFile) => void = () => {},
) {
  const { caseFile, files } = twoCourses([CORD, HEART], prior, () => PLANNED_GY);
  if (matrix) {
    files['prior/RD.dcm'] = doseFile(prior, { frame: PRIOR, planUid: '1.2.3.61' });
    files['REG.dcm'] = registrationFile(matrix);
    caseFile.registrations = ['REG.dcm'];
  }
  caseFile.constraints = goals(limitGy);
  edit(caseFile as unknown as CaseFile);
  return assess(await loaded(caseFile, files));
}
const organ = (result: Awaited<ReturnType<typeof made>>, name: string) => result.organs.find(({ roi }) => roi === name)!;
/** EQD2 of both courses where the prior one gave `priorGy`. */
const sumGy = (priorGy: number, alphaBetaGy = 2) => eqd2Gy(priorGy, 28, alphaBetaGy) + eqd2Gy(PLANNED_GY, 28, alphaBetaGy);
/** The highest prior dose in the cord: at its edge along the slope in the plane, at its upper end. */
const topGy = linear(0, 20, 30) + 5 * Math.hypot(slope[0], slope[1]);

describe('shifts', () => {
  it('are the 26 of faces, edges and corners', () => {
    const shifts = shiftsOf(3);
    expect(shifts).toHaveLength(26);
    expect(new Set(shifts.map(String)).size).toBe(26);
    const lengths = shifts.map((shift) => Math.hypot(...shift)).sort((a, b) => a - b);
    expect(lengths.map((mm) => Number(mm.toFixed(3)))).toEqual([
      ...new Array(6).fill(3),
      ...new Array(12).fill(4.243),
      ...new Array(8).fill(5.196),
    ]);
  });
});

describe('the band of a linear dose', () => {
  const mostGy = 3 * (slope[0] + slope[1] + slope[2]);

  it('is that of the far corners, for a maximum and for a mean', async () => {
    const result = await made();
    expect(result.settings.robustness).toEqual({ marginMm: 3, shifts: 26, rotationDegrees: 2 });
    const { Dmax, 'D0.03cc': near, Dmean } = organ(result, 'SpinalCord').metrics;
    expect(Math.abs(Dmax.band!.low - sumGy(topGy - mostGy))).toBeLessThan(0.15);
    expect(Math.abs(Dmax.band!.high - sumGy(topGy + mostGy))).toBeLessThan(0.15);
    expect(Dmax.band!.high - Dmax.cumulativeEqd2Gy!).toBeCloseTo(sumGy(topGy + mostGy) - sumGy(topGy), 1);
    expect(near.band!.high - near.cumulativeEqd2Gy!).toBeCloseTo(sumGy(topGy + mostGy) - sumGy(topGy), 1);
    // The mean of a linear dose moves as its middle does, but for the square of the dose, which is the same everywhere.
    const middleGy = linear(0, 20, 0);
    const change = (gy: number) => sumGy(middleGy + gy) - sumGy(middleGy);
    expect(Math.abs(Dmean.band!.high - Dmean.cumulativeEqd2Gy! - change(mostGy))).toBeLessThan(0.02);
    expect(Math.abs(Dmean.band!.low - Dmean.cumulativeEqd2Gy! - change(-mostGy))).toBeLessThan(0.02);
  });

  it('grows with the margin, and is away where nobody wants it', async () => {
    const wide = await made({}, (caseFile) => {
      caseFile.robustness = { marginMm: 6 };
    });
    const { Dmax } = organ(wide, 'SpinalCord').metrics;
    expect(Math.abs(Dmax.band!.high - sumGy(topGy + 2 * mostGy))).toBeLessThan(0.2);
    const none = await made({}, (caseFile) => {
      caseFile.robustness = false;
    });
    expect(organ(none, 'SpinalCord').metrics.Dmax.band).toBeUndefined();
    expect(organ(none, 'SpinalCord').goals[0].worstCase).toBeUndefined();
    expect(none.settings.robustness).toBeUndefined();
  });

  it('is along the axes of the anatomy, whatever the frame of the course', async () => {
    // A quarter turn about z takes points of the prior frame to the anatomy: the dose there is the same as without.
    const turnedDose = (x: number, y: number, z: number) => linear(-y, x, z);
    const result = await made({ prior: turnedDose, matrix: [0, -1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1] });
    const straight = await made();
    for (const name of ['SpinalCord', 'Heart']) {
      for (const metric of ['Dmax', 'D0.03cc', 'Dmean']) {
        const [a, b] = [organ(result, name).metrics[metric].band!, organ(straight, name).metrics[metric].band!];
        expect(a.low).toBeCloseTo(b.low, 1);
        expect(a.high).toBeCloseTo(b.high, 1);
      }
    }
  });
});

describe('the worst case of a goal', () => {
  it('turns a verdict that hangs on the place of the prior course, and says which way it was moved', async () => {
    const now = sumGy(topGy);
    const limitGy = Number((now + 0.5).toFixed(2));
    const [goal, ofPlan] = organ(await made({ limitGy }), 'SpinalCord').goals;
    expect(goal.verdict).toBe('met');
    // The course moved against its slope brings its higher doses.
    expect(goal.worstCase).toMatchObject({ verdict: 'exceeded', shiftMm: [-3, -3, -3] });
    expect(Math.abs(goal.worstCase!.value - sumGy(topGy + 3 * 0.7))).toBeLessThan(0.15);
    expect(ofPlan.worstCase).toBeUndefined();
  });

  it('of a volume is that of the moved isodose', async () => {
    const result = await made();
    const heart = organ(result, 'Heart');
    const [goal] = heart.goals;
    const alphaBetaGy = goal.alphaBetaGy;
    // Prior dose at which the sum is 30 Gy EQD2, by bisection.
    let [low, high] = [0, 60];
    for (let n = 0; n < 60; n++) {
      const middle = (low + high) / 2;
      if (sumGy(middle, alphaBetaGy) < 30) low = middle;
      else high = middle;
    }
    // Share of the cylinder above a plane dose, by counting points on a fine lattice.
    const shareAbove = (gy: number) => {
      let [above, all] = [0, 0];
      for (let x = -24.75; x < 25; x += 0.5)
        for (let y = -24.75; y < 25; y += 0.5) {
          if (x * x + y * y > 625) continue;
          for (let z = -29.5; z < 30; z++) {
            all++;
            if (linear(x - 10, y - 20, z) >= gy) above++;
          }
        }
      return (100 * above) / all;
    };
    expect(goal.value).toBeCloseTo(shareAbove(low), 0);
    // Percent of the volume: that of the samples and of the lattice here, half a percent together.
    expect(Math.abs(goal.worstCase!.value - shareAbove(low - 3 * 0.7))).toBeLessThan(0.5);
  });
});

describe('the best case of a goal', () => {
  const goalsWith = (goal: string) => [{ organ: 'SpinalCord', goal, quantity: 'eqd2', scope: 'cumulative', source: 'test' }];
  const only = (goal: string, more = {}) =>
    made(more, (caseFile) => {
      caseFile.constraints = goalsWith(goal) as unknown as CaseFile['constraints'];
    });

  it('of one that is exceeded says what it would be met by, and leaves it exceeded', async () => {
    const result = await only(`Dmax <= ${(sumGy(topGy) - 0.5).toFixed(2)} Gy`);
    const [goal] = organ(result, 'SpinalCord').goals;
    expect(goal.verdict).toBe('exceeded');
    expect(goal.worstCase).toMatchObject({ verdict: 'exceeded', turnsVerdict: false });
    expect(goal.bestCase).toMatchObject({ verdict: 'met', turnsVerdict: true, shiftMm: [3, 3, 3] });
    expect(Math.abs(goal.bestCase!.value - sumGy(topGy - 3 * 0.7))).toBeLessThan(0.05);
    expect(turnOf(goal)).toMatchObject({ way: 'better', to: goal.bestCase });
  });

  it('of a lower limit is the highest', async () => {
    // The coldest 1 % of a linear dose moves as everything does.
    const result = await only(`D99% >= ${(sumGy(linear(0, 20, 0)) - 1).toFixed(2)} Gy`);
    const [goal] = organ(result, 'SpinalCord').goals;
    expect(goal.verdict).toBe('exceeded');
    expect(goal.bestCase!.shiftMm).toEqual([-3, -3, -3]);
    expect(goal.bestCase!.value).toBeGreaterThan(goal.value!);
  });

  it('turns nothing where no place within the margin meets the goal, and is not asked of what is met', async () => {
    const [exceeded] = organ(await only(`Dmax <= ${(sumGy(topGy - 5)).toFixed(2)} Gy`), 'SpinalCord').goals;
    expect(exceeded.bestCase).toMatchObject({ verdict: 'exceeded', turnsVerdict: false });
    expect(turnOf(exceeded)).toBeUndefined();
    const [met] = organ(await only(`Dmax <= ${(sumGy(topGy + 5)).toFixed(2)} Gy`), 'SpinalCord').goals;
    expect(met.bestCase).toBeUndefined();
  });

  it('is told beside the verdict on page one, in the table and in the terminal', async () => {
    const result = await only(`Dmax <= ${(sumGy(topGy) - 0.5).toFixed(2)} Gy`);
    const page = htmlReport(result, { createdAt: new Date('2026-01-01') });
    expect(page).not.toContain('no verdict changes');
    expect(page).toMatch(/these verdicts change: .*SpinalCord.*exceeded, would be met when/);
    expect(page).toContain('would be met when the prior course is moved');
    const text = verdictText(result, []);
    expect(text).toContain('1 of those exceeded would be met when the prior course is moved.');
    expect(text).toMatch(/exceeded; would be met when the prior course is 5\.2\s+mm off/);
  });
});
