import { describe, expect, it, vi } from 'vitest';
import { runCalc } from '../../src/cli/calc-command';
import { InputError } from '../../src/input-error';

type Options = Parameters<typeof runCalc>[0];

/** The JSON and the words of one reckoning. */
async function reckoned(options: Options) {
  const [json, words] = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')];
  const said: string[] = [];
  json.mockReturnValue(true);
  words.mockImplementation((text) => said.push(String(text)) > 0);
  try {
    await runCalc({ ...options, json: '-' });
    return { result: JSON.parse(String(json.mock.calls[0][0])), words: said.join('') };
  } finally {
    json.mockRestore();
    words.mockRestore();
  }
}

const TWICE = { dose: 72, fractions: 60, alphaBeta: 3, fractionsPerDay: 2, hoursBetween: 6, repairHalfTime: 4.4 };
const PHI = Math.exp((-Math.LN2 * 6) / 4.4);

describe('what a limit leaves', () => {
  it('is reckoned as the fractions are given: twice a day', async () => {
    const { result, words } = await reckoned({ ...TWICE, limit: 80, remainingFractions: 20 });
    // 72 (1 + 1.3886 x 1.2 / 3) = 111.99 Gy BED, 67.2 EQD2 with α/β 3; D (1 + 1.3886 D / 60) = 12.81 x 5/3.
    const left = 80 - (72 * (1 + ((1 + PHI) * 1.2) / 3)) / (5 / 3);
    const a = (1 + PHI) / 60;
    const dose = (Math.sqrt(1 + 4 * a * left * (5 / 3)) - 1) / (2 * a);
    expect(result.remainingEqd2Gy).toBeCloseTo(left, 9);
    expect(result.remainingDoseGy).toBeCloseTo(dose, 9);
    expect(words).toContain(
      `That is ${dose.toFixed(2)} Gy at the point in 20 fractions, 2 a day 6 h apart (repair half-time 4.4 h)`,
    );
  });

  it('is reckoned as the fractions are given: LQ-L, above and below its transition', async () => {
    const lqL = { dose: 30, fractions: 5, alphaBeta: 2, lqlTransition: 4 };
    // 5 (4 x 3 + 5 x 2) = 110 Gy BED = 55 EQD2; 45 EQD2 = 90 BED in 3: 3 (12 + 5 (d - 4)) = 90, d = 7.6 Gy.
    const above = await reckoned({ ...lqL, limit: 100, remainingFractions: 3 });
    expect(above.result.remainingDoseGy).toBeCloseTo(22.8, 9);
    expect(above.words).toContain('That is 22.80 Gy at the point in 3 fractions, LQ-L above 4 Gy a fraction');
    // 45 EQD2 in 30 fractions stays below 4 Gy each: plain LQ, D (1 + D / 60) = 90.
    const below = await reckoned({ ...lqL, limit: 100, remainingFractions: 30 });
    expect(below.result.remainingDoseGy).toBeCloseTo((Math.sqrt(1 + (4 * 90) / 60) - 1) * 30, 9);
  });

  it('is a number of the same fractions, with the same options', async () => {
    const twice = await reckoned({ ...TWICE, limit: 80 });
    const ofOne = (1.2 * (1 + ((1 + PHI) * 1.2) / 3)) / (5 / 3);
    expect(twice.result.remainingWholeFractions).toBe(Math.floor((80 - 60 * ofOne) / ofOne));
    const lqL = await reckoned({ dose: 30, fractions: 5, alphaBeta: 2, lqlTransition: 4, limit: 100 });
    // 45 / 11 = 4.09; plain LQ, of 12 Gy EQD2 a fraction, would leave 3.
    expect(lqL.result.remainingWholeFractions).toBe(4);
    expect((await reckoned({ dose: 20, fractions: 10, alphaBeta: 2, limit: 40 })).result.remainingWholeFractions).toBe(10);
  });

  it('is nothing where it is exceeded, and by how much is said', async () => {
    // 60 Gy in 2 Gy fractions is 60 Gy EQD2.
    const PLAIN = { dose: 60, fractions: 30, alphaBeta: 2 };
    for (const more of [{}, { remainingFractions: 10 }]) {
      const { result, words } = await reckoned({ ...PLAIN, limit: 50, ...more });
      expect(result.exceededByEqd2Gy).toBeCloseTo(10, 9);
      expect(result.remainingEqd2Gy).toBe(0);
      expect(words).toMatch(/\nThe limit of 50 Gy EQD2 is exceeded by 10\.00 Gy EQD2: nothing is left of it\n$/);
    }
    const little = await reckoned({ ...PLAIN, limit: 59.999 });
    expect(little.result.exceededByEqd2Gy).toBeCloseTo(0.001, 9);
    expect(little.words).toContain('is exceeded by less than 0.01 Gy EQD2');
  });

  it('is nothing, and nothing is exceeded, where the limit is reached exactly', async () => {
    const { result, words } = await reckoned({ dose: 60, fractions: 30, alphaBeta: 2, limit: 60 });
    expect(result).toMatchObject({ exceededByEqd2Gy: 0, remainingEqd2Gy: 0, remainingWholeFractions: 0 });
    expect(words).toContain('Left of 60 Gy EQD2: 0.00 Gy EQD2');
  });

  it('in one fraction is once a day, and says so', async () => {
    const { result, words } = await reckoned({ ...TWICE, limit: 80, remainingFractions: 1 });
    const left = (80 - (72 * (1 + ((1 + PHI) * 1.2) / 3)) / (5 / 3)) * (5 / 3);
    expect(result.remainingDoseGy).toBeCloseTo((Math.sqrt(9 + 12 * left) - 3) / 2, 9);
    expect(words).toContain('in 1 fractions, once a day');
  });

  it('says nothing more of plain fractions once a day', async () => {
    const { words } = await reckoned({ dose: 45, fractions: 25, alphaBeta: 2, limit: 60, remainingFractions: 25 });
    expect(words).toMatch(/fraction\), alpha\/beta 2 Gy: .*\n.*\nThat is \d+\.\d\d Gy at the point in 25 fractions\n$/);
  });
});

