import { expect, it } from 'vitest';
import { dvhData } from '../../src/app/assess/dvh-data';
import type { GoalResult } from '../../src/evaluation/assessment';
import { dvhLimits } from '../../src/figures/dvh-limits';
import { limitRows } from '../../src/figures/limit-rows';
import { dvhSection } from '../../src/report/dvh-section';
import { goalsSection } from '../../src/report/goals-section';
import { verdictSection } from '../../src/report/verdict-section';
import { esophagus } from '../report/fixture-organs';
import { goal } from '../report/fixture-parts';
import { assessmentOf } from '../report/variants';

/* What is met only as the prior courses are placed has a sign of its own wherever its verdict stands. */

const worstCase = {
  value: 58.9,
  verdict: 'exceeded',
  turnsVerdict: true,
  leavesGrid: false,
  cause: { code: 'shift', facts: { xMm: 0, yMm: 3, zMm: 0 } },
} as unknown as NonNullable<GoalResult['worstCase']>;
const met = goal('Dmax < 114 Gy', 113, 'met');
const placed = { ...goal('Dmax < 57 Gy', 56.1, 'met'), worstCase };
const alone = { ...esophagus, goals: [placed, met] };

/** Style and text of each badge. */
const badges = (text: string): string[] =>
  [...text.matchAll(/class="badge (\w+)"><span aria-hidden="true">(.)<\/span> ([^<]+)</g)].map((found) =>
    found.slice(1).join(' '),
  );

it('in the picture of its organ', () => {
  const { drawn } = dvhLimits(alone);
  expect(drawn.map(({ doseGy, verdict }) => [doseGy, verdict])).toEqual([
    [57, 'met as placed'],
    [114, 'met'],
  ]);
  expect(limitRows(drawn, (doseGy) => doseGy, 1000).map(({ text, style }) => [text.slice(0, 1), style])).toEqual([
    ['◐', 'placed'],
    ['●', 'met'],
  ]);
  // A limit that is met for sure by one goal and by another only as placed is drawn as the graver of the two.
  for (const goals of [
    [placed, goal('Dmax < 57 Gy', 50, 'met')],
    [goal('Dmax < 57 Gy', 50, 'met'), placed],
  ])
    expect(dvhLimits({ ...esophagus, goals }).drawn[0].verdict).toBe('met as placed');
  const open = goal('Dmax < 57 Gy', null, 'not evaluable');
  expect(dvhLimits({ ...esophagus, goals: [placed, open] }).drawn[0].verdict).toBe('not evaluable');
});

it('at a limit on a volume', () => {
  const volume = { ...goal('V60Gy < 40 %', 38, 'met'), worstCase: { ...worstCase, value: 41 } };
  expect(dvhData({ ...esophagus, goals: [volume] }).volumeMarks.map(({ verdict }) => verdict)).toEqual(['met as placed']);
});

it('in the report: its pictures and their key, its goals, and how many are so', () => {
  const assessment = assessmentOf([alone]);
  const { courses } = assessment;
  expect(dvhSection([alone], courses).text).toContain('◐ Dmax &lt; 57 Gy');
  expect(dvhSection([alone], courses).text).toContain('● met, ◐ met only as placed, ■ exceeded');
  expect(badges(goalsSection(assessment).text)).toEqual(['placed ◐ met only as placed', 'met ● met']);
  expect(badges(verdictSection(assessment).text)).toContain('placed ◐ 1 of them only as placed');
  expect(badges(verdictSection(assessmentOf([{ ...alone, goals: [met] }])).text).join()).not.toMatch(/placed/);
});
