import { describe, expect, it } from 'vitest';
import { parseCaseFile } from '../../src/case/case-file';
import { inputErrorOf } from '../dicom/objects';

/*
 * What is wrong with a case file is said in the program's own words, wherever it stands. WHOLE has every field that a
 * case can have; each value in it is exchanged for each of SPOILT in turn.
 */

const WORD = { by: 'A', on: '2024-01-01', why: 'seen' };
const accepted = { by: 'A', on: '2024-01-01', note: 'n', sha256: 'a'.repeat(64) };
const deformation = {
  originMm: [0, 0, 0],
  alongRow: [1, 0, 0],
  alongColumn: [0, 1, 0],
  spacingMm: [1, 1, 1],
  size: [2, 2, 2],
  displacementMm: 'AA==',
};
const WHOLE = {
  isoeffectCase: 1,
  title: 't',
  courses: [
    {
      name: 'A',
      role: 'prior',
      started: '2022-01-01',
      completed: '2022-02-01',
      concurrentChemotherapy: 'no',
      phases: [
        { name: 'p', dose: ['a', 'b'], plan: 'c', fractions: 28, doseShare: 0.5, deliveredFractions: 20, doseIs: ['centigray'] },
        {
          totalDoseGy: 50,
          organDoses: { Heart: { Dmax: 4 } },
          organDosesAre: 'planned',
          fractions: 25,
          fractionsPerDay: 2,
          hoursBetween: 6,
        },
        { dose: 'a', doseIs: { percentOfGy: 50 } },
      ],
      structures: 's',
      registration: 'none',
      landmarks: [{ name: 'carina', onAnatomyMm: [1, 2, 3], onCourseMm: [1, 2, 3] }],
      targets: [{ roi: 'PTV', doseGy: 50 }],
      organDoses: { Heart: { Dmax: 4 } },
    },
    { role: 'planned', starts: '2024-01-01', phases: [{ dose: 'a', doseIs: 'one-session' }] },
  ],
  structures: 's',
  derived: { Lungs: 'a + b' },
  registrations: [
    'r',
    { file: 'r', accepted },
    {
      from: 'a',
      to: 'b',
      matrix: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1],
      deformation,
      method: 'manual',
      note: 'n',
      accepted,
    },
  ],
  organs: {
    Heart: {
      organ: 'Heart',
      alphaBetaGy: 3,
      alphaBetaSource: 's',
      recovery: 0.1,
      repairHalfTimeHours: 2,
      lqL: { transitionGyPerFraction: 6, gammaOverAlpha: 5 },
      repopulation: { dProlifGyPerDay: 0.5, kickOffDays: 21 },
    },
  },
  outsideDoseGrid: 'zero',
  metrics: ['D1cc'],
  constraints: ['reirradiation-thorax', { organ: 'Heart', goal: 'Dmax < 5 Gy' }],
  robustness: { marginMm: 3, rotationDegrees: 2 },
  required: ['Heart'],
  absent: { Esophagus: WORD },
  answers: [{ code: 'dose-all-zero', sha256: 'a'.repeat(64), course: 'A', roi: 'Heart', ...WORD }],
  samePatient: { of: [{ id: '1', name: 'A^B', birthDate: '19500101', sex: 'F' }], ...WORD },
  writtenBy: 'isoeffect',
  uid: '2.25.329800735698586629295641978511506172918',
  inputs: { a: 'a'.repeat(64) },
};

const SPOILT = [5, -1, 0, 1.5, 'x', '', true, false, null, [], {}, [5], ['x'], { x: 1 }, Array(17).fill(0), Array(17).fill('x')];
/** Words of the schema library and of programming languages. */
const RAW =
  /invalid|expected|received|too (small|big)|unrecogni[sz]ed|undefined|\bzod\b|\bstring\b|\barray\b|\btuple\b|\bint\b|\benum\b|\bunion\b|\bregex|\bpattern\b|[<>]=|\bitems?\b|\boption\b|\bkeys?\b|\bNaN\b|a value of another|another value/i;

type Path = readonly (string | number)[];
function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, Array.isArray(value) ? Number(key) : key])),
  ];
}
function withValue(path: Path, value: unknown): unknown {
  if (path.length === 0) return value;
  const copy = structuredClone(WHOLE) as never;
  let at: Record<string | number, never> = copy;
  for (const key of path.slice(0, -1)) at = at[key];
  at[path.at(-1)!] = value as never;
  return copy;
}
const refusalOf = (json: unknown) => {
  const text = JSON.stringify(json);
  try {
    parseCaseFile(text, 'case.json');
    return undefined;
  } catch {
    return inputErrorOf(() => parseCaseFile(text, 'case.json'));
  }
};

/** What a goal holds is looked at where goals are read. */
const isGoal = (path: Path) => path[0] === 'constraints' && path.length > 2;

