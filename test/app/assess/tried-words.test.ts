import { describe, expect, it } from 'vitest';
import { triedDose, triedWords } from '../../../src/app/assess/tried-words';
import { inLanguage } from './in-language';

/* All that is tried is named: a figure of three changes is not told as that of one. */

const ALL = {
  plannedScale: 0.92,
  plannedFractions: 20,
  organs: { SpinalCord: { alphaBetaGy: 4, recovery: 0.25 }, constructor: { recovery: 0.1 } },
};

describe('what is tried', () => {
  it('is named thing by thing, each with its value', async () => {
    const t = await inLanguage('en');
    expect(triedWords(t, ALL).map((text) => text.replaceAll('\u00a0', ' '))).toEqual([
      'planned dose ×0.92',
      'in 20 fractions',
      'α/β of SpinalCord 4 Gy',
      'recovery of SpinalCord 25.0 %',
      'recovery of constructor 10.0 %',
    ]);
    expect(triedWords(t, { plannedScale: 1 })).toEqual([]);
    expect(triedWords(t, { plannedScale: 1, plannedFractions: 1 })).toEqual(['in 1 fraction']);
    // A tried value of nothing is a value.
    expect(triedWords(t, { plannedScale: 1, organs: { Heart: { recovery: 0 } } })).toHaveLength(1);
  });

  it('is on the pictures as far as it changes them', async () => {
    expect(triedDose(await inLanguage('en'), ALL)).toEqual(['planned dose ×0.92', 'in 20 fractions']);
  });

  it('is named in every language', async () => {
    for (const language of ['zh', 'ja'] as const) {
      const t = await inLanguage(language);
      const said = t('banner.whatIf', { what: triedWords(t, ALL).join(t('tried.and')) });
      for (const part of ['×0.92', '20', 'SpinalCord', '4', '25.0']) expect(said, language).toContain(part);
      expect(said).not.toMatch(/planned|fraction|recovery/);
    }
  });
});
