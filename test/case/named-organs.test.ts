import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import { type Cylinder, loaded, structureFile, twoCourses } from './written-case';

const CORD: Cylinder = { name: 'Rm_17', x: 0, y: 20, radiusMm: 5, fromMm: -9, toMm: 9 };
const PTV: Cylinder = { ...CORD, name: 'PTV_A', y: -20 };
const WORD = { by: 'A', on: '2026-01-05', why: 'taken out' };

function made(more: (caseFile: Record<string, unknown>) => object) {
  const { caseFile, files } = twoCourses(
    [CORD, PTV],
    () => 30,
    () => 30,
  );
  files['prior/RS.dcm'] = structureFile([{ ...PTV, name: 'PTV_B' }, CORD], { SOPInstanceUID: '1.2.3.41' });
  return loaded({ ...caseFile, robustness: false, ...more(caseFile) }, files);
}
const refusal = (more: (caseFile: Record<string, unknown>) => object) =>
  made(more).then(
    () => 'none',
    (error: Error) => error.message,
  );

describe('the organ that an ROI is said to be', () => {
  it.each(['SpinalCord', 'spinal cord', 'Spinal-Cord', 'myelon'])('is read as an ROI is: %s', async (organ) => {
    const result = assess(await made(() => ({ organs: { Rm_17: { organ } } })));
    const [cord] = result.organs.filter(({ roi }) => roi === 'Rm_17');
    expect([cord.organ, cord.alphaBetaGy]).toEqual(['SpinalCord', 2]);
    expect(cord.goals.filter(({ mandatory }) => mandatory).map(({ goal }) => goal)).toContain('Dmax < 57 Gy');
    const { facts } = result.findings.find(({ code }) => code === 'required-organ-not-judged') ?? {};
    expect((facts as { organs: string[] } | undefined)?.organs ?? []).not.toContain('SpinalCord');
  });

  it.each([
    ['Foo', /^case\.json: organs\.Rm_17\.organ: found "Foo", which is no organ .*; nearest are /],
    ['', /^case\.json: organs\.Rm_17\.organ: found "", which is no organ/],
    ['Trachae', /nearest are Trachea/],
    // By the names that ROIs go by, and none for what is no name.
    ['Cord_2', /nearest are SpinalCord,/],
    ['Oesophag', /nearest are Esophagus,/],
    ['', /needed the name of an organ$/],
    [' _ ', /needed the name of an organ$/],
    ['constructor', /^case\.json: organs\.Rm_17\.organ: found "constructor"/],
  ])('is refused by its field where it is not known: "%s"', async (organ, message) => {
    expect(await refusal(() => ({ organs: { Rm_17: { organ, alphaBetaGy: 3 } } }))).toMatch(message);
  });

  it('may be a part, a margin or a target', async () => {
    for (const organ of ['Lungs-GTV', 'SpinalCord_PRV', 'PTV', 'Esophagus_in_PTV']) {
      const { regions } = await made(() => ({ organs: { Rm_17: { organ } } }));
      expect(regions.find(({ name }) => name === 'Rm_17')?.organ).toBe(organ);
    }
  });
});

it.each(['Esophagsu', 'constructor', 'Esophagus#5', 'PTV'])('an absent organ "%s" is refused by its field', async (name) => {
  expect(await refusal(() => ({ absent: { [name]: WORD } }))).toMatch(
    new RegExp(`^case\\.json: absent\\.${name}: found "${name}", which is no organ that is known here; needed .*nearest are`),
  );
});

it('organs of names as long as a book are refused at once, wherever a case names one', async () => {
  const long = 'Heart'.repeat(200_000);
  const before = performance.now();
  expect(await refusal(() => ({ required: [long] }))).toMatch(/^case\.json: required\[0\]: found "HeartHeart/);
  expect(await refusal(() => ({ absent: { [long]: WORD } }))).toMatch(/^case\.json: absent\.HeartHeart/);
  expect(await refusal(() => ({ organs: { Rm_17: { organ: long } } }))).toMatch(
    /^case\.json: organs\.Rm_17\.organ: found "HeartHeart/,
  );
  // Letter by letter, each took more than half a minute.
  expect(performance.now() - before).toBeLessThan(5000);
});

it.each(['', '  '])('a derived structure without a name is refused: "%s"', async (name) => {
  expect(await refusal(() => ({ derived: { [name]: 'Rm_17 - PTV_A' } }))).toBe(
    'case.json: derived: found a structure with an empty name; needed a name for each',
  );
});

describe('a target', () => {
  const withTarget = (n: number, roi: string, more: object) => (caseFile: Record<string, unknown>) => ({
    courses: (caseFile.courses as object[]).map((course, c) =>
      c === n ? { ...course, targets: [{ roi, doseGy: 30 }], ...more } : course,
    ),
  });
  const codes = async (n: number, roi: string, more: object) =>
    (await made(withTarget(n, roi, more))).findings.map(({ code }) => code);

  it('that the structures of its course do not have is a warning that names those there', async () => {
    const found = async (n: number, roi: string, more: object) =>
      (await made(withTarget(n, roi, more))).findings.filter(({ code }) => code === 'target-not-drawn');
    expect(await found(1, 'PTV_C', {})).toMatchObject([{ severity: 'warning', facts: { roi: 'PTV_C' } }]);
    expect(await found(0, 'PTV_C', { structures: 'prior/RS.dcm' })).toHaveLength(1);
    expect(await found(0, 'PTV_A', { structures: 'prior/RS.dcm' })).toHaveLength(1);
  });

  it('that is there, or of a course whose contours are not, is as it may be', async () => {
    expect(await codes(0, 'PTV_C', {})).not.toContain('target-not-drawn');
    expect(await codes(0, 'PTV_B', { structures: 'prior/RS.dcm' })).not.toContain('target-not-drawn');
    expect(await codes(1, 'PTV_A#2', {})).not.toContain('target-not-drawn');
  });
});

it.each(['', ' ', 'Foo', 'Trachae', 'constructor'])('a required organ "%s" is refused by its field', async (name) => {
  const message = `case.json: required[1]: found "${name}", which is no organ that is known here; needed the name of an organ`;
  expect(await refusal(() => ({ required: ['heart', name] }))).toContain(message);
});

it.each(['Trachea', 'spinal cord', 'SpinalCord_PRV', 'PTV'])('a required organ "%s" is taken', async (name) => {
  expect(await refusal(() => ({ required: [name] }))).toBe('none');
});
