import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import { type Cylinder, doseFile, loaded, PLANNED, PRIOR, planFile, registrationFile, twoCourses } from '../case/written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -29, toMm: 29 };
const WORD = { by: 'a physicist', on: '2026-01-05', why: 'the points were taken on another scan' };
const CODE = 'landmarks-contradict-registration';
const STILL = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
type Landmark = { name: string; onAnatomyMm: number[]; onCourseMm: number[] };

/** Points of the course, so far along x from where the registration takes them: it moves nothing. */
const landmarks = (...offMm: readonly number[]): Landmark[] =>
  offMm.map((mm, n) => ({ name: `point ${n}`, onAnatomyMm: [10 * n, 0, 5], onCourseMm: [10 * n + mm, 0, 5] }));

async function result(points: readonly Landmark[], more: object = {}, frame = PRIOR) {
  const { caseFile, files } = twoCourses(
    [CORD],
    () => 40,
    () => 20,
  );
  files['prior/RD.dcm'] = doseFile(() => 40, { planUid: '1.2.3.61', frame }, { SOPInstanceUID: '1.2.3.31' });
  files['REG.dcm'] = registrationFile(STILL);
  const [prior, planned] = caseFile.courses;
  const scopes = ['cumulative', 'prior', 'planned'];
  const constraints = scopes.map((scope) => ({ organ: 'SpinalCord', goal: 'Dmax <= 70 Gy', scope, mandatory: true }));
  const registrations = frame === PRIOR ? [{ file: 'REG.dcm', accepted: { by: 'A', on: '2026-01-05' } }] : [];
  const courses = [{ ...prior, landmarks: points }, planned];
  return assess(await loaded({ ...caseFile, registrations, constraints, courses, ...more }, files));
}
const told = ({ findings }: Awaited<ReturnType<typeof result>>) => findings.filter(({ code }) => code === CODE);
const verdicts = ({ organs }: Awaited<ReturnType<typeof result>>) => organs[0].goals.map(({ verdict }) => verdict);

describe('landmarks that the registration of a course', () => {
  it('misses by more than 10 mm on average ask, accepted or not, and withhold what hangs on it', async () => {
    const off = await result(landmarks(15, 15, 15, 15));
    const facts = { course: 'first', count: 4, meanMm: expect.closeTo(15, 6), maxMm: expect.closeTo(15, 6), boundMm: 10 };
    expect(told(off)).toMatchObject([{ severity: 'error', answerable: true, file: 'REG.dcm', course: 'first', facts }]);
    expect(verdicts(off)).toEqual(['not evaluable', 'not evaluable', 'met']);
    const answers = [{ code: CODE, sha256: told(off)[0].sha256, ...WORD }];
    expect(verdicts(await result(landmarks(15, 15, 15, 15), { answers }))).toEqual(['met', 'met', 'met']);
    // One of three 62 mm off: 20.7 mm on average.
    expect(told(await result(landmarks(0, 62, 0)))).toMatchObject([{ answerable: true }]);
  });

  it('misses by more than the margin are a warning that withholds nothing', async () => {
    const off = await result(landmarks(4, 6));
    expect(told(off)).toMatchObject([{ severity: 'warning', facts: { meanMm: expect.closeTo(5, 6), boundMm: 3 } }]);
    expect(told(off)[0].answerable).toBeUndefined();
    expect(verdicts(off)).toEqual(['met', 'met', 'met']);
    expect(told(await result(landmarks(4, 6), { robustness: { marginMm: 6, rotationDegrees: 0 } }))).toEqual([]);
    expect(told(await result(landmarks(4, 6), { robustness: false }))).toMatchObject([{ facts: { boundMm: 3 } }]);
    expect(told(await result(landmarks(2, 3.9)))).toEqual([]);
  });

  it('asks of a course that is not moved at all, by its name', async () => {
    const off = await result(landmarks(0, 40), {}, PLANNED);
    expect(told(off)).toMatchObject([{ severity: 'error', course: 'first', facts: { meanMm: expect.closeTo(20, 6) } }]);
    const answers = [{ code: CODE, course: 'first', ...WORD }];
    expect(verdicts(await result(landmarks(0, 40), { answers }, PLANNED))).toEqual(['met', 'met', 'met']);
  });

  it('takes right say nothing, nor do those of a course on paper', async () => {
    expect(told(await result(landmarks(0, 0)))).toEqual([]);
    const { caseFile, files } = twoCourses(
      [CORD],
      () => 0,
      () => 20,
    );
    files['prior/RP.dcm'] = planFile(28, '1.2.3.61');
    const paper = { ...caseFile.courses[0], phases: [{ totalDoseGy: 40, fractions: 20 }], landmarks: landmarks(60) };
    expect(told(assess(await loaded({ ...caseFile, courses: [paper, caseFile.courses[1]] }, files)))).toEqual([]);
  });
});
