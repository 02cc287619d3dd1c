import { describe, expect, it } from 'vitest';
import { parseDerived } from '../../src/geometry/derived/parse-derived';
import { type Cylinder, loaded, twoCourses } from './written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -9, toMm: 9 };

/** The refusal of a case with something changed. */
async function refusal(edit: (caseFile: Record<string, unknown>) => object): Promise<string> {
  const { caseFile, files } = twoCourses(
    [CORD],
    () => 30,
    () => 30,
  );
  return loaded({ ...caseFile, ...edit(caseFile) }, files).then(
    () => 'none',
    (error: Error) => error.message,
  );
}
const withDose = (dose: unknown) => (caseFile: Record<string, unknown>) => {
  const [prior, planned] = caseFile.courses as object[];
  return { courses: [{ ...prior, phases: [{ dose }] }, planned] };
};

describe('entries of a case that are refused', () => {
  it.each([
    ['structures', () => ({ structures: '' }), /^case\.json: structures: found "".*the path of a file/],
    ['dose', withDose('\0'), /^case\.json: courses\[0\]\.phases\[0\]\.dose/],
    ['one of several doses', withDose(['prior/RD.dcm', '']), /^case\.json: courses\[0\]\.phases\[0\]\.dose/],
    ['metric', () => ({ metrics: ['D1cc', 'D0cc'] }), /^case\.json: metrics\[1\]: found "D0cc"/],
  ] as const)('names the case file and the field: %s', async (_, edit, message) => {
    expect(await refusal(edit as never)).toMatch(message);
  });

  it('names the expression of a derived structure, and what is wrong with it in plain words', () => {
    expect(() => parseDerived('')).toThrow('found nothing;');
    expect(() => parseDerived('expand(SpinalCord, 500 mm)')).toThrow(
      'derived structure "expand(SpinalCord, 500 mm)": found a margin of 500 mm for expand',
    );
    expect(() => parseDerived(Array(3000).fill('SpinalCord').join('+'))).toThrow('found 3000 names; needed at most 200');
    expect(() => parseDerived(`${'('.repeat(3000)}A${')'.repeat(3000)}`)).toThrow('more than 200 parentheses');
    expect(parseDerived(Array(200).fill('A').join('+')).kind).toBe('union');
  });
});
