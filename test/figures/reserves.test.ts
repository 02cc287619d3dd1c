import { describe, expect, it } from 'vitest';
import { verdictText } from '../../src/cli/verdict-text';
import { evaluatedOrgans, type GoalResult } from '../../src/evaluation/assessment';
import { withReserves } from '../../src/evaluation/reserves';
import { offPrescription } from '../../src/figures/off-prescription';
import { restsOnLines as lines, restsOnMore } from '../../src/figures/rests-on';
import { type Finding, makeFinding } from '../../src/findings/finding';
import { makeReason } from '../../src/findings/reasons';
import { verdictSection } from '../../src/report/verdict-section';
import { fixture } from '../report/fixture';
import { cord, lungs } from '../report/fixture-organs';
import { goal, scale } from '../report/fixture-parts';
import { textsOf } from '../report/read-back';
import { assessmentOf } from '../report/variants';

/* What a verdict, and what it leaves, holds under: said with it, on page one. */

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const restsOnLines = (of: Parameters<typeof lines>[0]) => lines(of).map(plain);
const met = goal('Dmax < 57 Gy', 42.7, 'met', { alphaBetaGy: 2, ...scale(1.3) });
const having = (goals: readonly GoalResult[], findings: readonly Finding[], more = {}) => {
  const result = assessmentOf([{ ...cord, goals, ...more }], { findings });
  return { ...result, organs: evaluatedOrgans(withReserves(result.organs, findings, result.courses)) };
};
const carried = (ownGy: number, carriedGy: number, metric: 'D0.03cc' | 'Dmean' = 'D0.03cc') =>
  makeFinding('carried-dose-differs', 'warning', { roi: cord.roi, course: 'dCRT 2022', metric, ownGy, carriedGy });
const LESS = 'Rests on prior dose that is less as carried than on the prior course’s own contours: ';

