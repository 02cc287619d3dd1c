import dcmjs from 'dcmjs';
import { describe, expect, it } from 'vitest';
import { Session } from '../../src/assessment/session';
import { AS_IT_IS } from '../../src/case/what-if';
import { exportCumulativeDose } from '../../src/report/dose-export';
import { doseComment } from '../../src/report/part-delivered';
import { accessTo, type Cylinder, doseFile, eqd2Gy, twoCourses } from '../case/written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 0, radiusMm: 5, fromMm: -29, toMm: 29 };
const AB = 2;
const SLICE = 41 * 41;

/** The file that is written of a prior course of 20 Gy and a planned one of 30 Gy, as another program reads it. */
async function written(priorFrames: number, name = 'first', deliveredFractions?: number) {
  const { files, caseFile } = twoCourses(
    [CORD],
    () => 20,
    () => 30,
  );
  const prior = doseFile(() => 20, { planUid: '1.2.3.61', size: [41, 41, priorFrames] }, { SOPInstanceUID: '1.2.3.31' });
  caseFile.courses[0].name = name;
  if (deliveredFractions !== undefined) caseFile.courses[0].phases = [{ dose: 'prior/RD.dcm', deliveredFractions }];
  const session = new Session(accessTo({ ...files, 'prior/RD.dcm': prior }));
  const inputs = await session.read(JSON.stringify(caseFile), 'case.json');
  const { bytes, findings } = await exportCumulativeDose(inputs, session.exported(session.ask(inputs, AS_IT_IS), AB));
  const { dict } = dcmjs.data.DicomMessage.readFile(Uint8Array.from(bytes).buffer);
  const read = dcmjs.data.DicomMetaDictionary.naturalizeDataset(dict);
  const [pixels] = [read.PixelData].flat() as ArrayBuffer[];
  const stored = new Uint32Array(pixels);
  const gyAt = (frame: number) => stored[frame * SLICE + 860] * Number(read.DoseGridScaling);
  return { words: String(read.DerivationDescription), comment: String(read.DoseComment), gyAt, findings };
}

describe('what an exported dose says of itself', () => {
  it('is the sum of all courses where all are known', async () => {
    const { words, comment, gyAt, findings } = await written(41);
    expect(words).toMatch(/^Cumulative EQD2 of all courses; alpha\/beta 2 Gy, no recovery\. Not physical dose\./);
    expect(comment).toBe('Cumulative EQD2, a/b 2 Gy, no recovery');
    expect(findings).toEqual([]);
    for (const frame of [0, 40]) expect(gyAt(frame)).toBeCloseTo(eqd2Gy(20, 28, AB) + eqd2Gy(30, 28, AB), 4);
  });

  it.each([21, 36])('is first of all a lower bound where a grid of %i slices ends before the other', async (frames) => {
    const { words, comment, gyAt, findings } = await written(frames);
    const unknown = (41 - frames) * SLICE;
    expect(words).toContain(
      `Lower bound: in ${unknown} of ${41 * SLICE} voxels the dose of "first" (${unknown} voxels) is not known, and they ` +
        'hold only what is known. Elsewhere cumulative EQD2 of all courses; alpha/beta 2 Gy',
    );
    expect(words.indexOf('Lower bound')).toBe(0);
    expect(comment).toContain('partly unknown');
    expect(findings.map(({ code }) => code)).toEqual(['exported-dose-partly-unknown']);
    expect(gyAt(frames - 1)).toBeCloseTo(eqd2Gy(20, 28, AB) + eqd2Gy(30, 28, AB), 4);
    expect(gyAt(frames)).toBeCloseTo(eqd2Gy(30, 28, AB), 4);
  });

  it('is how many of the planned fractions count, where not all do', async () => {
    const { words, comment, gyAt } = await written(41, 'first', 21);
    expect(comment).toBe('Cumulative EQD2, a/b 2 Gy, no recovery; 21 of 28 fractions');
    expect(words).toMatch(/no recovery\. Counted are of course "first", .*, 21 of 28 fractions\. Not physical dose\./);
    // 15 Gy in 21 fractions.
    expect(gyAt(20)).toBeCloseTo(eqd2Gy(15, 21, AB) + eqd2Gy(30, 28, AB), 4);
    const unknown = await written(21, 'x'.repeat(500), 21);
    expect(unknown.comment).toBe('EQD2, a/b 2 Gy, no recovery; partly unknown; 21 of 28 fractions');
    expect(unknown.words).toContain(' Counted are of the courses in their order 21 of 28 fractions.');
  });

  it.each([
    [3, false, 2, 'EQD2, a/b 3 Gy, no recovery; 15 of 25, 10 of 28 fractions'],
    [3.5, true, 2, 'EQD2, a/b 3.5 Gy, no recovery; partly unknown; 15 of 25, 10 of 28'],
    [3, true, 3, 'EQD2, a/b 3 Gy, no recovery; partly unknown; not all fractions'],
  ] as const)('has a comment of at most 64 characters: α/β %d, partly unknown %s, %d phases', (ab, isUnknown, count, said) => {
    const parts = ['15 of 25', '10 of 28', '12 of 30'].slice(0, count).map((each) => ({ course: 'A', phase: 'P', count: each }));
    const comment = doseComment(ab, isUnknown, parts);
    expect(comment).toBe(said.length > 64 ? 'EQD2, a/b 3.5 Gy, no recovery; partly unknown; not all fractions' : said);
    expect(comment.length).toBeLessThanOrEqual(64);
  });

  it('keeps to 1024 characters whatever a course is called', async () => {
    const { words } = await written(21, 'x'.repeat(2000));
    expect(words.length).toBeLessThanOrEqual(1024);
    expect(words).toContain('Elsewhere cumulative EQD2 of all courses; alpha/beta 2 Gy, no recovery. Not physical dose.');
  });
});
