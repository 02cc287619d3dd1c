import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import { type Fields, fileBytes } from '../dicom/objects';
import { deformation, matrixItem, registration, registrationItem } from '../dicom/samples';
import { type Cylinder, doseFile, loaded, PLANNED, PRIOR, twoCourses } from './written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -29, toMm: 29 };
const STILL = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
const DOWN = [1, 0, 0, 0, 0, 1, 0, 10, 0, 0, 1, 0, 0, 0, 0, 1];
const FILE = 'reg/REG.dcm';
const WORD = { by: 'a physicist', on: '2026-01-05', why: 'both courses were planned on one scan' };
const goal = (scope: string) => ({ organ: 'SpinalCord', goal: 'Dmax <= 70 Gy', scope, mandatory: true });
const object = (items: readonly Fields[]) =>
  fileBytes(registration({ FrameOfReferenceUID: PLANNED, RegistrationSequence: [...items] }));
const item = (frame: string, matrix: readonly number[]) => registrationItem(frame, [matrixItem(matrix)]);

/** The prior dose falls by 0.2 Gy a mm along y: 40 Gy at y = 0. */
async function result(file: Uint8Array, more: object = {}, frame = PLANNED) {
  const { caseFile, files } = twoCourses(
    [CORD],
    () => 0,
    () => 20,
  );
  const prior = doseFile((_x, y) => 40 + 0.2 * y, { planUid: '1.2.3.61', frame }, { SOPInstanceUID: '1.2.3.31' });
  const goals = ['cumulative', 'prior', 'planned'].map(goal);
  const all = { ...caseFile, registrations: [FILE], robustness: false, constraints: goals, ...more };
  return assess(await loaded(all, { ...files, 'prior/RD.dcm': prior, [FILE]: file }));
}
const verdicts = ({ organs }: Awaited<ReturnType<typeof result>>) =>
  organs[0].goals.map(({ scope, verdict, code }) => [scope, code ?? verdict]);

describe('a registration within the one frame of both courses', () => {
  it('leaves prior dose without a verdict, and is not called the same frame', async () => {
    const told = await result(object([item(PLANNED, STILL), item(PLANNED, DOWN)]));
    expect(told.findings.filter(({ answerable }) => answerable)).toMatchObject([
      { code: 'registration-within-frame', file: FILE, severity: 'error', facts: { frame: PLANNED, movedMm: 10 } },
    ]);
    expect(verdicts(told)).toEqual([
      ['cumulative', 'question-open'],
      ['prior', 'question-open'],
      ['planned', 'met'],
    ]);
    expect(told.registrations).toMatchObject([{ type: 'in question', isAccepted: false }]);
    expect(told.overall.registration).toBe('not accepted');
    expect(told.courses[0].registration).toContain('in question');
  });

  it('is settled by somebody’s word that the courses lie on each other', async () => {
    const file = object([item(PLANNED, STILL), item(PLANNED, DOWN)]);
    const { sha256 } = (await result(file)).findings.find(({ answerable }) => answerable)!;
    const told = await result(file, { answers: [{ code: 'registration-within-frame', sha256, ...WORD }] });
    expect(verdicts(told).map(([, verdict]) => verdict)).toEqual(['met', 'met', 'met']);
    expect(told.registrations).toMatchObject([{ type: 'same frame', isAccepted: true }]);
    expect(told.overall.registration).toBe('same frame');
    expect(told.organs[0].metrics.Dmean.priorPhysicalGy).toBeCloseTo(44, 2);
  });

  it('that moves nothing asks nothing', async () => {
    const told = await result(object([item(PLANNED, STILL), item(PLANNED, STILL)]));
    expect(told.findings.filter(({ answerable }) => answerable)).toEqual([]);
    expect(told.overall.registration).toBe('same frame');
  });

  it('written out in the case is refused', async () => {
    const written = { registrations: [{ from: PLANNED, to: PLANNED, matrix: DOWN }] };
    await expect(result(object([]), written)).rejects.toThrow(/onto itself.*needed two frames/);
  });
});

