import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../src/case/case-file';
import { pathsOf, withSlashes } from '../../src/case/case-paths';
import { loadCase } from '../../src/case/load-case';
import { accessTo, twoCourses } from './written-case';

const CASE: CaseFile = {
  isoeffectCase: 1,
  courses: [
    { role: 'prior', structures: 'old\\RS.dcm', phases: [{ dose: ['old\\a\\RD.dcm', 'old/RD2.dcm'], plan: 'odd\\RP.dcm' }] },
  ],
  structures: '\\\\server\\share\\RS.dcm',
  registrations: ['C:\\x\\REG.dcm'],
  inputs: { 'old\\RS.dcm': 'a'.repeat(64) },
};

describe('the paths of a case that was written by hand on Windows', () => {
  it('are read with the sign that cases have, everywhere alike, but for a file that is called so', async () => {
    const isThere = async (path: string) => path === 'odd\\RP.dcm';
    const read = await withSlashes(CASE, { isThere });
    expect(pathsOf(read).sort()).toEqual([
      '//server/share/RS.dcm',
      'C:/x/REG.dcm',
      'odd\\RP.dcm',
      'old/RD2.dcm',
      'old/RS.dcm',
      'old/RS.dcm',
      'old/a/RD.dcm',
    ]);
    expect(Object.keys(read.inputs!)).toEqual(['old/RS.dcm']);
    expect((await withSlashes(CASE, {})).courses[0].phases[0].plan).toBe('odd/RP.dcm');
    const plain = { ...CASE, courses: [], structures: 'RS.dcm', registrations: [], inputs: {} };
    expect(await withSlashes(plain, {})).toBe(plain);
  });

  it('lead to the same case, figures and names of files included', async () => {
    const { files, caseFile } = twoCourses(
      [{ name: 'SpinalCord', x: 0, y: 0, radiusMm: 5, fromMm: -9, toMm: 9 }],
      () => 20,
      () => 30,
    );
    const beneath = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`dicom/${name}`, bytes]));
    const text = (sign: string) =>
      JSON.stringify(caseFile).replace(/"([^"]*\.dcm)"/g, (_, name) =>
        JSON.stringify(`dicom${sign}${name.replaceAll('/', sign)}`),
      );
    const [here, windows] = await Promise.all(['/', '\\'].map((sign) => loadCase(text(sign), 'case.json', accessTo(beneath))));
    expect(text('\\')).not.toContain('dicom/');
    expect(windows.caseFile).toEqual(here.caseFile);
    expect(windows.files).toEqual(here.files);
    expect(windows.courses.map((course) => course.phases[0].files)).toEqual(here.courses.map((course) => course.phases[0].files));
  });
});
