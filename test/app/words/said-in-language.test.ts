import { describe, expect, it } from 'vitest';
import { organName } from '../../../src/app/assess/organ-match';
import { WORDS } from '../../../src/app/words/use-words';
import { makeFinding } from '../../../src/findings/finding';
import { goalWords } from '../../../src/goal-words';
import { makeGuess } from '../../../src/inspection/proposal-words';
import { findingList } from '../../../src/report/findings-section';
import { inLanguage } from '../assess/in-language';

/* What stands within a sentence is in the sentence's own language, and in words where there are words. */

const CODES = /SpinalCord|Lungs|Lung_|A_Aorta|planned:|cumulative:|<=/;

describe.each(['zh', 'ja'] as const)('in %s', (language) => {
  const words = WORDS[language];

  it('guesses within a finding are said as they are on the page of the case', () => {
    const role = makeGuess('courses[0].role', 'role-by-date', { name: 'dCRT', day: '2022-01-10', role: 'prior' });
    const targets = makeGuess('courses[0].targets', 'targets-of-plan', { name: 'dCRT', targets: [{ roi: 'PTV', doseGy: 50.4 }] });
    const all = [role, targets];
    const guesses = [...all.map(({ message }) => message), 'Written by hand.', role.message];
    const each = [...all, { code: 'not-known', facts: {} }, { code: 'role-by-date', facts: {} }].map(({ code, facts }) => ({
      code,
      facts: facts as Record<string, string>,
    }));
    const said = words.findings['guesses-not-confirmed'].message({ guesses, each });
    for (const guess of all) {
      expect(said).toContain(words.guesses[guess.code].message(guess.facts as never).replace(/。$/, ''));
    }
    // What cannot be made again of its facts stays as the case has it.
    expect(said).toContain('Written by hand');
    expect(said.match(/is taken for the prior course/g)).toHaveLength(1);
    expect(words.findings['guesses-not-confirmed'].message({ guesses: ['A is B.'] })).toContain('A is B');
  });

  it('organs are named in words', () => {
    const { findings, reasons } = words;
    const said = [
      findings['required-organ-missing'].message({ organ: 'Lungs', how: 'one side', unmatched: [] }),
      findings['roi-names-guessed'].message({ taken: [{ roi: 'PRV', organ: 'SpinalCord_PRV' }] }),
      findings['organ-ambiguous'].message({ rois: ['a', 'b'], organ: 'SpinalCord' }),
      findings['required-organ-not-judged'].message({ organs: ['SpinalCord'] }),
      reasons['organ-not-contoured'].message({ organs: ['A_Aorta', 'GreatVes'], unmatched: [] }),
      reasons['organ-side-missing'].message({ drawn: ['R'], missing: ['Lung_L'] }),
    ];
    for (const text of said) expect(text).not.toMatch(CODES);
    expect(said[1]).toContain('PRV');
  });

  it('what was passed over is said in words where it is no value', () => {
    const found = 'an item without frame, images and matrix';
    const facts = { where: '(0070,0308) RegistrationSequence', found, isEmptyItem: true } as const;
    const said = words.findings['value-passed-over'].message(facts);
    expect(said).not.toContain(found);
    expect(said.replace(facts.where, '')).not.toMatch(/[A-Za-z]{3,}/);
  });

  it('a ratio of doses is said in words, with its value', async () => {
    const beyond = [{ roi: 'Cord', goal: 'planned:Dmax / cumulative:Dmax <= 0.5', value: 0.508, limit: 0.5, unit: '' }] as const;
    const facts = { set: 'HyTEC', isWhole: false, conditions: [], beyond };
    const said = words.findings['outside-sources'].message(facts);
    expect(said).not.toMatch(CODES);
    expect(said).not.toMatch(/planned|divided/);
    expect(said).toMatch(/Dmax.*Dmax.*≤ 0\.5：0\.508/);
    const t = await inLanguage(language);
    expect(organName(t, 'SpinalCord_PRV')).toMatch(/^\D+ PRV$/);
    expect(organName(t, 'SpinalCord_PRV')).not.toMatch(CODES);
  });
});

it('a goal is written as a person writes it', () => {
  expect(goalWords('planned:Dmax / cumulative:Dmax <= 0.5')).toBe('planned Dmax divided by cumulative Dmax ≤ 0.5');
  expect(goalWords('V20Gy[cc] >= 5 cc')).toBe('V20Gy[cc] ≥ 5 cc');
  expect(goalWords('planned:Dmax / cumulative:Dmax')).toBe('planned Dmax divided by cumulative Dmax');
});

it('a finding does not name its place behind a sentence that has it', () => {
  const named = makeFinding('contours-not-parallel', 'error', { roi: 'Stomach' }, { roi: 'Stomach', file: 'RS.dcm' });
  expect(findingList([named]).text).not.toContain('ROI Stomach ·');
  expect(findingList([named]).text).toContain('<bdi>file RS.dcm</bdi>');
  const bare = makeFinding('dose-in-centigray', 'info', {}, { file: 'RD.dcm', roi: 'Heart' });
  expect(findingList([bare]).text).toContain('<bdi>ROI Heart · file RD.dcm</bdi>');
});
