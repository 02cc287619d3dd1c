import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { relativeTo, resolved, slashed } from '../../src/files/case-path';
import { absentNamed, namedFrom, placeNamed } from '../../src/files/named-place';

const { posix, win32 } = path;
const on = { posix, win32 };

describe('where a path of a case leads', () => {
  it.each([
    ['win32', 'C:\\cases', 'plan/RD.dcm', 'C:\\cases\\plan\\RD.dcm'],
    ['win32', 'C:\\cases', 'plan\\RD.dcm', 'C:\\cases\\plan\\RD.dcm'],
    ['win32', 'C:\\cases', 'D:/patient/RD.dcm', 'D:\\patient\\RD.dcm'],
    ['win32', 'C:\\cases', '/patient/RD.dcm', 'C:\\patient\\RD.dcm'],
    ['win32', '\\\\server\\share\\cases', '../RD.dcm', '\\\\server\\share\\RD.dcm'],
    ['win32', '\\\\server\\share\\cases', '//SERVER/other/RD.dcm', '\\\\SERVER\\other\\RD.dcm'],
    ['win32', '\\\\server\\share\\cases', 'C:/RD.dcm', 'C:\\RD.dcm'],
    ['posix', '/cases', 'plan/RD.dcm', '/cases/plan/RD.dcm'],
    ['posix', '/cases', './C:/RD.dcm', '/cases/C:/RD.dcm'],
    ['posix', '/cases', '/mnt/RD.dcm', '/mnt/RD.dcm'],
    ['posix', '/cases', 'C:RD.dcm', '/cases/C:RD.dcm'],
  ] as const)('on %s from %s, %s', (system, folder, named, place) => {
    expect(placeNamed(folder, named, on[system])).toBe(place);
  });

  it.each([
    ['posix', '/cases', 'C:/data/RD.dcm', 'a path on drive C: of another computer, with Windows'],
    ['posix', '/cases', 'c:\\data\\RD.dcm', 'a path on drive C: of another computer, with Windows'],
    ['posix', '/cases', '//server/share/RD.dcm', 'a path on another computer (//server), which is not asked for files'],
    ['posix', '/server', '\\\\server\\share\\RD.dcm', 'a path on another computer (//server), which is not asked for files'],
    ['win32', 'C:\\cases', '\\\\server\\share\\RD.dcm', 'a path on another computer (//server), which is not asked for files'],
    [
      'win32',
      '\\\\server\\share',
      '//second/share/RD.dcm',
      'a path on another computer (//second), which is not asked for files',
    ],
    ['win32', 'C:\\cases', '\\\\?\\C:\\cases\\RD.dcm', 'a path on another computer (//?), which is not asked for files'],
    ['win32', 'C:\\cases', 'D:RD.dcm', 'a path from wherever drive D: was left'],
  ] as const)('on %s from %s, %s is of elsewhere, and why is said', (system, folder, named, found) => {
    expect(placeNamed(folder, named, on[system])).toMatchObject({ found });
  });

  it('that is not there: a drive that this computer lacks and a path without a drive are told of on Windows', () => {
    const onlyC = (folder: string) => folder === 'C:\\';
    expect(absentNamed('Z:\\RD.dcm', onlyC, win32)?.found).toBe('a path on drive Z:, which this computer does not have');
    expect(absentNamed('/mnt/RD.dcm', onlyC, win32)?.found).toMatch(/^no such file: a path without a drive/);
    expect(absentNamed('C:/RD.dcm', onlyC, win32)).toBeUndefined();
    expect(absentNamed('RD.dcm', onlyC, win32)).toBeUndefined();
    expect(absentNamed('/mnt/RD.dcm', () => false, posix)).toBeUndefined();
  });
});

describe('a place as a case names it', () => {
  it.each([
    ['win32', 'C:\\cases', 'C:\\patient\\RD.dcm', '../patient/RD.dcm'],
    ['win32', 'C:\\cases', 'c:\\Cases\\RD.dcm', 'RD.dcm'],
    ['win32', 'C:\\cases', 'D:\\patient\\RD.dcm', 'D:/patient/RD.dcm'],
    ['win32', 'C:\\cases', '\\\\server\\share\\RD.dcm', '//server/share/RD.dcm'],
    ['win32', '\\\\server\\share\\cases', '\\\\server\\share\\RD.dcm', '../RD.dcm'],
    ['win32', '\\\\server\\share\\cases', '\\\\server\\other\\RD.dcm', '//server/other/RD.dcm'],
    ['win32', 'C:\\cases', 'c:\\RD.dcm', '../RD.dcm'],
    ['posix', '/cases', '/cases/odd\\name.dcm', 'odd\\name.dcm'],
    ['posix', '/cases', '/cases/C:/RD.dcm', './C:/RD.dcm'],
  ] as const)('on %s from %s, %s is %s', (system, folder, file, named) => {
    expect(namedFrom(folder, file, on[system])).toBe(named);
  });

  it('is what the window names it, and leads back', () => {
    for (const [folder, file] of [
      ['C:\\cases\\a', 'C:\\cases\\b\\RD.dcm'],
      ['C:\\cases', 'D:\\RD.dcm'],
      ['\\\\server\\share\\a', '\\\\server\\share\\b\\RD.dcm'],
    ]) {
      const named = namedFrom(folder, file, win32);
      expect(relativeTo(slashed(folder), slashed(file))).toBe(named);
      expect(placeNamed(folder, named, win32)).toBe(file);
      expect(resolved(slashed(folder), named)).toBe(slashed(file));
    }
  });
});