describe('an organ with less prior dose as carried than on its own contours', () => {
  it('stands on page one with both, and with what the goal would come to', () => {
    // 42.7 + (34.9 - 18.5) = 59.1.
    const result = having([met], [carried(34.9, 18.5)]);
    const line = `${LESS}SpinalCord, D0.03cc of course "dCRT 2022" 34.9 Gy on its own, 18.5 Gy as carried (Dmax < 57 Gy: 42.7 Gy as carried, 59.1 Gy with the difference: exceeded).`;
    expect(restsOnLines(result)).toEqual([line]);
    expect(textsOf(verdictSection(result).text, 'p', 'missing').map(plain)).toEqual([line]);
    expect(plain(verdictText(result, []))).toContain(line);
    expect(restsOnMore(result)).toBe(true);
    expect(verdictSection(result).text).toContain('class="head open"');
  });

  it('says no more than both where the limit holds all the same', () => {
    const result = having([met], [carried(24.9, 18.5)]);
    expect(restsOnLines(result)).toEqual([
      `${LESS}SpinalCord, D0.03cc of course "dCRT 2022" 24.9 Gy on its own, 18.5 Gy as carried.`,
    ]);
    expect(restsOnMore(result)).toBe(true);
  });

  it('counts the difference as the goal counts prior dose', () => {
    const half = { ...met, recovery: 0.5, set: 'case' };
    // 42.7 + 16.4 / 2 = 50.9, below the limit.
    expect(restsOnLines(having([half], [carried(34.9, 18.5)]))[0]).not.toContain('exceeded');
    const inBed = goal('Dmax < 116 Gy', 85.4, 'met', { alphaBetaGy: 2, quantity: 'bed' });
    // 85.4 + 16.4 · (1 + 2 / 2) = 118.2.
    expect(restsOnLines(having([inBed], [carried(34.9, 18.5)]))[0]).toContain('118.2 Gy with the difference: exceeded');
    // With another alpha/beta the difference is another, and a volume has no near maximum.
    const other = { ...met, alphaBetaGy: 3 };
    expect(restsOnLines(having([other], [carried(34.9, 18.5)]))[0]).not.toContain('difference');
    const mean = goal('Dmean < 20 Gy', 10, 'met', { alphaBetaGy: 2 });
    expect(restsOnLines(having([mean], [carried(34.9, 18.5)]))[0]).not.toContain('difference');
    expect(restsOnLines(having([mean], [carried(18, 6, 'Dmean')]))[0]).toContain('22.0 Gy with the difference: exceeded');
  });

  it('is not said of more prior dose, of a question that is open, or where no verdict rests on prior dose', () => {
    expect(restsOnLines(having([met], [carried(18.5, 34.9)]))).toEqual([]);
    const open = { ...carried(34.9, 18.5), severity: 'error', answerable: true } as Finding;
    expect(restsOnLines(having([met], [open]))).toEqual([]);
    expect(restsOnLines(having([{ ...met, scope: 'planned' }], [carried(34.9, 18.5)]))).toEqual([]);
    expect(restsOnLines(having([{ ...met, verdict: 'not evaluable', value: null }], [carried(34.9, 18.5)]))).toEqual([]);
  });

  it('of several courses is tried together too, and each is named', () => {
    const of = (course: string, ownGy: number, carriedGy: number) =>
      makeFinding('carried-dose-differs', 'warning', { roi: cord.roi, course, metric: 'D0.03cc', ownGy, carriedGy });
    // 42.7 + 8 and 42.7 + 9 hold, 42.7 + 8 + 9 = 59.7 does not.
    const two = having([met], [of('A', 28, 20), of('B', 30, 21)]);
    expect(restsOnLines(two)).toEqual([
      `${LESS}SpinalCord, D0.03cc of course "A" 28.0 Gy on its own, 20.0 Gy as carried; SpinalCord, D0.03cc of course "B" 30.0 Gy on its own, 21.0 Gy as carried; SpinalCord, courses "A", "B" together (Dmax < 57 Gy: 42.7 Gy as carried, 59.7 Gy with the differences of all of them: exceeded).`,
    ]);
    // 42.7 + 8 + 6 = 56.7, and with more of a third as carried, which takes nothing away.
    const held = having([met], [of('A', 28, 20), of('B', 27, 21), of('C', 10, 30)]);
    expect(restsOnLines(held)[0]).not.toContain('together');
    // Each with its own recovery: 42.7 + 8 · 1 + 9 · 0.25 = 52.95; with the larger share of both it had been 46.95.
    const shares = [
      { course: 'A', share: 0 },
      { course: 'B', share: 0.75 },
    ];
    const forgiving = { ...met, recovery: 0.75, recoveryOfCourses: shares };
    const tight = { ...forgiving, goal: 'Dmax < 52 Gy', limit: 52 };
    expect(restsOnLines(having([tight], [of('A', 28, 20), of('B', 30, 21)]))[0]).toContain('53.0 Gy with the differences');
  });

  it('is said where a person has answered for the difference', () => {
    const answered = { ...carried(34.9, 18.5), answered: { by: 'A', on: '2026-01-02', why: 'drawn longer' } } as Finding;
    expect(restsOnLines(having([met], [answered]))[0]).toContain('18.5 Gy as carried');
  });
});

