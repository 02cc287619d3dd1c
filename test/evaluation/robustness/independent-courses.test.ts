import { describe, expect, it } from 'vitest';
import { verdictText } from '../../../src/cli/verdict-text';
import { evaluateCase } from '../../../src/evaluation/evaluate-case';
import { prepareCase } from '../../../src/evaluation/prepared-case';
import { shiftsOf } from '../../../src/evaluation/robustness/shifts';
import { settingsOf } from '../../../src/evaluation/settings-of';
import { affineMap, composeMaps } from '../../../src/geometry/point-map';
import { htmlReport } from '../../../src/report/html-report';
import { eqd2Gy } from '../../case/written-case';
import { type Dose, goalOf, type MovedCourse, movedCase, movedCord } from './moved-courses';

/* Courses that are placed independently of each other are off independently of each other. */

const [FRAME_A, FRAME_B] = ['1.2.3.51', '1.2.3.52'];
const planned: MovedCourse = { name: 'plan', role: 'planned', dose: () => 20 };
/** EQD2 at α/β 2 of 28 fractions. */
const e = (gy: number) => eqd2Gy(gy, 28, 2);
const shift = (xMm: number, yMm = 0, zMm = 0) => ({ code: 'shift', facts: { xMm, yMm, zMm } });
const up: Dose = (x) => 20 + x;
const down: Dose = (x) => 20 - x;

describe('two linear doses that fall towards each other', () => {
  const courses = [{ name: 'A', dose: up, frame: FRAME_A }, { name: 'B', dose: down, frame: FRAME_B }, planned];
  // With both courses 3 mm nearer, at x: 23 + x and 23 - x. The mean of x² over the cylinder's section is r²/4.
  const meanAt = (gy: number) => 2 * e(gy) + (2 * (5 ** 2 / 4)) / 28 / 4 + e(20);
  const edgeAt = (gy: number) => e(gy + 5) + e(gy - 5) + e(20);

  it('have their worst where each comes nearer, and say what each did', async () => {
    const { goal, organ } = await movedCord(courses, [goalOf('Dmean <= 42 Gy')]);
    // Of polygons, whose section is a little smaller: 0.02 Gy.
    expect(Math.abs(goal.value! - meanAt(20))).toBeLessThan(0.05);
    expect(goal.verdict).toBe('met');
    expect(goal.worstCase).toMatchObject({ verdict: 'exceeded', turnsVerdict: true });
    expect(Math.abs(goal.worstCase!.value - meanAt(23))).toBeLessThan(0.05);
    expect(goal.worstCase!.cause).toEqual({
      ...shift(-3),
      groups: [
        { role: 'prior', courses: ['A'], cause: shift(-3) },
        { role: 'prior', courses: ['B'], cause: shift(3) },
      ],
    });
    // No shift of all prior courses gives that.
    expect(goal.worstCase!.shiftMm).toBeUndefined();
    const { band } = organ.metrics.Dmean;
    expect(Math.abs(band!.low - meanAt(17))).toBeLessThan(0.05);
    expect(Math.abs(band!.high - meanAt(23))).toBeLessThan(0.05);
  });

  it('are said to be moved each by itself, on page one and in the terminal', async () => {
    const { result } = await movedCord(courses, [goalOf('Dmean <= 42 Gy')]);
    const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('&quot;', '"');
    const page = plain(htmlReport(result, { createdAt: new Date('2026-01-01') }));
    const moved =
      'when each prior course is moved by itself: "A" is 3 mm off (x -3, y 0, z 0) and "B" is 3 mm off (x 3, y 0, z 0)';
    expect(page).toContain(`Exceeded ${moved}`);
    expect(page).toContain('Met, but not wherever the courses may lie');
    expect(page).toContain('not in every combination: these verdicts change');
    expect(page).toContain('not proven to be the worst of all combinations');
    expect(page).not.toContain('the prior course is');
    const text = plain(verdictText(result, []));
    expect(text).toContain(`exceeded ${moved}`);
    expect(text).toContain('1 of those met would be exceeded when the courses are moved.');
    expect(text).toContain('not in every combination: these verdicts change');
  });

  it('leave no calm sentence where no verdict changes', async () => {
    const { result } = await movedCord(courses, [goalOf('Dmean <= 60 Gy')]);
    const page = htmlReport(result, { createdAt: new Date('2026-01-01') });
    expect(page).toContain('not in every combination: no verdict changes in what was tried');
  });

  it('have a maximum and a best where each goes away', async () => {
    const { goal } = await movedCord(courses, [goalOf(`Dmax <= ${(edgeAt(20) - 1).toFixed(2)} Gy`)]);
    expect(goal.verdict).toBe('exceeded');
    expect(Math.abs(goal.worstCase!.value - edgeAt(23))).toBeLessThan(0.02);
    expect(goal.bestCase).toMatchObject({ verdict: 'met', turnsVerdict: true });
    expect(Math.abs(goal.bestCase!.value - edgeAt(17))).toBeLessThan(0.02);
    expect(goal.bestCase!.cause.groups!.map(({ cause }) => cause)).toEqual([shift(3), shift(-3)]);
  });

  it('on one frame are moved together, for one registration carries both', async () => {
    const shared = courses.map((course) => (course.frame ? { ...course, frame: FRAME_A } : course));
    const { goal, result } = await movedCord(shared, [goalOf('Dmean <= 42 Gy')]);
    expect(goal.worstCase!.verdict).toBe('met');
    // 20 + x - s and 20 - x + s: only the squares remain.
    expect(Math.abs(goal.worstCase!.value - (meanAt(20) + (2 * 9) / 28 / 4))).toBeLessThan(0.05);
    expect(result.settings.robustness!.groups).toEqual([{ role: 'prior', courses: ['A', 'B'] }]);
    expect(goal.worstCase!.cause.groups).toHaveLength(1);
  });
});