describe('a registration between frames', () => {
  const written = (matrix: readonly number[]) =>
    result(object([]), { registrations: [{ from: PRIOR, to: PLANNED, matrix, accepted: { by: WORD.by, on: WORD.on } }] }, PRIOR);
  const diagonal = (x: number, y: number, z: number) => [x, 0, 0, 0, 0, y, 0, 0, 0, 0, z, 0, 0, 0, 0, 1];

  it('that is written out and of no one patient is refused', async () => {
    await expect(written(diagonal(10, 10, 10))).rejects.toThrow(/registrations\[0\]\.matrix: found .*1000 times as large/);
    await expect(written(diagonal(0.5, 0.9, 1))).rejects.toThrow(/0\.45 times as large/);
  });

  it('that is written out and mirrors or stretches is told as a file’s is', async () => {
    const codes = async (matrix: readonly number[]) =>
      (await written(matrix)).findings
        .filter(({ code }) => code.startsWith('registration-'))
        .map(({ code, severity }) => [code, severity]);
    expect(await codes(diagonal(1, 1, -1))).toContainEqual(['registration-mirrors', 'error']);
    expect(await codes(diagonal(1.3, 1, 1))).toContainEqual(['registration-scales', 'warning']);
    expect(await codes(diagonal(1.02, 1, 1))).not.toContainEqual(['registration-scales', 'warning']);
  });

  const sheared = (s: number) => [1, s, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
  const about = (degrees: number, size = 1) => {
    const [c, s] = [Math.cos, Math.sin].map((part) => size * part((degrees * Math.PI) / 180));
    return [c, -s, 0, 0, s, c, 0, 0, 0, 0, size, 0, 0, 0, 0, 1];
  };
  const raisedIn = ({ findings }: Awaited<ReturnType<typeof result>>) =>
    findings.filter(({ code }) => /^registration-(turns|distorts|scales)/.test(code));
  const raised = async (matrix: readonly number[]) => raisedIn(await written(matrix));

  it('that shears or stretches and keeps volumes is told', async () => {
    // Lengths become 0.861 and 1.161 times as long.
    const facts = { least: expect.closeTo(0.861, 3), most: expect.closeTo(1.161, 3) };
    expect(await raised(sheared(0.3))).toMatchObject([{ code: 'registration-distorts', severity: 'warning', facts }]);
    expect(await raised(diagonal(1.2, 1 / 1.2, 1))).toMatchObject([{ code: 'registration-distorts' }]);
    expect(await raised(sheared(0.05))).toEqual([]);
    expect(await raised(diagonal(1.05, 1.05, 1.05))).toEqual([]);
  });

  it('that makes lengths of one direction more than twice as long is refused', async () => {
    await expect(written(diagonal(2.5, 0.4, 1))).rejects.toThrow(
      /registrations\[0\]\.matrix: found .*lengths 0\.4 to 2\.5 times/,
    );
    await expect(written(sheared(3))).rejects.toThrow(/lengths 0\.303 to 3\.3 times as long/);
  });

  it('that turns by more than half a right angle asks, and holds up what the course goes into', async () => {
    const told = await written(about(90));
    const facts = { degrees: expect.closeTo(90, 6) };
    expect(raisedIn(told)).toMatchObject([{ code: 'registration-turns', severity: 'error', answerable: true, facts }]);
    expect(verdicts(told)).toEqual([
      ['cumulative', 'question-open'],
      ['prior', 'question-open'],
      ['planned', 'met'],
    ]);
    expect(await raised(about(-60, 1.02))).toMatchObject([{ code: 'registration-turns', answerable: true }]);
    expect(await raised(about(40))).toEqual([]);
  });

  it('that turns asks of the file that it is in, and is answered by its hash', async () => {
    const file = object([item(PRIOR, about(180))]);
    const [asked] = raisedIn(await result(file, {}, PRIOR));
    expect(asked).toMatchObject({ file: FILE, answerable: true, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const answers = [{ ...WORD, code: 'registration-turns', sha256: asked.sha256 }];
    expect(raisedIn(await result(file, { answers }, PRIOR))).toMatchObject([{ severity: 'warning', answered: WORD }]);
  });

  it.each([
    ['moves the source alone', [item(PLANNED, STILL), item(PRIOR, DOWN)], 44 - 2],
    ['moves the registered frame alone', [item(PLANNED, DOWN), item(PRIOR, STILL)], 44 + 2],
    ['moves both alike', [item(PRIOR, DOWN), item(PLANNED, DOWN)], 44],
  ])('%s', async (_, items, meanGy) => {
    // The cord's middle is at y = 20: 44 Gy unmoved; a source point lies 10 mm lower in its own frame.
    const told = await result(object(items), {}, PRIOR);
    expect(told.organs[0].metrics.Dmean.priorPhysicalGy).toBeCloseTo(meanGy, 2);
    expect(told.findings.filter(({ answerable }) => answerable)).toEqual([]);
  });

  it('without matrix and grid leaves the course that it carries without a verdict', async () => {
    const empty = fileBytes(
      deformation(undefined, {
        FrameOfReferenceUID: PLANNED,
        DeformableRegistrationSequence: [{ SourceFrameOfReferenceUID: PRIOR }],
      }),
    );
    const told = await result(empty, {}, PRIOR);
    expect(told.findings.filter(({ answerable }) => answerable)).toMatchObject([{ code: 'registration-item-empty' }]);
    expect(verdicts(told)).toEqual([
      ['cumulative', 'question-open'],
      ['prior', 'question-open'],
      ['planned', 'met'],
    ]);
  });
});

describe('a registration that mirrors', () => {
  const MIRRORS = [
    [1, 0, 0, 0, 0, -1, 0, 40, 0, 0, 1, 0, 0, 0, 0, 1],
    [0.8, 0.6, 0, 0, 0.6, -0.8, 0, 36, 0, 0, 1, 0, 0, 0, 0, 1],
  ];
  const OPEN = [
    ['cumulative', 'question-open'],
    ['prior', 'question-open'],
    ['planned', 'met'],
  ];
  const accepted = { by: WORD.by, on: WORD.on };
  const asking = ({ findings }: Awaited<ReturnType<typeof result>>) =>
    findings.filter(({ code }) => code === 'registration-mirrors');

  it.each(MIRRORS.map((matrix) => [matrix]))('asks in a file, accepted or not: %j', async (matrix) => {
    const file = object([item(PRIOR, matrix)]);
    const told = await result(file, {}, PRIOR);
    expect(asking(told)).toMatchObject([{ severity: 'error', answerable: true, file: FILE }]);
    expect(asking(told)[0].message).not.toMatch(/left|right|front|back/);
    expect(verdicts(told)).toEqual(OPEN);
    const registrations = [{ file: FILE, accepted }];
    expect(verdicts(await result(file, { registrations }, PRIOR))).toEqual(OPEN);
    const answers = [{ code: 'registration-mirrors', sha256: asking(told)[0].sha256, ...WORD }];
    const settled = await result(file, { registrations, answers }, PRIOR);
    expect(verdicts(settled).map(([, verdict]) => verdict)).toEqual(['met', 'met', 'met']);
  });

  it('asks where its matrix is written in the case, of the course that it carries', async () => {
    const written = { from: PRIOR, to: PLANNED, matrix: MIRRORS[0], accepted };
    const more = { registrations: [written] };
    const told = await result(object([]), more, PRIOR);
    expect(asking(told)).toMatchObject([{ severity: 'error', answerable: true, course: 'first' }]);
    expect(verdicts(told)).toEqual(OPEN);
    const answers = [{ code: 'registration-mirrors', course: 'first', ...WORD }];
    const settled = await result(object([]), { ...more, answers }, PRIOR);
    expect(verdicts(settled).map(([, verdict]) => verdict)).toEqual(['met', 'met', 'met']);
  });
});
