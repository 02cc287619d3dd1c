import { describe, expect, it } from 'vitest';
import { type Cylinder, loaded, twoCourses } from './written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -29, toMm: 29 };
const made = (of: object) => {
  const { caseFile, files } = twoCourses(
    [CORD],
    () => 40,
    () => 10,
  );
  return loaded({ ...caseFile, ...of }, files);
};

describe('a set that the case names twice', () => {
  it('is asked once, so that no goal counts twice', async () => {
    const sets = async (constraints: unknown) => (await made({ constraints })).constraintSets.map(({ name }) => name);
    expect(await sets(['reirradiation-thorax', 'reirradiation-thorax'])).toEqual(['reirradiation-thorax']);
    expect(await sets(['umich-reirradiation', 'reirradiation-thorax', 'umich-reirradiation'])).toEqual([
      'umich-reirradiation',
      'reirradiation-thorax',
    ]);
  });
});

describe('the hash of a file that was saved with the case', () => {
  const OTHER = '0'.repeat(64);
  it.each([
    ['prior/RD.dcm', 'prior/RD.dcm'],
    ['./prior/RD.dcm', 'prior/RD.dcm'],
    ['prior//RD.dcm', 'prior/RD.dcm'],
    ['plan/../prior/RD.dcm', 'prior/RD.dcm'],
    ['prior\\RD.dcm', 'prior/RD.dcm'],
  ])('is held against the file, as %s', async (path, file) => {
    const { findings } = await made({ inputs: { [path]: OTHER } });
    expect(findings.filter(({ code }) => code === 'input-changed').map((finding) => finding.file)).toEqual([file]);
  });

  it('is not one of another file', async () => {
    const { findings } = await made({ inputs: { 'RD.dcm': OTHER, '../prior/RD.dcm': OTHER } });
    expect(findings.filter(({ code }) => code === 'input-changed')).toEqual([]);
  });
});
