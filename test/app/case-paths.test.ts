import { describe, expect, it } from 'vitest';
import { relativeCase } from '../../src/app/state/case-paths';
import type { CaseFile } from '../../src/case/case-file';
import { withPaths } from '../../src/case/case-paths';

describe('paths of a case', () => {
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
