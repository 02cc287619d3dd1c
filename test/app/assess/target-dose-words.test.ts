import { expect, it } from 'vitest';
import { targetDoseWords } from '../../../src/app/assess/target-dose-words';
import { inLanguage } from './in-language';

const HALF = { roi: 'PTV', prescribedGy: 45.36, doseGy: 22.68 };
const NBSP = '\u00a0';

it('names the dose that is given, of which prescription, and in each fraction that counts', async () => {
  const t = await inLanguage('en');
  expect(targetDoseWords(t, HALF, 1, 14)).toEqual({
    roi: 'PTV',
    dose: `22.68${NBSP}Gy`,
    more: [`of 45.36${NBSP}Gy`, `1.62${NBSP}Gy per fraction`],
  });
  // Cut off, as what is left of a dose: 27.216 and 54.432 Gy.
  expect(targetDoseWords(t, HALF, 1.2, 14)).toMatchObject({
    dose: `27.2${NBSP}Gy`,
    more: [`of 54.4${NBSP}Gy`, `1.94${NBSP}Gy per fraction`],
  });
});

it('has a prescription as it is written where nothing is tried', async () => {
  const whole = { roi: 'PTV', prescribedGy: 45.36, doseGy: 45.36 };
  expect(targetDoseWords(await inLanguage('en'), whole, 1, 28)).toMatchObject({
    dose: `45.36${NBSP}Gy`,
    more: [`1.62${NBSP}Gy per fraction`],
  });
  expect(targetDoseWords(await inLanguage('en'), { ...whole, prescribedGy: 60, doseGy: 60 }, 1, 30).dose).toBe(`60${NBSP}Gy`);
});

it('has the dose per fraction of each phase, one where they are the same, none where it is not known', async () => {
  const t = await inLanguage('en');
  const of = (perFractionGy: number[] | undefined, scale = 1) =>
    targetDoseWords(
      t,
      { roi: 'PTV', prescribedGy: 50.4, doseGy: 50.4, ...(perFractionGy && { perFractionGy }) },
      scale,
      undefined,
    ).more;
  expect(of([2.88, 0.72])).toEqual([`2.88 · 0.72${NBSP}Gy per fraction, phase by phase`]);
  expect(of([2.88, 0.72], 0.5)).toEqual([`1.44 · 0.36${NBSP}Gy per fraction, phase by phase`]);
  expect(of([1.8, 1.8])).toEqual([`1.80${NBSP}Gy per fraction`]);
  expect(of(undefined)).toEqual([]);
});

it('says of what the dose is where it is not known, in every language', async () => {
  const unknown = { roi: 'PTV', prescribedGy: 45.36 };
  const said = await Promise.all(
    (['en', 'zh', 'ja'] as const).map(async (language) => targetDoseWords(await inLanguage(language), unknown, 1, 14)),
  );
  expect(said.map(({ dose }) => dose)).toEqual([undefined, undefined, undefined]);
  expect(said.map(({ more }) => more)).toEqual([
    [`how much of 45.36${NBSP}Gy is given is not known`],
    [`处方 45.36${NBSP}Gy 中实际给予多少未知`],
    [`処方 45.36${NBSP}Gy のうち実際の投与量は不明`],
  ]);
});