describe('three courses of which two share a frame', () => {
  it('are two groups', async () => {
    // A and C rise along x, and C along y too; B falls along x and y.
    const c: Dose = (x, y) => 20 + 0.5 * x + 0.5 * y;
    const b: Dose = (x, y) => 20 - x - 0.5 * y;
    const courses = [
      { name: 'A', dose: up, frame: FRAME_A },
      { name: 'B', dose: b, frame: FRAME_B },
      { name: 'C', dose: c, frame: FRAME_A },
      planned,
    ];
    const { goal, result } = await movedCord(courses, [goalOf('Dmean <= 90 Gy')]);
    expect(result.settings.robustness!.groups).toEqual([
      { role: 'prior', courses: ['A', 'C'] },
      { role: 'prior', courses: ['B'] },
    ]);
    expect(goal.worstCase!.cause.groups!.map(({ cause }) => cause)).toEqual([shift(-3, -3), shift(3, 3)]);
    // Means at the middle, and each slope's square over the section: r²/4 of the sum of its squares.
    const spread = (1 + 0.5 + 1.25) * (25 / 4 / 28 / 4);
    expect(Math.abs(goal.worstCase!.value - (e(23) + e(24.5) + e(23) + e(20) + spread))).toBeLessThan(0.05);
  });
});

describe('doses whose edges meet only when both come nearer', () => {
  // On a grid of 2 mm the edge falls over one voxel: 40 Gy from y = 4 on, 2 Gy up to 2; and the same from the other side.
  const above: Dose = (_x, y) => (y >= 3 ? 40 : 2);
  const below: Dose = (_x, y) => (y <= -3 ? 40 : 2);
  const courses = [{ name: 'A', dose: above, frame: FRAME_A }, { name: 'B', dose: below, frame: FRAME_B }, planned];

  it('are found though neither course alone makes the maximum worse', async () => {
    const { goal } = await movedCord(courses, [goalOf('Dmax <= 50 Gy')], {
      spacingMm: 2,
      robustness: { marginMm: 5, rotationDegrees: 0 },
    });
    expect(goal.verdict).toBe('met');
    expect(Math.abs(goal.worstCase!.value - (2 * e(40) + e(20)))).toBeLessThan(0.05);
    expect(goal.worstCase!.verdict).toBe('exceeded');
  });
});

