import type { Facts } from '../../../src/findings/words';
import type { GuessFacts, MissingFacts } from '../../../src/inspection/proposal-words';

const name = '«Salvage»';
const refusal = { kind: 'entry-value', file: '«a.dcm»', where: '«b»', found: '«15»', needed: '«1»' } as const;

/** Facts for everything that a proposal says, one set for each form; names stand in «». */
export const PROPOSALS: {
  readonly guesses: { readonly [Code in keyof GuessFacts]: readonly GuessFacts[Code][] };
  readonly missing: { readonly [Code in keyof MissingFacts]: readonly MissingFacts[Code][] };
} = {
  guesses: {
    'role-by-date': [
      { name, day: '2022-01-10', role: 'prior' },
      { name, day: '2023-05-15', role: 'planned' },
    ],
    'only-course': [{ name }],
    'date-of-plan': [
      { name, day: '2023-05-15', of: 'plan' },
      { name, day: '2023-05-15', of: 'study' },
      { name, day: '2023-05-15', of: 'structures' },
    ],
    'one-of-doses': [
      { taken: ['«RD1.dcm»', '«RD2.dcm»'], others: ['«RD3.dcm»', '«RD4.dcm»'] },
      { taken: ['«RD1.dcm»'], others: [], sums: ['«SUM1.dcm»', '«SUM2.dcm»'] },
      { taken: ['«RD1.dcm»'], others: ['«RD3.dcm»'], sums: ['«SUM1.dcm»'] },
    ],
    'newest-structures': [
      { name, file: '«RS.dcm»', sets: 1 },
      { name, file: '«RS.dcm»', sets: 4 },
    ],
    'other-structures': [{ name, file: '«RS.dcm»', others: [{ file: '«RS2.dcm»', day: '2023-06-01' }, { file: '«RS3.dcm»' }] }],
    'records-not-read': [{ records: 1 }, { records: 28 }],
    'same-course': [{ names: [name, '«Boost»'], days: 35 }],
    'targets-of-plan': [
      {
        name,
        targets: [
          { roi: '«PTV»', doseGy: 50.4 },
          { roi: '«Boost»', doseGy: 58.8, partsGy: [49.5, 9.3] },
        ],
      },
    ],
    'prescription-left-out': [
      {
        name,
        left: [
          { doseGy: 50.4, why: 'no-roi' },
          { doseGy: 58.8, roiNumber: 7, why: 'not-in-structures' },
          { doseGy: 0, roiNumber: 8, why: 'no-dose' },
        ],
      },
    ],
    'organ-by-name': [{ roi: '«Myelon»', organ: '«SpinalCord»' }],
    'from-before-change': [
      { name, role: 'prior' },
      { name, role: 'planned' },
      { name, day: '2023-05-15' },
      { name, file: '«RS.dcm»' },
      { name, targets: [{ roi: '«PTV»', doseGy: 50.4 }] },
    ],
    'course-left-out': [{ files: ['«RD.dcm»', '«RP.dcm»'] }],
  },
  missing: {
    'no-dose': [{}],
    'no-structures': [{}],
    'file-left-out': (['dose', 'plan', 'structures', 'unknown'] as const).map((kind) => ({ file: '«a.dcm»', kind, refusal })),
    'plan-without-dose': [{ plan: name, file: '«RP.dcm»' }],
    'group-without-dose': [
      { plan: name, file: '«RP.dcm»', group: 2, fractions: 8, doseGy: 16.5 },
      { plan: name, file: '«RP.dcm»', group: 3, fractions: '«?»' },
    ],
    'one-usable-course': [{ name, left: ['«RD.dcm»', '«RP.dcm»'] }],
    'one-course': [{}],
    'one-registration': [{ files: ['«REG1.dcm»', '«REG2.dcm»'] }],
    'no-fractions': [{ plan: name }],
    'hours-between': [
      { plan: name, perDay: 2, isClear: true },
      { plan: name, perDay: 3, isClear: false },
    ],
    'no-role': [{ name, day: '2023-05-15' }, { name }],
    'which-structures': [{ files: ['«RS1.dcm»', '«RS2.dcm»'] }],
    'no-registration': [{ name }],
    'dose-answer': [{ file: '«RD.dcm»', stated: '«EFFECTIVE»' }],
    'target-dose': [{ name, roi: '«PTV»', dosesGy: [50.4, 9] }],
    'same-patient': [refusal],
    'not-usable': [refusal],
  },
};

/** Every one of them: table, code, facts. */
export const PROPOSED = (['guesses', 'missing'] as const).flatMap((table) =>
  Object.entries<readonly Facts[]>(PROPOSALS[table]).flatMap(([code, all]) => all.map((facts) => [table, code, facts] as const)),
);
