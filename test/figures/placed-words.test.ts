import { describe, expect, it } from 'vitest';
import type { WorstCaseResult } from '../../src/evaluation/assessment';
import type { GroupCause } from '../../src/evaluation/robustness/moves';
import { movedSubject, movedWords, notMovedWords, placedWords } from '../../src/figures/placed-words';

const shift = (xMm: number) => ({ code: 'shift', facts: { xMm, yMm: 0, zMm: 0 } }) as const;
const turn = { code: 'rotation', facts: { degrees: 2, axis: 'x', about: 'organ' } } as const;
const group = (name: string, cause: GroupCause['cause'], role: GroupCause['role'] = 'prior'): GroupCause => ({
  role,
  courses: name.split(' '),
  cause,
});
/** The words with plain spaces. */
const said = (...groups: GroupCause[]) => {
  const cause: WorstCaseResult['cause'] = { ...(groups.find((each) => each.cause)?.cause ?? shift(3)), groups };
  return [placedWords({ cause }), movedSubject(cause)].map((words) => words.replaceAll('\u00a0', ' '));
};

describe('what would have to lie elsewhere', () => {
  it('is the prior course, where that is all there is', () => {
    expect(placedWords({ cause: shift(-3) }).replaceAll('\u00a0', ' ')).toBe('the prior course is 3 mm off (x -3, y 0, z 0)');
    expect(movedSubject(shift(-3))).toBe('the prior course is moved');
  });

  it('is all of those that one registration carries', () => {
    expect(said(group('A B', shift(3)))).toEqual([
      'the prior courses are 3 mm off (x 3, y 0, z 0)',
      'the prior courses are moved',
    ]);
    expect(said(group('P', shift(3), 'planned'))[1]).toBe('the planned course is moved');
  });

  it('is each prior course by itself where they are moved differently', () => {
    expect(said(group('A', shift(-3)), group('B', turn))).toEqual([
      'each prior course is moved by itself: "A" is 3 mm off (x -3, y 0, z 0) and "B" is turned by 2° about x through the organ’s middle',
      'each prior course is moved by itself',
    ]);
    expect(said(group('A B', shift(-3)), group('P', shift(3), 'planned'))[0]).toMatch(
      /^each course is moved by itself: "A" and "B" are 3 mm off .* and "P" is 3 mm off/,
    );
  });

  it('is one alone, or several together', () => {
    expect(said(group('A', null), group('B', shift(3)))[1]).toBe('"B" alone is moved');
    expect(said(group('A', shift(3)), group('B', shift(3)))[1]).toBe('the prior courses together are moved');
    expect(said(group('A', shift(3)), group('P', null, 'planned'))[1]).toBe('the prior course is moved');
    expect(said(group('A', shift(3)), group('P', shift(3), 'planned'))[1]).toBe('"A" and "P" together are moved');
    expect(said(group('A', shift(3)), group('B', null), group('C', shift(3)))[1]).toBe('"A" and "C" together are moved');
  });
});

describe('how courses were moved', () => {
  const robustness = { marginMm: 3, shifts: 26, rotationDegrees: 0 };

  it('says of several groups that not every combination was tried, and of one does not', () => {
    expect(movedWords(robustness)).toBe('prior courses moved by up to 3 mm along each axis');
    const [a, b] = ['A', 'B'].map((name) => ({ role: 'prior' as const, courses: [name] }));
    expect(movedWords({ ...robustness, groups: [{ role: 'prior', courses: ['A', 'B'] }] })).toBe(movedWords(robustness));
    expect(movedWords({ ...robustness, groups: [a, b] })).toContain('together, and each by itself');
    expect(movedWords({ ...robustness, groups: [a, b] })).toContain('not in every combination');
    expect(movedWords({ ...robustness, groups: [a, { role: 'planned', courses: ['P'] }] })).toMatch(
      /^prior courses and the planned one moved by/,
    );
  });

  it('says that none was, and why', () => {
    const of = (course: string, type: string) => ({ course, type });
    const words = (...each: object[]) => notMovedWords({ registrations: each as never });
    expect(words(of('A', 'deformable'), of('B', 'rigid'))).toMatch(
      /^not tried: no course was moved, for a deformation carries "A"/,
    );
    expect(words(of('B', 'rigid'))).toMatch(/^not tried: no course was moved, for the case asks for no motion/);
    expect(words(of('C', 'none'), of('D', 'not needed'))).toBe('');
  });
});
