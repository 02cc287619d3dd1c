import { describe, expect, it } from 'vitest';
import { readIn, relativeTo, resolved, rootOf } from '../../src/files/case-path';

describe('a path as cases have it', () => {
  it.each([
    ['/data/patient', '/data/patient/plan/RD.dcm', 'plan/RD.dcm'],
    ['/data/cases', '/data/patient/RD.dcm', '../patient/RD.dcm'],
    ['/', '/data/RD.dcm', 'data/RD.dcm'],
    ['C:/data/cases', 'C:/data/patient/RD.dcm', '../patient/RD.dcm'],
    ['C:/cases', 'C:/patient/RD.dcm', '../patient/RD.dcm'],
    ['C:', 'C:/patient/RD.dcm', 'patient/RD.dcm'],
    ['C:/data', 'D:/patient/RD.dcm', 'D:/patient/RD.dcm'],
    ['/home/a', '/mnt/b/RD.dcm', '/mnt/b/RD.dcm'],
    ['/home/a', 'C:/b/RD.dcm', 'C:/b/RD.dcm'],
    ['', 'thorax/RD.dcm', 'thorax/RD.dcm'],
    ['//server/share/cases', '//server/share/patient/RD.dcm', '../patient/RD.dcm'],
    ['//server/share', '//server/share/RD.dcm', 'RD.dcm'],
    ['//server/share/cases', '//server/other/RD.dcm', '//server/other/RD.dcm'],
    ['//server/share/cases', '//second/share/RD.dcm', '//second/share/RD.dcm'],
    ['C:/cases', '//server/share/RD.dcm', '//server/share/RD.dcm'],
    ['/data', '//data/share/RD.dcm', '//data/share/RD.dcm'],
    ['/data', '/data/C:/RD.dcm', './C:/RD.dcm'],
  ])('from %s, %s is %s, and back', (folder, path, relative) => {
    expect(relativeTo(folder, path)).toBe(relative);
    expect(resolved(folder, relative)).toBe(path);
  });

  it('is relative on one drive or share, however their names are written', () => {
    expect(relativeTo('c:/data', 'C:/data/RD.dcm')).toBe('RD.dcm');
    expect(relativeTo('//SERVER/Share/a', '//server/share/a/RD.dcm')).toBe('RD.dcm');
  });

  it('never leads above a root, and never from one share to another', () => {
    expect(resolved('/a', '../../x/RD.dcm')).toBe('/x/RD.dcm');
    expect(resolved('C:/a', '../../RD.dcm')).toBe('C:/RD.dcm');
    expect(resolved('//server/share/a', '../../other/RD.dcm')).toBe('//server/share/other/RD.dcm');
    expect(resolved('a', '../../RD.dcm')).toBe('../RD.dcm');
    expect(resolved('/a/b', './c//../RD.dcm')).toBe('/a/b/RD.dcm');
  });

  it('has a drive or a computer where it has one', () => {
    expect(rootOf('c:/x')).toEqual({ text: 'c:/', rest: 'x', drive: 'C:' });
    expect(rootOf('//server/share/x/y')).toEqual({ text: '//server/share/', rest: 'x/y', computer: '//server' });
    expect(rootOf('//server')).toEqual({ text: '//server/', rest: '', computer: '//server' });
    expect(rootOf('/x')).toEqual({ text: '/', rest: 'x' });
    for (const plain of ['x', 'c:x', 'cd:/x', '12:30.dcm', './c:/x']) expect(rootOf(plain)).toEqual({ text: '', rest: plain });
  });

  it('with the sign between parts that Windows has is read as it is meant, unless a file is called so', () => {
    const there = new Set(['/d/odd\\name.dcm']);
    const read = (path: string) => readIn('/d', path, (named) => there.has(named));
    expect(read('plan\\a\\RD.dcm')).toBe('/d/plan/a/RD.dcm');
    expect(read('odd\\name.dcm')).toBe('/d/odd\\name.dcm');
    expect(read('..\\x\\RD.dcm')).toBe('/x/RD.dcm');
    expect(read('C:\\x\\RD.dcm')).toBe('C:/x/RD.dcm');
    expect(read('\\\\server\\share\\RD.dcm')).toBe('//server/share/RD.dcm');
    expect(readIn('C:/d', 'plan\\RD.dcm', () => false)).toBe('C:/d/plan/RD.dcm');
  });
});
