import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import { type Cylinder, loaded, twoCourses } from './written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 6, fromMm: -29, toMm: 29 };
const GAP = { without: [-5, -3, -1, 1, 3, 5] };

/** The verdicts on a cord that has 60 Gy in all, with the reason of each. */
async function verdicts(cord: Cylinder, goals: readonly string[], more: object = {}) {
  const { caseFile, files } = twoCourses(
    [cord],
    () => 40,
    () => 20,
  );
  const constraints = goals.map((goal) => ({ organ: more && 'derived' in more ? 'Edge' : 'SpinalCord', goal, mandatory: true }));
  const { organs, findings } = assess(await loaded({ ...caseFile, robustness: false, constraints, ...more }, files));
  const told = organs.flatMap((organ) => organ.goals);
  return {
    asked: findings.filter(({ answerable }) => answerable).map(({ code }) => code),
    goals: told.map(({ verdict, code }) => [verdict, code]),
    headroom: told.map(({ headroom }) => headroom && 'code' in headroom && headroom.code),
    reason: told[0]?.reason,
  };
}

const OPEN = ['not evaluable', 'question-open'];
const STAYS = ['exceeded', 'exceeded-as-drawn'];

describe('a limit of a maximum that is exceeded by what is drawn', () => {
  const goals = ['Dmax <= 30 Gy', 'D0.03cc < 30 Gy', 'Dmax <= 90 Gy', 'Dmean <= 30 Gy', 'V10Gy <= 50 %', 'Dmax >= 90 Gy'];

  it('stays exceeded where a hole is asked about, and no other goal has a verdict', async () => {
    const { asked, goals: told, reason, headroom } = await verdicts({ ...CORD, innerMm: [3] }, goals);
    expect(asked).toEqual(['nested-contours']);
    expect(told).toEqual([STAYS, STAYS, OPEN, OPEN, OPEN, OPEN]);
    expect(reason).toContain('whatever the answer to what is asked: Inner contours taken as holes (SpinalCord, plan/RS.dcm)');
    // What more there may be of the organ may have more dose: no factor is told.
    expect(headroom.slice(0, 2)).toEqual(['question-open', 'question-open']);
  });

  it('stays exceeded where slices between two halves are missing', async () => {
    const { asked, goals: told } = await verdicts({ ...CORD, ...GAP }, goals);
    expect(asked).toEqual(['slice-gap']);
    expect(told.slice(0, 3)).toEqual([STAYS, STAYS, OPEN]);
  });

  it('is open where one part may be a stray contour, or something else is asked as well', async () => {
    const stray = { ...CORD, also: [{ ...CORD, radiusMm: 1, fromMm: 55, toMm: 55 }] };
    const { asked, goals: told } = await verdicts(stray, goals.slice(0, 1));
    expect([asked, told]).toEqual([['slice-gap'], [OPEN]]);
    // A cord that is a line is no cord.
    const line = { ...CORD, ...GAP, radiusMm: 1 };
    expect((await verdicts(line, goals.slice(0, 1))).goals).toEqual([OPEN]);
  });

  it('is open in what is made of the ROI: where that has more, this may have less', async () => {
    const edge = { derived: { Edge: 'SpinalCord - contract(SpinalCord, 2 mm)' } };
    expect((await verdicts({ ...CORD, innerMm: [3] }, goals.slice(0, 1), edge)).goals).toEqual([OPEN]);
  });
});