describe('a dose that is not near its prescription', () => {
  const off = makeFinding('dose-off-prescription', 'warning', {
    course: 'dCRT 2022',
    prescribedGy: 50.4,
    doseGy: 38.1,
    by: 'plan',
    measured: 'median-in-target',
    target: 'PTV',
    coveredShare: 1,
  });
  const hot = makeFinding('dose-off-prescription', 'warning', {
    course: 'Salvage SIB',
    prescribedGy: 50.4,
    doseGy: 65.5,
    by: 'plan',
    measured: 'hottest-1cc',
  });

  it('stands on page one with what hangs on it, of a prior course and of the planned one', () => {
    expect(restsOnLines(having([met], [off]))).toEqual([
      'Rests on a dose that is not near its prescription: course "dCRT 2022", 38.1 Gy in half of PTV where 50.4 Gy is prescribed (75.6 %). Every verdict on prior dose, and every sum, is only as right as it.',
    ]);
    expect(restsOnLines(having([met], [hot]))).toEqual([
      'Rests on a dose that is not near its prescription: course "Salvage SIB", 65.5 Gy in the hottest 1 cc where 50.4 Gy is prescribed (130.0 %). Every verdict on planned dose, and every sum, is only as right as it.',
    ]);
    expect(restsOnMore(having([met], [off]))).toBe(true);
    expect(offPrescription(having([met], []))).toEqual([]);
  });

  it('is said beside each goal that it goes into, and beside no other', () => {
    const planned = { ...met, scope: 'planned' } as const;
    const [prior, own] = having([met, planned], [off]).organs[0].goals;
    expect(prior.reserves).toEqual(['off-prescription']);
    expect(own.reserves).toBeUndefined();
    const [sum, ofPlan] = having([met, planned], [hot]).organs[0].goals;
    expect([sum.reserves, ofPlan.reserves]).toEqual([['off-prescription'], ['off-prescription']]);
    // A ratio of planned and cumulative dose has both in it.
    const ratio = goal('planned:Dmax / cumulative:Dmax <= 0.5', 0.4, 'met', { scope: 'planned' });
    expect(having([ratio], [off]).organs[0].goals[0].reserves).toEqual(['off-prescription']);
  });

  it('leaves no sentence that the prior courses alone break a goal without that reserve', () => {
    const broken = { ...goal('Dmax < 57 Gy', 80, 'exceeded'), headroom: makeReason('prior-alone-exceeds', {}) };
    const [{ goals }] = having([broken], [off]).organs;
    expect(goals[0].headroom).toEqual(makeReason('prior-alone-exceeds', { offPrescription: ['dCRT 2022'] }));
    const { text } = verdictSection(having([broken], [off]));
    expect(text).toContain('The prior courses alone break the goal as their doses are in the files');
    expect(text).not.toContain('no planned dose can meet it.');
    // A planned dose that is off says nothing of what the prior courses do.
    expect(having([broken], [hot]).organs[0].goals[0].headroom).toEqual(broken.headroom);
    expect(having([broken], []).organs[0].goals[0].headroom).toEqual(broken.headroom);
  });
});

describe('what a goal leaves', () => {
  const ends = makeFinding('organ-ends-before-field', 'warning', {
    roi: cord.roi,
    course: 'Salvage SIB',
    where: 'within',
    mm: 30,
    crossed: { goal: 'Dmax < 57 Gy', limitGy: 57, drawnGy: 56.1, carriedOnGy: 57.8 },
  });

  it('is as far as the organ is drawn where that ends in a field', () => {
    const result = having([{ ...met, value: 56.1, ...scale(1.06) }], [ends]);
    expect(result.organs[0].goals[0].reserves).toEqual(['as-drawn']);
    const [, said] = /up to ×1\.06([^<]*)</.exec(verdictSection(result).text)!;
    expect(plain(said)).toBe(', as far as it is drawn');
    expect(plain(verdictText(result, []))).toMatch(/×1\.06 \(53\.4 Gy\), as far as it is drawn/);
  });

  it('bears all that it holds under, and nothing where there is nothing', () => {
    const both = having([met], [ends, carried(34.9, 18.5)]);
    expect(both.organs[0].goals[0].reserves).toEqual(['as-drawn', 'as-carried']);
    expect(verdictSection(both).text).toContain('up to ×1.30, as far as it is drawn, as its prior dose is carried');
    const none = having([met], []);
    expect(none.organs[0].goals[0]).toEqual(met);
    expect(withReserves([lungs], [ends], fixture.courses)).toEqual([lungs]);
  });
});