describe('parseCaseFile', () => {
  it('reads the case that has everything', () => {
    expect(parseCaseFile(JSON.stringify(WHOLE), 'case.json')).toEqual(WHOLE);
  });

  it.each(pathsIn(WHOLE).map((path) => [path.join('.') || 'the whole', path] as const))(
    'says in plain words what is wrong with %s',
    (_, path) => {
      const refusals = SPOILT.flatMap((value) => refusalOf(withValue(path, value)) ?? []);
      for (const { needed, where, message } of refusals) {
        expect(needed, message).not.toMatch(RAW);
        expect(needed.trim(), message).not.toBe('');
        if (path.length > 0) expect(where ?? '', message).toContain(String(path[0]));
      }
      // Of all these values no field takes more than two thirds.
      if (!isGoal(path)) expect(refusals.length).toBeGreaterThanOrEqual(5);
    },
  );

  it.each<[string, Path, unknown, string]>([
    ['a number for text', ['structures'], 5, 'structures: found 5; needed text'],
    [
      'text for a number',
      ['courses', 0, 'phases', 0, 'fractions'],
      '28',
      'courses[0].phases[0].fractions: found "28"; needed a number',
    ],
    [
      'a fraction of a fraction',
      ['courses', 0, 'phases', 0, 'deliveredFractions'],
      1.5,
      'deliveredFractions: found 1.5; needed a whole number of fractions',
    ],
    ['no courses', ['courses'], [], 'courses: found []; needed a list of at least 1'],
    ['a role that is none', ['courses', 0, 'role'], 'old', 'courses[0].role: found "old"; needed "prior" or "planned"'],
    ['a short matrix', ['registrations', 2, 'matrix'], [1, 0], 'registrations[2].matrix: found [1,0]; needed a list of 16'],
    [
      'a place of two numbers',
      ['courses', 0, 'landmarks', 0, 'onCourseMm'],
      [1, 2],
      'onCourseMm: found [1,2]; needed a list of at least 3',
    ],
    [
      'a registration that is a number',
      ['registrations', 0],
      5,
      'registrations[0]: found 5; needed text or an object with named fields',
    ],
    ['a frame that is no text', ['registrations', 2, 'from'], 5, 'registrations[2].from: found 5; needed text'],
    ['a file that is no text', ['registrations', 1, 'file'], 5, 'registrations[1].file: found 5; needed text'],
    [
      'an answer that is none',
      ['courses', 1, 'phases', 0, 'doseIs'],
      'rbe',
      'found "rbe"; needed "rbe-weighted", "one-session", "centigray", an object with named fields or a list',
    ],
    [
      'an answer in a list',
      ['courses', 0, 'phases', 0, 'doseIs', 0],
      'rbe',
      'courses[0].phases[0].doseIs[0]: found "rbe"; needed "rbe-weighted"',
    ],
    [
      'a share of a percentage',
      ['courses', 0, 'phases', 2, 'doseIs', 'percentOfGy'],
      -2,
      'doseIs.percentOfGy: found -2; needed more than 0',
    ],
    [
      'a day that is none',
      ['courses', 0, 'started'],
      '1.2.2022',
      'started: found "1.2.2022"; needed a day that exists, YYYY-MM-DD',
    ],
    ['an acceptance by nobody', ['registrations', 1, 'accepted', 'by'], ' ', 'accepted.by: found " "; needed some text'],
    [
      'an unknown field',
      ['organs', 'Heart'],
      { recovry: 0.2 },
      'organs.Heart: found the unknown field "recovry"; needed only the fields of a case file',
    ],
    [
      'an unknown version',
      ['isoeffectCase'],
      2,
      'isoeffectCase: found a case of version 2, written by a newer Isoeffect; needed ',
    ],
    ['a margin of nothing', ['robustness'], true, 'robustness: found true; needed false or an object with named fields'],
  ])('%s: says what was found and what is needed', (_, path, value, message) => {
    expect(refusalOf(withValue(path, value))?.message).toContain(message);
  });

  it('a number beyond all numbers is called so', () => {
    const text = JSON.stringify(WHOLE).replace('"alphaBetaGy":3', '"alphaBetaGy":1e999');
    expect(inputErrorOf(() => parseCaseFile(text, 'case.json')).message).toBe(
      'case.json: organs.Heart.alphaBetaGy: found a number that is too large; needed a number',
    );
  });
});

describe('the UID of a case', () => {
  const uidOf = (uid: unknown) => parseCaseFile(JSON.stringify({ ...WHOLE, uid }), 'case.json').uid;

  it('is a DICOM UID or a UUID, as it was written', () => {
    for (const uid of ['2.25.0', '1.2.840.10008.1', '123e4567-e89b-12d3-a456-426614174000']) expect(uidOf(uid)).toBe(uid);
    expect(uidOf(undefined)).toBeUndefined();
  });

  it('is refused where it is neither: what belongs to it would be taken for the case of another', () => {
    const uids = ['', '2.25.01', '2.25.', 'case.json', `2.25.${'1'.repeat(60)}`, '123E4567-e89b-12d3-a456-426614174000', 5];
    for (const uid of uids) expect(() => uidOf(uid), `${uid}`).toThrow('uid');
  });
});
