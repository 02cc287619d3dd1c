import { describe, expect, it } from 'vitest';
import { verdictSentence, verdictText } from '../../src/cli/verdict-text';
import { cord, trachea } from '../report/fixture-organs';
import { goal, scale } from '../report/fixture-parts';
import { assessmentOf } from '../report/variants';

const open = goal('Dmax < 110 Gy', null, 'not evaluable');
const met = goal('Dmax < 57 Gy', 20, 'met');
const advice = goal('Dmax < 57 Gy', 60, 'exceeded', { mandatory: false });
const outside = goal('Dmax <= 70 Gy', 60, 'not applicable');
const having = (...goals: ReturnType<typeof goal>[]) =>
  verdictSentence(
    assessmentOf([
      { ...cord, goals },
      { ...trachea, goals: [open] },
    ]),
  );

describe('verdictSentence', () => {
  it('says that no mandatory goal could be judged where none was', () => {
    expect(having()).toBe('No mandatory goal could be judged: 1 is without a verdict (Trachea).');
    expect(having(open)).toBe('No mandatory goal could be judged: 2 are without a verdict (SpinalCord, Trachea).');
  });

  it('says so too where goals that do not count were judged, or do not apply', () => {
    expect(having(advice)).toBe('No mandatory goal could be judged: 1 is without a verdict (Trachea).');
    expect(having(outside)).toBe('No mandatory goal could be judged: 1 is without a verdict (Trachea).');
  });

  it('says that none is seen to be exceeded only where one was judged', () => {
    expect(having(met)).toBe('No mandatory goal is seen to be exceeded, but 1 mandatory goal could not be evaluated: Trachea.');
    expect(having({ ...advice, mandatory: true })).toBe(
      '1 mandatory goal exceeded: SpinalCord. 1 mandatory goal could not be evaluated: Trachea.',
    );
  });
});

it('verdictText names the dose at the factor as it is written, as every other surface does', () => {
  // 50.4 · 0.9287 = 46.80 and 50.4 · 0.92 = 46.368, cut off.
  const told = assessmentOf([{ ...cord, goals: [goal('Dmax < 57 Gy', 59.3, 'exceeded', scale(0.9287))] }]);
  expect(verdictText(told, []).replaceAll('\u00a0', ' ')).toContain('×0.92 (46.3 Gy)');
});
