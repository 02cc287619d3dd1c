import type { GuessFacts, MissingFacts } from '../../../src/assessment/proposal-words';
import type { Facts } from '../../../src/findings/words';

const name = '«Salvage»';

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
    undated: [
      { name, role: 'prior' },
      { name, role: 'planned' },
    ],
    'date-of-plan': [{ name, day: '2023-05-15' }],
    'newest-structures': [
      { name, file: '«RS.dcm»', sets: 1 },
      { name, file: '«RS.dcm»', sets: 4 },
    ],
    'same-course': [{ names: [name, '«Boost»'], days: 35 }],
    'targets-of-plan': [
      {
        name,
        targets: [
          { roi: '«PTV»', doseGy: 50.4 },
          { roi: '«Boost»', doseGy: 58.8 },
        ],
      },
    ],
  },
  missing: {
    'no-dose': [{}],
    'no-structures': [{}],
    'one-course': [{}],
    'one-registration': [{ files: ['«REG1.dcm»', '«REG2.dcm»'] }],
    'no-fractions': [{ plan: name }],
  },
};

/** Every one of them: table, code, facts. */
export const PROPOSED = (['guesses', 'missing'] as const).flatMap((table) =>
  Object.entries<readonly Facts[]>(PROPOSALS[table]).flatMap(([code, all]) => all.map((facts) => [table, code, facts] as const)),
);
