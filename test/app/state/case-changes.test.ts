import { describe, expect, it } from 'vitest';
import { caseChanges } from '../../../src/app/state/case-changes';
import type { CaseFile } from '../../../src/case/case-file';

const CASE: CaseFile = {
  isoeffectCase: 1,
  courses: [
    { name: 'first', role: 'prior', completed: '2022-03-04', phases: [{ dose: 'a/RD.dcm', fractions: 28 }] },
    { name: 'second', role: 'planned', phases: [{ dose: 'b/RD.dcm' }] },
  ],
  structures: 'b/RS.dcm',
  organs: { SpinalCord: { alphaBetaGy: 2 } },
};
const changed = (change: (caseFile: CaseFile) => void): CaseFile => {
  const copy = structuredClone(CASE);
  change(copy);
  return copy;
};
const changes = (change: (caseFile: CaseFile) => void) => caseChanges(CASE, changed(change));

describe('what differs between two versions of a case', () => {
  it('is nothing where they are the same, whatever saving adds to a file', () => {
    expect(caseChanges(CASE, structuredClone(CASE))).toEqual([]);
    const saved = { ...CASE, uid: '2.25.1', writtenBy: 'isoeffect 9', inputs: { 'a/RD.dcm': 'a'.repeat(64) } };
    expect(caseChanges(CASE, saved)).toEqual([]);
  });

  it('is told field by field with what stands there in either, of the course, phase or organ that it is of', () => {
    const found = changes((c) => {
      c.courses[0].phases[0].fractions = 30;
      c.courses[0].completed = undefined;
      c.organs = { SpinalCord: { alphaBetaGy: 2, recovery: 0.25 }, Heart: { alphaBetaGy: 3 } };
      c.derived = { PRV: 'expand(SpinalCord, 3 mm)' };
      c.title = 'again';
    });
    expect(found).toEqual([
      { field: 'completed', in: 'course', of: 'first', before: '2022-03-04' },
      { field: 'fractions', in: 'phase', of: 'first', before: '28', after: '30' },
      { field: 'derived', in: 'case', of: 'PRV', after: 'expand(SpinalCord, 3 mm)' },
      { field: 'title', in: 'case', after: 'again' },
      { field: 'recovery', in: 'organ', of: 'SpinalCord', after: '0.25' },
      { field: 'alphaBetaGy', in: 'organ', of: 'Heart', after: '3' },
    ]);
  });

  it('names courses and phases that one version has not, and a course by its new name', () => {
    expect(changes((c) => c.courses.push({ name: 'third', role: 'prior', phases: [{ dose: 'c/RD.dcm' }] }))).toEqual([
      { field: 'courses', in: 'case', of: 'third', after: 'third' },
    ]);
    expect(changes((c) => c.courses.shift())).toEqual([{ field: 'courses', in: 'case', of: 'first', before: 'first' }]);
    expect(changes((c) => c.courses[0].phases.push({ dose: 'c/RD.dcm' }))).toEqual([
      { field: 'phases', in: 'course', of: 'first', before: '1', after: '2' },
    ]);
    expect(
      changes((c) => {
        c.courses[0].name = 'older';
      }),
    ).toEqual([{ field: 'name', in: 'course', of: 'first', before: 'first', after: 'older' }]);
  });

  it('has a file whose hash both know and have differently', () => {
    const [a, b] = ['a', 'b'].map((sign) => ({ ...CASE, inputs: { 'a/RD.dcm': sign.repeat(64) } }));
    expect(caseChanges(a, b)).toEqual([{ field: 'inputs', in: 'case', of: 'a/RD.dcm' }]);
  });

  it('is told of a case that is half edited, and cuts what is long', () => {
    const half = { isoeffectCase: 1, structures: 'b/RS.dcm' } as unknown as CaseFile;
    expect(caseChanges(CASE, half).map(({ field, of }) => of ?? field)).toEqual(['first', 'second', 'SpinalCord']);
    const [{ after }] = changes((c) => {
      c.title = 'x'.repeat(500);
    });
    expect(after).toHaveLength(60);
  });
});