describe('an option that nothing would be reckoned with', () => {
  const PLAIN = { dose: 50, fractions: 25, alphaBeta: 2 };
  it.each<[string, Options]>([
    ['--hours-between', { ...PLAIN, hoursBetween: 6 }],
    ['--repair-half-time', { ...PLAIN, repairHalfTime: 4 }],
    ['--lql-gamma-over-alpha', { ...PLAIN, lqlGammaOverAlpha: 4 }],
    ['--lql-gamma-over-alpha', { ...PLAIN, lqlTransition: 4, lqlGammaOverAlpha: 0.5 }],
    ['--remaining-fractions', { ...PLAIN, remainingFractions: 5 }],
    ['--limit', { ...PLAIN, limit: -1 }],
    ['--fractions-per-day', { ...PLAIN, fractions: 1, fractionsPerDay: 2, hoursBetween: 6, repairHalfTime: 4 }],
    ['--hours-between', { ...PLAIN, fractionsPerDay: 3, hoursBetween: 12, repairHalfTime: 4 }],
    ['--hours-between', { ...PLAIN, fractionsPerDay: 2, hoursBetween: 14, repairHalfTime: 4 }],
    ['--hours-between', { ...PLAIN, fractionsPerDay: 4, hoursBetween: 6.1, repairHalfTime: 4 }],
    ['--lql-transition', { ...PLAIN, lqlTransition: 1.5 }],
    ['--lql-transition', { ...PLAIN, fractionsPerDay: 2, hoursBetween: 6, repairHalfTime: 4, lqlTransition: 4 }],
  ])('is refused: %s', async (where, options) => {
    const refused = await runCalc(options).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(InputError);
    expect((refused as InputError).where).toBe(where);
  });
});

describe('fractions that fill the day', () => {
  it.each([
    [2, 12],
    [3, 8],
    [4, 6],
  ])('are reckoned: %d a day, %d h apart', async (fractionsPerDay, hoursBetween) => {
    const plain = { dose: 48, fractions: 24, alphaBeta: 2, repairHalfTime: 0.5 };
    // Of 6 h and more at a half-time of 30 min less than 1/4096 is left unrepaired: 48 Gy EQD2 of 2 Gy.
    const { result } = await reckoned({ ...plain, fractionsPerDay, hoursBetween });
    expect(result.eqd2Gy).toBeCloseTo(48, 1);
  });
});
