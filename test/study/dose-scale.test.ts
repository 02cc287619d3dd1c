import { describe, expect, it } from 'vitest';
import { doseScale } from '../../src/study/dose-scale';
import { dose } from './objects';

describe('units', () => {
  it('GY is taken as it is', () => expect(doseScale(dose(), {})).toEqual({ scale: 1, findings: [] }));

  it('RELATIVE needs what 100 % is, and the highest dose is told', () => {
    // 50.40 in the file: half of 100 %.
    const relative = dose({ doseUnits: 'RELATIVE' });
    expect(() => doseScale(relative, {})).toThrow(/RD\.dcm: \(3004,0002\) DoseUnits: found RELATIVE.*percentOfGy/);
    const { scale, findings } = doseScale(relative, { doseIs: { percentOfGy: 60 } });
    expect(scale).toBeCloseTo(0.6, 12);
    expect(findings[0].message).toContain('50.4 %, becomes 30.2 Gy');
    expect(findings[0].severity).toBe('info');
  });

  it('RELATIVE whose highest value is no percentage of a prescription is a warning', () => {
    const ofOne = dose({ doseUnits: 'RELATIVE', doseGridScaling: 1 / 5040 });
    expect(doseScale(ofOne, { doseIs: { percentOfGy: 60 } }).findings[0].severity).toBe('warning');
  });

  it('cGy needs the user’s word', () => {
    const centigray = dose({ doseUnits: 'CGY', doseGridScaling: 1 });
    expect(() => doseScale(centigray, {})).toThrow(/CGY.*centigray/);
    expect(doseScale(centigray, { doseIs: 'centigray' }).scale).toBe(0.01);
  });

  it('others and none are refused', () => {
    expect(() => doseScale(dose({ doseUnits: 'SV' }), {})).toThrow(/found SV; needed GY/);
    expect(() => doseScale(dose({ doseUnits: '' }), {})).toThrow(/found nothing; needed GY/);
  });

  it('a dose in GY that no treatment gives is a warning', () => {
    const [finding] = doseScale(dose({ doseGridScaling: 1 }), {}).findings;
    expect(finding).toMatchObject({ code: 'dose-implausibly-high', severity: 'warning' });
    expect(finding.message).toContain('5040.0 Gy');
  });

  it('one that no number of a result could hold is refused, whatever its unit', () => {
    // 5040 stored units.
    expect(doseScale(dose({ doseGridScaling: 198 }), {}).scale).toBe(1);
    expect(() => doseScale(dose({ doseGridScaling: 199 }), {})).toThrow(
      /RD\.dcm: \(3004,000E\) DoseGridScaling: found 199.* 1\.003e\+6 Gy.*; needed/,
    );
    const percent = dose({ doseUnits: 'RELATIVE', doseGridScaling: 1e9 });
    expect(() => doseScale(percent, { doseIs: { percentOfGy: 60 } })).toThrow(/DoseGridScaling: found/);
  });
});

describe('type', () => {
  it('EFFECTIVE needs the user’s word', () => {
    const effective = dose({ doseType: 'EFFECTIVE' });
    expect(() => doseScale(effective, {})).toThrow(/\(3004,0004\) DoseType: found EFFECTIVE.*rbe-weighted/);
    expect(doseScale(effective, { doseIs: 'rbe-weighted' })).toMatchObject({
      scale: 1,
      findings: [{ code: 'dose-rbe-weighted' }],
    });
  });

  it('ERROR is refused, a missing type said', () => {
    expect(() => doseScale(dose({ doseType: 'ERROR' }), {})).toThrow(/ERROR, the difference of two doses/);
    expect(doseScale(dose({ doseType: '' }), {}).findings).toMatchObject([{ code: 'dose-type-missing', severity: 'warning' }]);
  });

  it('several answers go together', () => {
    const both = dose({ doseType: 'EFFECTIVE', doseUnits: 'RELATIVE' });
    expect(doseScale(both, { doseIs: ['rbe-weighted', { percentOfGy: 50 }] }).scale).toBe(0.5);
  });
});

describe('an answer to what the file does not ask', () => {
  it.each([
    ['rbe-weighted', 'PHYSICAL'],
    ['one-session', 'PLAN'],
    ['centigray', 'GY'],
    [{ percentOfGy: 50 }, 'GY'],
  ] as const)('%j is refused, not passed over', (doseIs, found) => {
    expect(() => doseScale(dose(), { doseIs, fractions: 5 })).toThrow(new RegExp(`found ${found}, and the answer`));
  });
});

describe('what is asked for', () => {
  const SWITCHES = {
    fractions: '--fractions N',
    oneSession: '--dose-is one-session',
    centigray: '--dose-is centigray',
    percentOfGy: '--dose-is percent:50.4',
    rbeWeighted: '--dose-is rbe-weighted',
  };
  const session = dose({ doseSummationType: 'FRACTION_SESSION' });
  const neededOf = (of: () => unknown) => {
    try {
      of();
    } catch (error) {
      return (error as { needed: string }).needed;
    }
    throw new Error('nothing was refused');
  };

  it.each([
    [dose({ doseUnits: 'RELATIVE' }), '--dose-is percent:50.4', '"doseIs": { "percentOfGy": 50.4 }'],
    [dose({ doseUnits: 'CGY' }), '--dose-is centigray', '"doseIs": "centigray"'],
    [dose({ doseType: 'EFFECTIVE' }), '--dose-is rbe-weighted', '"doseIs": "rbe-weighted"'],
    [session, '--dose-is one-session', '"doseIs": "one-session"'],
  ])('is said in the words of the command line or of a case', (of, bySwitch, inCase) => {
    const there = neededOf(() => doseScale(of, {}, SWITCHES));
    expect(there).toContain(bySwitch);
    expect(there).not.toContain('doseIs');
    expect(neededOf(() => doseScale(of, {}))).toContain(inCase);
  });

  it('of a session is what has not been given alone', () => {
    expect(neededOf(() => doseScale(session, { doseIs: 'one-session' }, SWITCHES))).toBe(
      'the number of fractions: --fractions N',
    );
    expect(neededOf(() => doseScale(session, { fractions: 5 }))).toBe(
      'the user\'s word that every session is like this one: "doseIs": "one-session"',
    );
  });

  it('of values in cGy that the file calls GY is another export, and no word that is refused', () => {
    const high = dose({ doseGridScaling: 1 });
    expect(doseScale(high, {}).findings[0].message).toContain('has to be exported again with its unit');
    expect(neededOf(() => doseScale(high, { doseIs: 'centigray' }))).toContain('Export the dose again with its unit');
  });
});
