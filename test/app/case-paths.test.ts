import { describe, expect, it } from 'vitest';
import { resolved } from '../../src/app/engine/file-source';
import { relativeCase, relativeTo, withPaths } from '../../src/app/state/case-paths';
import type { CaseFile } from '../../src/case/case-file';

describe('paths of a case', () => {
  it.each([
    ['/data/patient', '/data/patient/plan/RD.dcm', 'plan/RD.dcm'],
    ['/data/cases', '/data/patient/RD.dcm', '../patient/RD.dcm'],
    ['C:/data/cases', 'C:/data/patient/RD.dcm', '../patient/RD.dcm'],
    ['C:/data', 'D:/patient/RD.dcm', 'D:/patient/RD.dcm'],
    ['/home/a', '/mnt/b/RD.dcm', '/mnt/b/RD.dcm'],
    ['', 'thorax/RD.dcm', 'thorax/RD.dcm'],
  ])('from %s, %s is %s, and back', (folder, path, relative) => {
    expect(relativeTo(folder, path)).toBe(relative);
    expect(resolved(folder, relative)).toBe(path);
  });

  it('of every kind are changed, and nothing else is', () => {
    const caseFile: CaseFile = {
      isoeffectCase: 1,
      courses: [
        { role: 'prior', structures: 'a.dcm', phases: [{ dose: ['b.dcm', 'c.dcm'] }, { totalDoseGy: 20, fractions: 5 }] },
        { role: 'planned', phases: [{ dose: 'd.dcm', plan: 'e.dcm' }] },
      ],
      structures: 'f.dcm',
      registrations: ['g.dcm', { from: '1', to: '2', matrix: [] }],
      constraints: ['hytec-cord', 'own.json', { organ: 'Heart', goal: 'Dmean <= 26 Gy' }],
    };
    const seen: string[] = [];
    withPaths(caseFile, (path) => {
      seen.push(path);
      return path;
    });
    expect(seen.sort()).toEqual(['a.dcm', 'b.dcm', 'c.dcm', 'd.dcm', 'e.dcm', 'f.dcm', 'g.dcm', 'own.json']);
    expect(withPaths(caseFile, (path) => path)).toEqual(caseFile);
    const moved = relativeCase(
      withPaths(caseFile, (path) => `data/${path}`),
      '',
      '',
    );
    expect(moved.structures).toBe('data/f.dcm');
  });
});
