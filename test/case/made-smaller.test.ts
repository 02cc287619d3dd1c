import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import { type Cylinder, loaded, twoCourses } from './written-case';

const drawn = (name: string, radiusMm = 5, x = 0): Cylinder => ({ name, x, y: 20, radiusMm, fromMm: -29, toMm: 29 });
const WORD = { by: 'Dr A', on: '2026-05-01', why: 'the ROI is drawn with a margin' };

async function told(bodies: readonly Cylinder[], more: object) {
  const { caseFile, files } = twoCourses(
    bodies,
    () => 20,
    () => 20,
  );
  const constraints = [{ organ: 'SpinalCord', goal: 'Dmax <= 50 Gy', source: 's', mandatory: true }];
  const result = assess(await loaded({ ...caseFile, constraints, robustness: false, ...more }, files));
  const found = result.findings.filter(({ code }) => code === 'organ-made-smaller');
  const goals = result.organs.flatMap(({ roi, goals: its }) => its.map(({ code, verdict }) => [roi, code ?? verdict]));
  return { found, goals };
}

describe('a derived structure that is taken for an organ and is smaller than what is drawn', () => {
  it('is told beside the verdict of the drawn organ', async () => {
    const { found, goals } = await told([drawn('SpinalCord')], {
      derived: { Myelon: 'contract(SpinalCord, 2 mm)' },
      organs: { Myelon: { organ: 'SpinalCord' } },
    });
    // A radius of 3 mm instead of 5, and 2 mm less at either end of 60 mm: 1 - 0.36 x 56 / 60; rings are polygons.
    expect(found).toMatchObject([
      {
        severity: 'warning',
        roi: 'Myelon',
        facts: { organ: 'SpinalCord', drawn: ['SpinalCord'], isJudged: true, lostShare: expect.closeTo(0.664, 1) },
      },
    ]);
    expect(found[0].answerable).toBeUndefined();
    expect(goals).toContainEqual(['SpinalCord', 'met']);
    expect(goals).toContainEqual(['Myelon', 'met']);
  });

  it.each([
    ['contracted', 'contract(Contour_7, 2 mm)'],
    ['cut', 'Contour_7 - Box'],
    ['overlapped', 'Contour_7 & Box'],
    ['contracted and let out by less', 'expand(contract(Contour_7, 3 mm), 1 mm)'],
  ])('asks where the drawn one is not judged: %s', async (_, expression) => {
    const bodies = [drawn('Contour_7'), drawn('Box', 5, 5)];
    const { found, goals } = await told(bodies, { derived: { SpinalCord: expression } });
    expect(found).toMatchObject([{ severity: 'error', answerable: true, roi: 'SpinalCord', facts: { isJudged: false } }]);
    expect(goals).toContainEqual(['SpinalCord', 'question-open']);
    const answers = [{ ...WORD, code: 'organ-made-smaller', sha256: found[0].sha256, roi: 'SpinalCord' }];
    const answered = await told(bodies, { derived: { SpinalCord: expression }, answers });
    expect(answered.found).toMatchObject([{ severity: 'warning', answered: WORD }]);
    expect(answered.goals).toContainEqual(['SpinalCord', 'met']);
  });

  it.each(['SpinalCord & expand(PTV, 2 mm)', 'expand(PTV, 2 mm) & SpinalCord'])('is of the organ in %s', async (expression) => {
    const { found } = await told([drawn('SpinalCord'), drawn('PTV', 5, 4)], {
      derived: { Myelon: expression },
      organs: { Myelon: { organ: 'SpinalCord' } },
    });
    // Circles of 5 and 7 mm, 4 mm apart, have 62.7 of the 78.5 mm² in common; the margin reaches past both ends.
    expect(found).toMatchObject([
      { severity: 'warning', facts: { drawn: ['SpinalCord'], isJudged: true, lostShare: expect.closeTo(0.202, 2) } },
    ]);
  });

  it('asks through a structure that is made first', async () => {
    const derived = { inner: 'contract(Contour_7, 1 mm)', SpinalCord: 'inner + inner' };
    const { found } = await told([drawn('Contour_7')], { derived, organs: { inner: { alphaBetaGy: 2 } } });
    expect(found).toMatchObject([{ answerable: true, roi: 'SpinalCord', facts: { drawn: ['Contour_7'] } }]);
  });

  it.each([
    ['a union', { SpinalCord: 'Contour_7 + Box' }],
    ['a margin', { SpinalCord: 'expand(Contour_7, 2 mm)' }],
    ['a hole of what lies elsewhere', { SpinalCord: 'Contour_7 - Elsewhere' }],
  ])('is nothing for %s', async (_, derived) => {
    const bodies = [drawn('Contour_7'), drawn('Box', 5, 5), drawn('Elsewhere', 5, 40)];
    expect((await told(bodies, { derived })).found).toEqual([]);
  });

  it('is nothing for a part that is known as one', async () => {
    const bodies = [drawn('SpinalCord'), drawn('Heart', 5, 30), drawn('PTV', 5, 34)];
    const derived = { 'Heart-PTV': 'Heart - PTV', SpinalCord_PRV03: 'expand(SpinalCord, 3 mm)' };
    expect((await told(bodies, { derived })).found).toEqual([]);
  });
});
