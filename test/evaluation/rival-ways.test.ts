import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import { type Cylinder, doseFile, loaded, PLANNED, PRIOR, registrationFile, twoCourses } from '../case/written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -29, toMm: 29 };
const CODE = 'registrations-disagree';
const BETWEEN = '1.2.3.77';
const OTHER = '1.2.3.78';
const WORD = { by: 'a physicist', on: '2026-01-05', why: 'the direct one was looked at; the other is of the arms up' };
const by = (x: number, y = 0) => [1, 0, 0, x, 0, 1, 0, y, 0, 0, 1, 0, 0, 0, 0, 1];
const step = (from: string, to: string, x: number, y = 0) => ({ from, to, matrix: by(x, y), note: 'written' });

/** The prior dose falls by 1 Gy a mm along y behind 40 Gy at y = 0; its frame is joined to the anatomy's by REG.dcm. */
async function result(steps: readonly object[], more: object = {}) {
  const { caseFile, files } = twoCourses(
    [CORD],
    () => 0,
    () => 20,
  );
  files['prior/RD.dcm'] = doseFile((_x, y) => 40 - y, { planUid: '1.2.3.61', frame: PRIOR }, { SOPInstanceUID: '1.2.3.31' });
  files['REG.dcm'] = registrationFile(by(0));
  const constraints = ['cumulative', 'planned'].map((scope) => ({
    organ: 'SpinalCord',
    goal: 'Dmax <= 70 Gy',
    scope,
    mandatory: true,
  }));
  return assess(
    await loaded({ ...caseFile, registrations: ['REG.dcm', ...steps], robustness: false, constraints, ...more }, files),
  );
}
const told = ({ findings }: Awaited<ReturnType<typeof result>>) => findings.filter(({ code }) => code === CODE);
const verdicts = ({ organs }: Awaited<ReturnType<typeof result>>) => organs[0].goals.map(({ verdict }) => verdict);

describe('a course that registrations carry by two ways', () => {
  it('to places more than 10 mm apart asks, and is withheld', async () => {
    const two = await result([step(PLANNED, BETWEEN, 0, -30), step(BETWEEN, PRIOR, 0, -40)]);
    expect(told(two)).toMatchObject([
      {
        severity: 'error',
        answerable: true,
        file: 'REG.dcm',
        course: 'first',
        facts: {
          course: 'first',
          used: ['REG.dcm'],
          other: [expect.any(String), expect.any(String)],
          apartMm: expect.closeTo(70, 6),
          boundMm: 10,
        },
      },
    ]);
    expect(verdicts(two)).toEqual(['not evaluable', 'met']);
    const answers = [{ code: CODE, sha256: told(two)[0].sha256, ...WORD }];
    expect(verdicts(await result([step(PLANNED, BETWEEN, 0, -30), step(BETWEEN, PRIOR, 0, -40)], { answers }))).toEqual([
      'met',
      'met',
    ]);
  });

  it('to places within 10 mm of each other is a warning from the margin on, and nothing within it', async () => {
    const off = await result([step(PLANNED, BETWEEN, 20), step(PRIOR, BETWEEN, 16)]);
    expect(told(off)).toMatchObject([{ severity: 'warning', facts: { apartMm: expect.closeTo(4, 6), boundMm: 3 } }]);
    expect(told(off)[0].answerable).toBeUndefined();
    expect(verdicts(off)).toEqual(['met', 'met']);
    expect(told(await result([step(PLANNED, BETWEEN, 20), step(BETWEEN, PRIOR, -18)]))).toEqual([]);
    expect(told(await result([step(PLANNED, BETWEEN, 20), step(BETWEEN, PRIOR, -20)]))).toEqual([]);
  });

  it('of which the longest contradicts the shorter ones is told too', async () => {
    const ways = [step(PLANNED, BETWEEN, 5), step(BETWEEN, OTHER, 5), step(OTHER, PRIOR, 30)];
    expect(told(await result(ways))).toMatchObject([{ severity: 'error', facts: { apartMm: expect.closeTo(40, 6) } }]);
    expect(told(await result(ways.slice(0, 2)))).toEqual([]);
  });

  it('told once for a course: by the way that lies farthest', async () => {
    const ways = [step(PLANNED, BETWEEN, 5), step(BETWEEN, PRIOR, 7), step(PLANNED, OTHER, 50), step(OTHER, PRIOR, 5)];
    expect(told(await result(ways))).toMatchObject([{ facts: { apartMm: expect.closeTo(55, 6) } }]);
  });
});
