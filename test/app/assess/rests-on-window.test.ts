import { beforeAll, describe, expect, it } from 'vitest';
import { leftOf, type T } from '../../../src/app/assess/goal-words';
import { restsOnTexts } from '../../../src/app/assess/RestsOn';
import { WORDS } from '../../../src/app/words/use-words';
import { makeFinding } from '../../../src/findings/finding';
import { cord } from '../../report/fixture-organs';
import { goal, scale } from '../../report/fixture-parts';
import { assessmentOf } from '../../report/variants';
import { inLanguage } from './in-language';

/* What a verdict holds under, in the window: the same figures in every language. */

const words: Record<string, T> = {};
beforeAll(async () => {
  for (const language of ['en', 'zh', 'ja'] as const) words[language] = await inLanguage(language);
});
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const met = goal('Dmax < 57 Gy', 42.7, 'met', { alphaBetaGy: 2, ...scale(1.3) });
const less = makeFinding('carried-dose-differs', 'warning', {
  roi: cord.roi,
  course: 'dCRT 2022',
  metric: 'D0.03cc',
  ownGy: 34.9,
  carriedGy: 18.5,
});
const off = makeFinding('dose-off-prescription', 'warning', {
  course: 'dCRT 2022',
  prescribedGy: 50.4,
  doseGy: 38.1,
  by: 'plan',
  measured: 'median-in-target',
  target: 'PTV',
  coveredShare: 1,
});

describe.each(['en', 'zh', 'ja'] as const)('in %s', (language) => {
  it('the lines of page one have both doses, what the goal comes to, and the prescription', () => {
    const result = assessmentOf([{ ...cord, goals: [met] }], { findings: [less, off] });
    const [carried, prescription] = restsOnTexts(words[language], WORDS[language], result);
    expect([carried.part, prescription.part]).toEqual(['carried-less', 'off-prescription']);
    for (const figure of ['SpinalCord', '34.9 Gy', '18.5 Gy', 'Dmax < 57 Gy', '42.7 Gy', '59.1 Gy']) {
      expect(plain(carried.text)).toContain(figure);
    }
    for (const figure of ['dCRT 2022', '38.1 Gy', '50.4 Gy', 'PTV', '75.6 %']) expect(plain(prescription.text)).toContain(figure);
    if (language !== 'en') expect(carried.text + prescription.text).not.toMatch(/carried|dose|verdict/);
  });

  it('a goal of its own α/β, model, half-time, recovery or fractions is said with both figures, where it tells', () => {
    const other = { verdict: 'exceeded', value: 59.31 } as const;
    const of = { roi: 'SpinalCord', goal: 'Dmax < 57 Gy', limit: 57, unit: 'Gy', mandatory: true, verdict: 'met' } as const;
    const turned = { ...of, value: 51.2, otherwise: other };
    const calm = { ...of, goal: 'Dmax < 99 Gy', limit: 99, value: 51.2, otherwise: { verdict: 'met', value: 48.7 } } as const;
    const roi = 'SpinalCord';
    const findings = [
      makeFinding('goal-alpha-beta-own', 'warning', { roi, goals: [turned, calm].map((g) => ({ ...g, ownGy: 20, otherGy: 2 })) }),
      makeFinding('model-not-lq', 'warning', { roi, lqLAboveGy: 3, goals: [turned, calm] }),
      makeFinding('repair-half-time-own', 'warning', { roi, ownHours: 0.3, tableHours: 4.1, goals: [turned, calm] }),
      makeFinding('recovery-own', 'warning', { roi, goals: [{ ...turned, recovery: 0.25 }] }),
      makeFinding('fractions-differ-from-plan', 'warning', { plan: 'P', planned: 5, given: 25, goals: [turned, calm] }),
      makeFinding('repair-half-time-own', 'warning', { roi, ownHours: 8, tableHours: 4.1, goals: [calm] }),
    ];
    const said = restsOnTexts(words[language], WORDS[language], assessmentOf([cord], { findings }));
    expect(said.map(({ part }) => part)).toEqual(Array.from({ length: 5 }, () => 'page-one'));
    for (const { text } of said) {
      for (const figure of ['SpinalCord', 'Dmax < 57 Gy', '51.2 Gy', '59.3 Gy']) expect(text).toContain(figure);
      expect(text).not.toContain('99');
      if (language !== 'en') expect(text).not.toMatch(/met|exceeded|goal|table/);
    }
    expect(said[0].text).toMatch(/20 Gy.*2 Gy/);
    expect(said[2].text).toMatch(/0\.3 h.*4\.1 h/);
    expect(said[4].text).toMatch(/5.*25/);
  });

  it('an alpha/beta of the case names what has it from the organ', () => {
    const all = makeFinding('own-alpha-beta', 'warning', { roi: 'SpinalCord', ownGy: 1, tableGy: 2, inheritedBy: ['Hot'] });
    const part = makeFinding('own-alpha-beta', 'warning', { roi: 'Hot', ownGy: 1, tableGy: 2, from: ['SpinalCord'] });
    const [{ text }] = restsOnTexts(words[language], WORDS[language], assessmentOf([cord], { findings: [all, part] }));
    expect(plain(text)).toMatch(/SpinalCord, Hot 1 Gy.*2 Gy.*Hot.*SpinalCord.* 1 Gy.*2 Gy/);
    if (language === 'en') expect(plain(text)).toContain('SpinalCord, Hot 1 Gy (table 2 Gy); Hot (as SpinalCord) 1 Gy');
  });

  it('prior courses that are each a little less are told together, by their names', () => {
    const part = (course: string) =>
      makeFinding('carried-dose-differs', 'warning', { ...less.facts, course, ownGy: 26.5 } as typeof less.facts);
    const result = assessmentOf([{ ...cord, goals: [met] }], { findings: [part('first'), part('second')] });
    const [carried] = restsOnTexts(words[language], WORDS[language], result);
    for (const figure of ['“first”, “second”', '42.7 Gy', '58.7 Gy']) expect(plain(carried.text)).toContain(figure);
    expect(plain(carried.text)).not.toContain('50.7');
  });

  it('what a goal leaves bears what it holds under', () => {
    const t = words[language];
    const { lead: bare } = leftOf(t, WORDS[language], met);
    const { lead } = leftOf(t, WORDS[language], { ...met, reserves: ['as-drawn', 'off-prescription'] });
    expect(lead).toContain(bare);
    expect(lead!.length).toBeGreaterThan(bare!.length + 10);
    if (language === 'en') {
      expect(lead).toBe('up to ×1.30, as far as it is drawn, with a dose that is not near its prescription');
    }
  });
});
