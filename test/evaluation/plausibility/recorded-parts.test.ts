import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assessment/assess';
import { type Cylinder, loaded, twoCourses } from '../../case/written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -29, toMm: 29 };
const LEFT: Cylinder = { name: 'Lung_L', x: -30, y: 0, radiusMm: 12, fromMm: -29, toMm: 29 };
const RIGHT: Cylinder = { ...LEFT, name: 'Lung_R', x: 30 };
const DERIVED = {
  SpinalCord_PRV03: 'expand(SpinalCord, 3 mm)',
  Lungs: 'Lung_L + Lung_R',
  Core: 'contract(SpinalCord, 2 mm)',
  Wide: 'expand(SpinalCord_PRV03, 2 mm)',
};

async function said(organs: Record<string, number>, more: object = {}, derived: object = DERIVED) {
  const { caseFile, files } = twoCourses(
    [CORD, LEFT, RIGHT],
    () => 0,
    () => 20,
  );
  const organDoses = Object.fromEntries(Object.entries(organs).map(([organ, Dmax]) => [organ, { Dmax }]));
  const made = { Core: { alphaBetaGy: 2 }, Wide: { alphaBetaGy: 2 } };
  caseFile.courses[0] = { name: 'paper', role: 'prior', phases: [{ fractions: 25, organDoses }] };
  const constraints = [{ organ: 'SpinalCord', goal: 'Dmax <= 90 Gy', source: 's' }];
  const whole = { ...caseFile, robustness: false, derived, organs: made, constraints, ...more };
  const result = assess(await loaded(whole, files));
  const findings = result.findings.filter(({ code }) => code === 'record-part-above-whole');
  const pairs = findings.flatMap(({ facts }) =>
    (facts as { above: readonly { part: string; whole: string }[] }).above.map(({ part, whole: in_ }) => `${part} in ${in_}`),
  );
  return { findings, pairs, goal: result.organs.find(({ roi }) => roi === 'SpinalCord')!.goals[0] };
}

describe('recorded maxima of which one lies in the other', () => {
  it('ask where the part has more than the whole, and nothing is judged until somebody answers', async () => {
    const open = await said({ Lungs: 5, Lung_L: 20, SpinalCord: 40 });
    expect(open.findings).toMatchObject([{ severity: 'error', answerable: true, course: 'paper' }]);
    expect(open.findings[0].facts).toEqual({
      course: 'paper',
      above: [{ part: 'Lung_L', partGy: 20, whole: 'Lungs', wholeGy: 5 }],
    });
    expect(open.goal).toMatchObject({ verdict: 'not evaluable', code: 'question-open' });
    const answers = [{ code: 'record-part-above-whole', course: 'paper', by: 'A', on: '2026-01-05', why: 'as it says' }];
    const answered = await said({ Lungs: 5, Lung_L: 20, SpinalCord: 40 }, { answers });
    expect(answered.findings).toMatchObject([{ severity: 'warning', answered: { by: 'A' } }]);
    expect(answered.goal.code).not.toBe('question-open');
  });

  it('are seen through planning volumes, contracted parts and what is derived of derived ones', async () => {
    expect((await said({ SpinalCord: 40, SpinalCord_PRV03: 5 })).pairs).toEqual(['SpinalCord in SpinalCord_PRV03']);
    expect((await said({ SpinalCord: 40, Core: 41 })).pairs).toEqual(['Core in SpinalCord']);
    expect((await said({ SpinalCord: 40, Wide: 5 })).pairs).toEqual(['SpinalCord in Wide']);
  });

  it('are not asked about where they can be so', async () => {
    // The same to a tenth of a Gy, less in the part, and two of which none lies in the other.
    expect((await said({ Lungs: 20, Lung_L: 20.1, Lung_R: 3 })).pairs).toEqual([]);
    expect((await said({ SpinalCord: 40, SpinalCord_PRV03: 45, Core: 39 })).pairs).toEqual([]);
    expect((await said({ SpinalCord: 40, Lung_L: 5, Lung_R: 50 })).pairs).toEqual([]);
  });
});
