import { describe, expect, it } from 'vitest';
import { parseDerived } from '../../src/geometry/derived/parse-derived';
import { type Cylinder, loaded, twoCourses } from './written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -9, toMm: 9 };

/** The refusal of a case with something changed. */
async function refusal(edit: (caseFile: Record<string, unknown>) => object): Promise<string> {
  const { caseFile, files } = twoCourses(
    [CORD],
    () => 30,
    () => 30,
  );
  return loaded({ ...caseFile, ...edit(caseFile) }, files).then(
    () => 'none',
    (error: Error) => error.message,
  );
}
const withDose = (dose: unknown) => (caseFile: Record<string, unknown>) => {
  const [prior, planned] = caseFile.courses as object[];
  return { courses: [{ ...prior, phases: [{ dose }] }, planned] };
};

/** Of the planned course; of two targets of one name where only one is given. */
const withTargets =
  (dosesGy: readonly number[], names: readonly string[] = ['PTV', 'PTV']) =>
  (caseFile: Record<string, unknown>) => {
    const [prior, planned] = caseFile.courses as object[];
    const targets = names.map((roi, n) => ({ roi, doseGy: dosesGy[n] ?? 30 }));
    return { courses: [prior, { ...planned, targets }] };
  };

describe('entries of a case that are refused', () => {
  it.each([
    [
      'courses without number',
      ({ courses }: Record<string, unknown>) => ({ courses: Array.from({ length: 5000 }, () => (courses as object[])[0]) }),
      /^case\.json: courses: found .*; needed a list of at most 50$/,
    ],
    [
      'goals without number',
      () => ({ constraints: Array.from({ length: 1001 }, () => ({ organ: 'SpinalCord', goal: 'Dmax <= 50 Gy' })) }),
      /^case\.json: constraints: found .*; needed a list of at most 1000$/,
    ],
    [
      'phases without number',
      ({ courses }: Record<string, unknown>) => ({
        courses: [{ ...(courses as object[])[0], phases: Array.from({ length: 51 }, () => ({ dose: 'prior/RD.dcm' })) }],
      }),
      /^case\.json: courses\[0\]\.phases: found .*; needed a list of at most 50$/,
    ],
    ['structures', () => ({ structures: '' }), /^case\.json: structures: found "".*the path of a file/],
    ['dose', withDose('\0'), /^case\.json: courses\[0\]\.phases\[0\]\.dose/],
    [
      'one of several doses',
      withDose(['prior/RD.dcm', '']),
      /^case\.json: courses\[0\]\.phases\[0\]\.dose\[1\]: found ""; needed the path of a file$/,
    ],
    ['dose', withDose(''), /^case\.json: courses\[0\]\.phases\[0\]\.dose: found ""; needed the path of a file$/],
    ['registration', () => ({ registrations: [''] }), /^case\.json: registrations\[0\]: found ""; needed the path of a file/],
    [
      'registration of a file',
      () => ({ registrations: [{ file: ' ' }] }),
      /^case\.json: registrations\[0\]\.file: found " "; needed the path of a file/,
    ],
    [
      'target twice',
      withTargets([45, 40]),
      /^case\.json: courses\[1\]\.targets\[1\]: found a second dose of PTV: 40 Gy beside 45 Gy; needed each target once/,
    ],
    [
      'target twice by its number',
      withTargets([45, 45, 40], ['PTV', 'Other', 'SpinalCord#1', 'SpinalCord']),
      /found a second dose of SpinalCord: 30 Gy beside 40 Gy/,
    ],
    ['limits', () => ({ constraints: ['hytec-cord', ''] }), /^case\.json: constraints\[1\]: found ""; needed one of reirr/],
    ['limits alone', () => ({ constraints: '' }), /^case\.json: constraints: found ""; needed one of reirr/],
    [
      'matrix of words',
      () => ({ registrations: [{ from: '1', to: '2', matrix: Array(16).fill('a') }] }),
      /^case\.json: registrations\[0\]\.matrix\[0\]: found "a"; needed a number/,
    ],
    [
      'deformation of nothing',
      () => ({ registrations: [{ from: '1', to: '2', deformation: {} }] }),
      /^case\.json: registrations\[0\]\.(matrix|deformation)/,
    ],
    [
      'list of shares',
      () => ({ organs: { SpinalCord: { recovery: [0.1, 0.2, 0.3] } } }),
      /^case\.json: organs\.SpinalCord\.recovery: found 3 shares for 1 prior course; needed one share/,
    ],
    [
      'recovery',
      ({ courses: [prior, planned] }: { courses: object[] }) => ({
        courses: [prior, prior, planned],
        organs: { SpinalCord: { recovery: [0.1] } },
      }),
      /^case\.json: organs\.SpinalCord\.recovery: found 1 share for 2 prior courses; needed one share/,
    ],
    [
      'transition of LQ-L',
      () => ({ organs: { SpinalCord: { lqL: { transitionGyPerFraction: 2 } } } }),
      /^case\.json: organs\.SpinalCord\.lqL\.transitionGyPerFraction: found 2; needed more than 2/,
    ],
    [
      'two first days',
      (caseFile: Record<string, unknown>) => {
        const [prior, planned] = caseFile.courses as object[];
        return { courses: [prior, { ...planned, started: '2022-04-01' }] };
      },
      /^case\.json: courses\[1\]\.starts: found "2023-06-01", and "2022-04-01" under `started`, .*needed one of the two$/,
    ],
    [
      'record beside the dose file',
      (caseFile: Record<string, unknown>) => {
        const [prior, planned] = caseFile.courses as object[];
        return { courses: [{ ...prior, organDoses: { SpinalCord: { Dmax: 60 } } }, planned] };
      },
      /^case\.json: courses\[0\]\.organDoses: found maxima of a record for a course that has a dose file \(phases\[0\]/,
    ],
    [
      'record of a course of which one phase of two has a dose file',
      (caseFile: Record<string, unknown>) => {
        const phases = [{ totalDoseGy: 20, fractions: 10 }, { dose: 'prior/RD.dcm' }];
        const [prior, planned] = caseFile.courses as object[];
        return { courses: [{ ...prior, phases, organDoses: { SpinalCord: { Dmax: 60 } } }, planned] };
      },
      /^case\.json: courses\[0\]\.organDoses: .*dose file \(phases\[1\]\.dose\)/,
    ],
    ['metric', () => ({ metrics: ['D1cc', 'D0cc'] }), /^case\.json: metrics\[1\]: found "D0cc"/],
  ] as const)('names the case file and the field: %s', async (_, edit, message) => {
    expect(await refusal(edit as never)).toMatch(message);
  });

  it('takes the same first day twice for one', async () => {
    const twice = (caseFile: Record<string, unknown>) => {
      const [prior, planned] = caseFile.courses as object[];
      return { courses: [{ ...prior, starts: '2022-01-24' }, planned] };
    };
    expect(await refusal(twice)).toBe('none');
  });

  it.each<[object, string]>([
    [{ totalDoseGy: 50.4 }, 'fractions: found nothing; needed the number of fractions, where there is no dose file'],
    [
      {},
      'dose: found nothing; needed either a dose file, or the total dose or the organ doses of a paper record, one of the two',
    ],
    [
      { dose: 'prior/RD.dcm', fractionsPerDay: 2 },
      'hoursBetween: found nothing; needed the hours between fractions, where there are several a day',
    ],
    [
      { dose: 'prior/RD.dcm', fractionsPerDay: 3, hoursBetween: 12 },
      'hoursBetween: found 12; needed hours that fit between the fractions of a day: at most 24 divided by their number',
    ],
  ])('names the field that a phase lacks: %j', async (phase, message) => {
    const withPhase = (caseFile: Record<string, unknown>) => {
      const [prior, planned] = caseFile.courses as object[];
      return { courses: [{ ...prior, phases: [phase] }, planned] };
    };
    expect(await refusal(withPhase)).toBe(`case.json: courses[0].phases[0].${message}`);
  });

  it.each([0.9, 0, -1])('a slope of %s beyond the transition, less than that of the first Gy', async (gammaOverAlpha) => {
    const organs = { SpinalCord: { lqL: { transitionGyPerFraction: 6, gammaOverAlpha } } };
    expect(await refusal(() => ({ organs }))).toMatch(
      /^case\.json: organs\.SpinalCord\.lqL\.gammaOverAlpha: found .*; needed at least 1: no Gy does less than the first$/,
    );
  });

  it.each(['2023-06-31', '2022-02-29', '2023-13-01', '2023-00-10', '0000-01-01', '2023-6-1', 'soon'])(
    'a day that does not exist: %s',
    async (on) => {
      const absent = { Heart: { by: 'A', on, why: 'taken out' } };
      const needed = `found "${on}"; needed a day that exists, YYYY-MM-DD`;
      expect(await refusal(() => ({ absent }))).toBe(`case.json: absent.Heart.on: ${needed}`);
      const ended = (caseFile: Record<string, unknown>) => {
        const [prior, planned] = caseFile.courses as object[];
        return { courses: [{ ...prior, completed: on }, planned] };
      };
      expect(await refusal(ended)).toBe(`case.json: courses[0].completed: ${needed}`);
    },
  );

  it.each([
    ['SpinalCord + Crd', /^case\.json: derived\.X: found the name "Crd" in "SpinalCord \+ Crd"; needed the name of an ROI/],
    ['', /^case\.json: derived\.X: found nothing; needed names joined by/],
    ['SpinalCord * 2', /^case\.json: derived\.X: found "\*" in "SpinalCord \* 2"; needed names joined by/],
    ['expand(SpinalCord, 500 mm)', /^case\.json: derived\.X: found a margin of 500 mm for expand in "expand\(Sp.*; needed/],
    [
      'expand(SpinalCord, 5)',
      /^case\.json: derived\.X: found the number "5" in "expand\(.*; needed margins with their unit: 3 mm/,
    ],
    ['SpinalCord + X', /^case\.json: derived\.X: found a structure made from itself \(X from X\); needed/],
    ['SpinalCord (', /^case\.json: derived\.X: found "SpinalCord \("; needed names joined by/],
  ])('names the case file and the field of the derived structure %s', async (expression, message) => {
    expect(await refusal(() => ({ derived: { Good: 'SpinalCord', X: expression } }))).toMatch(message);
  });

  it('names the case file where a field is refused after the files are read', async () => {
    const fewer = withDose('prior/RD.dcm');
    const more = await refusal((caseFile) => {
      const { courses } = fewer(caseFile) as { courses: [{ phases: object[] }, object] };
      return {
        courses: [{ ...courses[0], phases: [{ ...courses[0].phases[0], fractions: 5, deliveredFractions: 6 }] }, courses[1]],
      };
    });
    expect(more).toMatch(/^case\.json: courses\[0\]\.phases\[0\]\.deliveredFractions: found 6 of 5 fractions; needed/);
    const unknown = await refusal(() => ({ organs: { Crd: { alphaBetaGy: 2 } } }));
    expect(unknown).toMatch(/^case\.json: organs\.Crd: found a name that is no ROI/);
  });

  it('names the expression of a derived structure, and what is wrong with it in plain words', () => {
    expect(() => parseDerived('')).toThrow('found nothing;');
    expect(() => parseDerived('expand(SpinalCord, 500 mm)')).toThrow(
      'derived structure "expand(SpinalCord, 500 mm)": found a margin of 500 mm for expand',
    );
    expect(() => parseDerived(Array(3000).fill('SpinalCord').join('+'))).toThrow('found 3000 names; needed at most 200');
    expect(() => parseDerived(`${'('.repeat(3000)}A${')'.repeat(3000)}`)).toThrow('more than 200 parentheses');
    expect(parseDerived(Array(200).fill('A').join('+')).kind).toBe('union');
  });
});
