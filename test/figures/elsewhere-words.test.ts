import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import { verdictText } from '../../src/cli/verdict-text';
import { elsewhereWords } from '../../src/figures/elsewhere-words';
import { htmlReport } from '../../src/report/html-report';
import { type Cylinder, doseFile, loaded, twoCourses } from '../case/written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 0, radiusMm: 3, fromMm: -29, toMm: 29 };
const HEART: Cylinder = { ...CORD, name: 'Heart', x: -30, radiusMm: 20 };
const goal = (organ: string, text: string) => ({ organ, goal: text, quantity: 'eqd2', source: 'test' });
/** The grid ends at x = 4.5, 1.5 mm beyond the cord: moved by 3 mm the cord leaves it, the heart does not. */
const NARROW = { planUid: '1.2.3.61', size: [22, 41, 41] } as const;

async function made(constraints: readonly object[], { isNarrow = false, bodies = [CORD, HEART], slope = 0 } = {}) {
  const prior = (x: number) => 30 + slope * x;
  const { caseFile, files } = twoCourses(bodies, prior, () => 20);
  if (isNarrow) files['prior/RD.dcm'] = doseFile(prior, NARROW, { SOPInstanceUID: '1.2.3.31' });
  Object.assign(caseFile, { constraints, robustness: { marginMm: 3, rotationDegrees: 0 } });
  return assess(await loaded(caseFile, files));
}
const MOVED = 'prior courses moved by up to 3 mm along each axis';

describe('what becomes of the verdicts when the courses lie elsewhere', () => {
  it('is told of what was tried, of one course too, on page one and in the terminal', async () => {
    const calm = await made([goal('SpinalCord', 'Dmax <= 90 Gy')]);
    const said = `${MOVED}: no verdict changes in what was tried`;
    expect(elsewhereWords(calm)).toBe(said);
    expect(htmlReport(calm, { createdAt: new Date('2026-01-01') })).toContain(said);
    expect(verdictText(calm, [])).toContain(`If the dose lies elsewhere: ${said}.`);
  });

  it('is no calm where no goal has a verdict that could change: neither one nor two', async () => {
    // Nobody drew a liver: nothing of it is judged.
    const unjudged = await made([goal('Liver', 'Dmax <= 90 Gy')]);
    expect(elsewhereWords(unjudged)).toBe(`${MOVED}: no goal has a verdict that could change`);
    expect(verdictText(unjudged, [])).toContain('no goal has a verdict that could change');
    const two = await made([goal('Liver', 'Dmax <= 90 Gy'), goal('Kidney_L', 'Dmean <= 9 Gy')], { isNarrow: true });
    expect(elsewhereWords(two)).toBe(`${MOVED}: no goal has a verdict that could change`);
    const one = await made([goal('Liver', 'Dmax <= 90 Gy'), goal('SpinalCord', 'Dmax <= 90 Gy')]);
    expect(elsewhereWords(one)).toBe(`${MOVED}: no verdict changes in what was tried`);
  });

  it('names what changes, and that no other does in what was tried', async () => {
    const turning = await made([goal('SpinalCord', 'Dmax <= 40 Gy'), goal('Heart', 'Dmax <= 200 Gy')], { slope: 0.7 });
    const cord = turning.organs.find(({ roi }) => roi === 'SpinalCord')!;
    expect(cord.goals[0]).toMatchObject({ verdict: 'met', worstCase: { verdict: 'exceeded' } });
    expect(elsewhereWords(turning)).toMatch(/: these verdicts change: SpinalCord Dmax.*; no other in what was tried$/);
  });

  it('is of what is known where a part leaves a dose grid', async () => {
    const both = await made([goal('SpinalCord', 'Dmax <= 90 Gy'), goal('Heart', 'Dmax <= 90 Gy')], { isNarrow: true });
    expect(elsewhereWords(both)).toBe(
      `${MOVED}: no verdict of an organ that stays inside the dose grids changes in what was tried; moved, a part of these leaves a dose grid, and what is told of them is that of what is known: SpinalCord`,
    );
    const alone = await made([goal('SpinalCord', 'Dmax <= 90 Gy')], { isNarrow: true, bodies: [CORD] });
    expect(elsewhereWords(alone)).toBe(
      `${MOVED}: moved, a part of these leaves a dose grid, and what is told of them is that of what is known: SpinalCord`,
    );
  });
});
