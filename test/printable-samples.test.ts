import { describe, expect, it } from 'vitest';
import { Session } from '../src/assessment/session';
import { accessTo } from './case/written-case';
import { type Fields, fileBytes } from './dicom/objects';
import { bytesOf, probe } from './probe';
import { assessed, dosed, looked } from './probed-exits';
import { CASE, OBJECTS, TABLE } from './probed-study';
import { allProbed, stringPaths, withStrings, withText, written } from './probed-texts';

const placesIn = (value: unknown): string[] => {
  const places: string[] = [];
  withStrings(value, (text, at) => {
    places.push(at);
    return text;
  });
  return places;
};

/** Without what takes longest. */
const PLAIN = { ...CASE, derived: undefined, organs: { ...CASE.organs, Around: undefined } };

/** The two groups of a person's name and the ID, which all files share. */
const IDENTITY = ['#p9001#', '#p9002#', '#p9003#'];
const FILES = ['folder', ...Object.keys(OBJECTS)];

describe('a text that acts, in every string of every file', () => {
  it('is seen wherever it is shown: all texts for people at once, with folders and files named so', async () => {
    const { objects, files, caseFile, casePath, placed } = allProbed();
    const outs = [
      await looked(files),
      await assessed(caseFile, files, casePath),
      dosed(objects['plan/RD.dcm'], objects['plan/RS.dcm']),
    ];
    expect(outs.flatMap(({ faults }) => faults)).toEqual([]);
    expect(outs.map(({ refused }) => refused)).toEqual([undefined, undefined, undefined]);
    // What was not shown at all would have nothing wrong with it.
    const shown = outs.map(({ seen }) => [...new Set([...seen].map((mark) => placed[Number(mark.slice(2, -1))] ?? mark))]);
    const ofPlans = ['RTPlanLabel', 'DoseReferenceDescription'];
    const ofFiles = [...IDENTITY, ...FILES, 'ROIName'];
    expect(shown[0]).toEqual(expect.arrayContaining([...ofFiles, ...ofPlans, 'SeriesDescription', 'StructureSetLabel']));
    const ofCase = [
      '.absent.Heart.by',
      '.absent.Heart.why',
      '.answers[0].by',
      '.constraints[1].note',
      '.constraints[1].source',
      '.courses[0].name',
      '.courses[1].name',
      '.guesses[0].message',
      '.organs.SpinalCord.alphaBetaSource',
      '.registrations[0].accepted.by',
      '.registrations[0].accepted.note',
      'derived',
    ];
    const ofTable = ['.goals[0].alphaBetaNote', '.goals[0].note', '.goals[0].source', '.name', '.title'].map(
      (at) => `table${at}`,
    );
    expect(shown[1]).toEqual(expect.arrayContaining([...ofFiles, ...ofCase, ...ofTable]));
    expect(shown[2]).toEqual(expect.arrayContaining(['ROIName']));
  });

  it.each(Object.keys(OBJECTS))('is seen in place of any string, one at a time: %s', async (name) => {
    const faults: string[] = [];
    for (const path of stringPaths(OBJECTS[name])) {
      const fields = { SpecificCharacterSet: 'ISO_IR 192', ...withText(OBJECTS[name], path, probe(1)) };
      const files = written({ ...OBJECTS, [name]: fields });
      // A case reads no slices and no records, and of the prior course what it reads of the planned one.
      const isRead = !/CT|RT\.dcm|prior/.test(name);
      const outs = [await looked(files), ...(isRead ? [await assessed(PLAIN, files)] : [])];
      faults.push(...outs.flatMap((out) => out.faults.map((fault) => `${path.join('.')}: ${fault}`)));
    }
    expect(faults).toEqual([]);
  });

  it('is seen in place of any string of a case and of a table', async () => {
    const plain = written(OBJECTS);
    const session = new Session(accessTo(plain));
    expect(await assessed(CASE, plain, 'case.json', session)).toMatchObject({ refused: undefined, faults: [] });
    const faults: string[] = [];
    const changed = (place: string) => (text: string, at: string) => (at === place ? probe(1) : text);
    for (const place of placesIn(CASE)) {
      const out = await assessed(withStrings(CASE, changed(place)), plain, 'case.json', session);
      faults.push(...out.faults.map((fault) => `case${place}: ${fault}`));
    }
    for (const place of placesIn(TABLE)) {
      plain['own.json'] = bytesOf(JSON.stringify(withStrings(TABLE, changed(place))));
      const out = await assessed(CASE, plain, `${place}.json`, session);
      faults.push(...out.faults.map((fault) => `table${place}: ${fault}`));
    }
    expect(faults).toEqual([]);
  });

  it('is seen in place of any name in a case', async () => {
    const plain = written(OBJECTS);
    const renamed = [
      { organs: { [probe(1)]: { alphaBetaGy: 2 } } },
      { derived: { [probe(1)]: 'Esophagus' } },
      { derived: { Around: probe(1) } },
      { absent: { [probe(1)]: CASE.absent.Heart } },
      { inputs: { [probe(1)]: '0'.repeat(64) } },
      { [probe(1)]: 1 },
      { courses: CASE.courses.map((course) => ({ ...course, [probe(1)]: probe(2) })) },
      { courses: CASE.courses.map((course) => ({ ...course, organDoses: { [probe(1)]: { Dmax: 40 } } })) },
    ];
    for (const change of renamed) {
      expect(await assessed({ ...CASE, ...change }, plain), JSON.stringify(change)).toMatchObject({ faults: [] });
    }
  });

  /** U+202E in GB 18030 and in Latin-1, where it is three signs, one of them a control; and escapes that announce nothing. */
  it.each([
    ['GB18030', [0x81, 0x36, 0xa7, 0x31], '\\u202e'],
    ['ISO_IR 100', [0xe2, 0x80, 0xae], 'â\\x80®'],
    ['ISO_IR 13', [0x1b, 0x5b, 0x32, 0x4a], '\\x1b[2J'],
    ['ISO 2022 IR 6\\ISO 2022 IR 87', [0x1b, 0x5b, 0x32, 0x4a], '\\x1b[2J'],
    ['ISO 2022 IR 6\\ISO 2022 IR 58', [0x1b, 0x24, 0x2a, 0x48, 0x41], '\\x1b'],
    ['no such set', [0x9b, 0x32, 0x4a], '\\x9b2J'],
  ])('is seen in the character set %s', async (characterSet, bytes, seen) => {
    const label = Uint8Array.from([...bytesOf('Label '), ...bytes]);
    const plan: Fields = { ...OBJECTS['plan/RP.dcm'], SpecificCharacterSet: characterSet, RTPlanLabel: label };
    const out = await looked({ 'RP.dcm': fileBytes(plan), 'RD.dcm': fileBytes(OBJECTS['plan/RD.dcm']) });
    expect(out.faults).toEqual([]);
    expect(out.all).toContain(seen);
  });

  it('is shortened where it is very long, with how much is left out', async () => {
    const long = `${probe(1)}${'脊'.repeat(1_000_000)}`;
    const { faults, all, refused } = await assessed(
      {
        ...CASE,
        title: long,
        courses: CASE.courses.map((course) => ({ ...course, name: `${course.role}${long}` })),
        organs: { ...CASE.organs, SpinalCord: { ...CASE.organs.SpinalCord, alphaBetaSource: long } },
        answers: undefined,
      },
      written(OBJECTS),
    );
    expect(faults).toEqual([]);
    expect(refused).toBeUndefined();
    expect(all).toMatch(/\(\d{6,7} characters left out\)/);
    // Some hundred places at 4000 characters at the most, in five ways out and three languages.
    expect(all.length).toBeLessThan(5_000_000);
  });
});
