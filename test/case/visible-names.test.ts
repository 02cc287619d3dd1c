import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import { terminalText } from '../../src/cli/output';
import { verdictText } from '../../src/cli/verdict-text';
import { evaluatedOrgans } from '../../src/evaluation/assessment';
import { htmlReport } from '../../src/report/html-report';
import { type Cylinder, loaded, structureFile, twoCourses } from './written-case';

const UTF8 = { SpecificCharacterSet: 'ISO_IR 192' };
const cylinder = (name: string, x: number): Cylinder => ({ name, x, y: 20, radiusMm: 5, fromMm: -9, toMm: 9 });

async function result(names: readonly string[], more: object = {}) {
  const bodies = names.map((name, n) => cylinder(name, 20 * n));
  const { caseFile, files } = twoCourses(
    bodies,
    () => 30,
    () => 20,
  );
  // The writer takes a character for a byte.
  const utf8 = (name: string) => Buffer.from(name, 'utf8').toString('latin1');
  files['plan/RS.dcm'] = structureFile(
    bodies.map((body) => ({ ...body, name: utf8(body.name) })),
    UTF8,
  );
  return assess(await loaded({ ...caseFile, robustness: false, ...more }, files));
}

describe('names with signs that cannot be seen', () => {
  it.each([
    ['SpinalCord\u200b', 'SpinalCord\\u200b'],
    ['\u202aSpinal\u00adCord\u202c', '\\u202aSpinal\\xadCord\\u202c'],
    ['Spinal\u2028Cord', 'Spinal\\u2028Cord'],
  ])('are the organ that they read as, and are shown with them: %j', async (name, shown) => {
    const [cord] = evaluatedOrgans((await result([name])).organs);
    expect(cord).toMatchObject({ roi: shown, organ: 'SpinalCord', matchedBy: expect.stringContaining('synonym') });
  });

  it('neither break a table nor reach a page as they are', async () => {
    const shown = 'My\\u202eheart\\u200b\\nline';
    const organs = { [shown]: { organ: 'Heart' } };
    const told = await result(['SpinalCord', 'My\u202eheart\u200b\nline'], { organs });
    const lines = terminalText(verdictText(told, [])).split('\n');
    const row = lines.find((line) => line.includes(shown));
    expect(row?.split('│').length).toBe(lines.find((line) => line.includes('│ SpinalCord'))?.split('│').length);
    expect(htmlReport(told, { createdAt: new Date(0) })).not.toMatch(/[\u200b\u202e]/);
  });

  it('are meant by a case that writes them as the file has them, or as they are shown', async () => {
    for (const name of ['Knot\u200b', 'Knot\\u200b']) {
      const told = await result(['SpinalCord', 'Knot\u200b'], { organs: { [name]: { organ: 'Heart' } } });
      expect(evaluatedOrgans(told.organs).map(({ roi, organ }) => [roi, organ])).toContainEqual(['Knot\\u200b', 'Heart']);
    }
  });
});
