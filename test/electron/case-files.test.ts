import { link, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { grantedIn, openCaseFile, placesNamed } from '../../electron/case-files';
import { FileGrants } from '../../electron/file-grants';
import { isCaseText, namedPaths } from '../../src/files/named-paths';
import { temporaryFolder } from './temporary-folder';

const folder = temporaryFolder();

const CASE = {
  isoeffectCase: 1,
  courses: [
    { phases: [{ dose: ['prior/RD1.dcm', 'prior/RD2.dcm'], plan: 'prior/RP.dcm' }], structures: '../shared/RS.dcm' },
    { phases: [{ dose: 'RD.dcm' }, { totalDoseGy: 20 }] },
  ],
  structures: 'RS.dcm',
  registrations: ['reg/REG.dcm', { from: 'a', to: 'b', matrix: [] }],
  constraints: ['hytec-cord', 'own/limits.json', { organ: 'Cord' }],
};

describe('the files of a case', () => {
  test('are those that it names', () => {
    expect(namedPaths(JSON.stringify(CASE))).toEqual([
      'prior/RD1.dcm',
      'prior/RD2.dcm',
      'prior/RP.dcm',
      'RD.dcm',
      '../shared/RS.dcm',
      'RS.dcm',
      'reg/REG.dcm',
      'own/limits.json',
    ]);
    expect(namedPaths('{"constraints": "own.json"}')).toEqual(['own.json']);
  });

  test('of a draft are those of them that were open', () => {
    const grants = new FileGrants();
    for (const name of ['/p/RD.dcm', '/p/other.dcm']) grants.grant(path.normalize(name), 1, 'chosen');
    const text = JSON.stringify({ courses: [{ phases: [{ dose: '/p/RD.dcm' }] }], structures: '/etc/passwd' });
    expect(grantedIn(JSON.stringify({ text, folder: '' }), grants)).toEqual([path.normalize('/p/RD.dcm')]);
    for (const content of ['', '{', 'null', '{"text": 3}']) expect(grantedIn(content, grants)).toEqual([]);
  });

  test('are none where it is no case at all', () => {
    const texts = ['', '{', 'null', '[]', '3', '{"courses": 3}', '{"courses": [null, {"phases": "x"}], "structures": {}}'];
    for (const text of texts) expect(namedPaths(text)).toEqual([]);
    expect(namedPaths('{"structures": "a\\u0000b"}')).toEqual([]);
    expect(isCaseText('{"isoeffectCase": 1}')).toBe(true);
    expect(isCaseText('{"courses": []}')).toBe(false);
    expect(isCaseText('no')).toBe(false);
  });

  test('are granted with those beside them where they are there, and no others', async () => {
    await folder.make({
      'here/case.json': JSON.stringify(CASE),
      'here/RD.dcm': 'dose',
      'here/notes.txt': '',
      'here/prior/RD1.dcm': '',
      'here/prior/beside.dcm': '',
      'here/prior/CT/deeper.dcm': '',
      'here/other/unrelated.dcm': '',
      'shared/RS.dcm': '',
    });
    const opened = await openCaseFile(folder.at('here/case.json'), new FileGrants());
    expect(opened.text).toBe(JSON.stringify(CASE));
    const names = opened.files.map((file) => path.relative(folder.path, file.path).replaceAll('\\', '/')).sort();
    expect(names).toEqual([
      'here/RD.dcm',
      'here/notes.txt',
      'here/prior/CT/deeper.dcm',
      'here/prior/RD1.dcm',
      'here/prior/beside.dcm',
      'shared/RS.dcm',
    ]);
  });

  test('are each one file where names are one in either case, and the folder of the case is its own by any of them', async () => {
    const text = JSON.stringify({ courses: [{ phases: [{ dose: 'RD.dcm' }] }], structures: 'old/RS.dcm' });
    await folder.make({ 'here/case.json': text, 'here/rd.dcm': '', 'here/old/rs.dcm': '', 'here/old/RP.dcm': '' });
    // Links stand for a disk on which both names lead to one file.
    await link(folder.at('here/rd.dcm'), folder.at('here/RD.dcm'));
    await link(folder.at('here/old/rs.dcm'), folder.at('here/old/RS.dcm'));
    const { files } = await openCaseFile(folder.at('here/case.json'), new FileGrants());
    const names = files.map((file) => path.relative(folder.at('here'), file.path).replaceAll('\\', '/')).sort();
    expect(names).toEqual(['RD.dcm', 'old/RP.dcm', 'old/RS.dcm']);
  });

  test('a file that is not JSON is still opened, for the engine to say so', async () => {
    const [file] = await folder.make({ 'case.json': 'not JSON', 'RD.dcm': '' });
    const modifiedAt = (await stat(file)).mtime.toISOString();
    const opened = await openCaseFile(file, new FileGrants());
    expect(opened).toEqual({ path: file.replaceAll('\\', '/'), text: 'not JSON', files: [], modifiedAt });
    await rm(file);
    await expect(openCaseFile(file, new FileGrants())).rejects.toThrow(`${file} is no longer there.`);
  });

  test('another computer is not asked for a file', () => {
    const { win32 } = path;
    const at = (casePath: string, named: string) => placesNamed(casePath, named, win32);
    expect(at('C:\\cases\\case.json', '\\\\elsewhere\\share\\RD.dcm')).toEqual([]);
    expect(at('C:\\cases\\case.json', '//elsewhere/share/RD.dcm')).toEqual([]);
    expect(at('\\\\here\\share\\case.json', '\\\\HERE\\share\\RD.dcm')).toEqual(['\\\\HERE\\share\\RD.dcm']);
    expect(at('\\\\here\\share\\case.json', 'RD.dcm')).toEqual(['\\\\here\\share\\RD.dcm']);
    expect(at('C:\\cases\\case.json', '..\\RD.dcm')).toEqual(['C:\\RD.dcm']);
    expect(placesNamed('/cases/case.json', '//elsewhere/share/RD.dcm', path.posix)).toEqual([]);
  });

  test.skipIf(path.sep === '\\')('written by hand on Windows are granted here; a name with that sign counts before', async () => {
    const text = JSON.stringify({
      courses: [{ phases: [{ dose: ['plan\\RD.dcm', 'odd\\name.dcm'] }] }],
      structures: 'C:\\x\\RS.dcm',
    });
    await folder.make({ 'here/case.json': text, 'here/plan/RD.dcm': '', 'here/odd\\name.dcm': '', 'here/odd/name.dcm': '' });
    const { files } = await openCaseFile(folder.at('here/case.json'), new FileGrants());
    expect(files.map((file) => path.relative(folder.at('here'), file.path)).sort()).toEqual(['odd\\name.dcm', 'plan/RD.dcm']);
  });
});
