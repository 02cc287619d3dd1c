import { describe, expect, it } from 'vitest';
import { verdictText } from '../../src/cli/verdict-text';
import { guessCount, guessesSentence } from '../../src/figures/guesses';
import { restsOnMore } from '../../src/figures/rests-on';
import { makeFinding } from '../../src/findings/finding';
import { verdictSection } from '../../src/report/verdict-section';
import { cord } from '../report/fixture-organs';
import { goal } from '../report/fixture-parts';
import { textsOf } from '../report/read-back';
import { assessmentOf } from '../report/variants';

/* A name that nobody has confirmed is a guess like any other. */

const met = goal('Dmax < 57 Gy', 20, 'met');
const over = goal('Dmax < 57 Gy', 59.31, 'exceeded');
const byName = { code: 'guessed', facts: { from: 'synonym' } } as const;
const myelon = { ...cord, roi: 'Myelon', match: byName };
const fields = makeFinding('guesses-not-confirmed', 'warning', { guesses: ['a is taken.', 'b is taken.'] });

describe('the values that are guesses', () => {
  it('are counted with the names that are', () => {
    const result = assessmentOf([{ ...myelon, goals: [met] }], { findings: [fields] });
    expect(guessCount(result)).toBe(3);
    const line =
      "3 values of the case are the program's guesses and nobody has confirmed them: the figures rest on them. Names among them: Myelon as SpinalCord; the findings list the other 2.";
    expect(guessesSentence(result)).toBe(line);
    expect(textsOf(verdictSection(result).text, 'p', 'missing')).toEqual([line]);
    expect(verdictText(result, [])).toContain(line);
    expect(restsOnMore(result)).toBe(true);
    expect(verdictSection(result).text).toContain('class="head open"');
  });

  it('are said of one, and of none where a person or a standard has named the organ', () => {
    const alone = assessmentOf([{ ...myelon, goals: [met] }], { findings: [] });
    expect(guessesSentence(alone)).toBe(
      "1 value of the case is the program's guess and nobody has confirmed it: the figures rest on it. Names among them: Myelon as SpinalCord.",
    );
    const said = { ...myelon, goals: [met], match: { code: 'by-user', facts: { organ: 'SpinalCord' } } } as const;
    expect(guessesSentence(assessmentOf([said], { findings: [] }))).toBeUndefined();
    expect(restsOnMore(assessmentOf([{ ...cord, goals: [met] }], { findings: [] }))).toBe(false);
  });

  it('are said beside the organ whose name it is, exceeded, open and met', () => {
    for (const one of [over, met, { ...met, verdict: 'not evaluable' as const, value: null }]) {
      const { text } = verdictSection(assessmentOf([{ ...myelon, goals: [one] }], { findings: [] }));
      expect(text).toContain('taken for SpinalCord by its name alone');
    }
    const known = verdictSection(assessmentOf([{ ...cord, goals: [over] }]));
    expect(known.text).not.toContain('taken for SpinalCord');
  });
});