describe('beside brute force', () => {
  const fall = (mm: number) => 1 / (1 + Math.exp(mm / 3));
  const a: Dose = (x, y, z) => 40 * fall(Math.hypot(x - 14, y - 4, z / 2) - 10) + 2;
  const b: Dose = (x, y, z) => 36 * fall(Math.hypot(x + 10, y + 12, (z - 6) / 2) - 9) + 1;
  const courses = [{ name: 'A', dose: a, frame: FRAME_A }, { name: 'B', dose: b, frame: FRAME_B }, planned];
  const goals = ['Dmax <= 38 Gy', 'D0.03cc <= 38 Gy', 'Dmean <= 19 Gy', 'V20Gy <= 60 %', 'D95% >= 5 Gy'];

  it('no pair of shifts on the margin, across the cord, is worse than what is told', async () => {
    const inputs = await movedCase(
      courses,
      goals.map((goal) => goalOf(goal)),
    );
    const { organ } = await movedCord(
      courses,
      goals.map((goal) => goalOf(goal)),
    );
    const settings = settingsOf(inputs);
    const places = [[0, 0, 0] as const, ...shiftsOf(3)].filter(([, , z]) => z === 0);
    const most = goals.map((goal) => (goal.includes('<') ? -Infinity : Infinity));
    for (const ofA of places) {
      for (const ofB of places) {
        const transforms = inputs.transforms.map((each) => {
          const frames = [each.fromFrameUid, each.toFrameUid];
          const [x, y, z] = frames.includes(FRAME_A) ? ofA : ofB;
          const back = affineMap([1, 0, 0, x, 0, 1, 0, y, 0, 0, 1, z, 0, 0, 0, 1]);
          return { ...each, map: composeMaps(each.map, back) };
        });
        const there = evaluateCase(prepareCase({ ...inputs, transforms }), settings).organs[0].goals;
        there.forEach(({ value }, g) => {
          most[g] = goals[g].includes('<') ? Math.max(most[g], value!) : Math.min(most[g], value!);
        });
      }
    }
    const short = organ.goals.map(({ worstCase }, g) => (goals[g].includes('<') ? 1 : -1) * (most[g] - worstCase!.value));
    // As for one course: 0.05 Gy, and half a percent of the organ for a volume.
    expect(
      short.map((by, g) => (by <= (goals[g].startsWith('V') ? 0.5 : 0.05) ? 'found' : `${goals[g]} short by ${by}`)),
    ).toEqual(goals.map(() => 'found'));
  }, 600_000);
});

describe('a planned course that a registration carries', () => {
  const slope: Dose = (x) => 20 + x;
  const carried: MovedCourse = { name: 'plan', role: 'planned', dose: slope, frame: FRAME_B };
  const edge = (mm: number) => e(25 + mm);

  it('is moved by itself, for goals on its dose alone too', async () => {
    const { organ, result } = await movedCord(
      [{ name: 'A', dose: down }, carried],
      [goalOf(`Dmax <= ${(edge(0) + 1).toFixed(2)} Gy`, 'planned'), goalOf('Dmean <= 32 Gy')],
    );
    const [ofPlan, ofAll] = organ.goals;
    expect(ofPlan.verdict).toBe('met');
    expect(ofPlan.worstCase).toMatchObject({ verdict: 'exceeded', turnsVerdict: true });
    expect(Math.abs(ofPlan.worstCase!.value - edge(3))).toBeLessThan(0.02);
    expect(ofPlan.worstCase!.cause.groups).toEqual([
      { role: 'prior', courses: ['A'], cause: null },
      { role: 'planned', courses: ['plan'], cause: shift(-3) },
    ]);
    expect(Math.abs(ofAll.worstCase!.value - (2 * e(23) + (2 * (25 / 4)) / 28 / 4))).toBeLessThan(0.05);
    expect(result.settings.robustness!.groups!.map(({ role }) => role)).toEqual(['prior', 'planned']);
  });

  it('is moved apart from a prior course on its own frame, as prior courses on the frame of the anatomy are', async () => {
    const { goal } = await movedCord([{ name: 'A', dose: down, frame: FRAME_B }, carried], [goalOf('Dmean <= 32 Gy')]);
    expect(Math.abs(goal.worstCase!.value - (2 * e(23) + (2 * (25 / 4)) / 28 / 4))).toBeLessThan(0.05);
  });

  it('is not moved where it lies on the frame of the anatomy', async () => {
    const { organ } = await movedCord(
      [
        { name: 'A', dose: down },
        { name: 'plan', role: 'planned', dose: slope },
      ],
      [goalOf('Dmax <= 60 Gy', 'planned')],
    );
    expect(organ.goals[0].worstCase).toBeUndefined();
  });
});
