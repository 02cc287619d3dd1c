import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import type { Fields } from '../dicom/objects';
import { type Cylinder, doseFile, loaded, planFile, twoCourses } from './written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -29, toMm: 29 };
const WORD = { by: 'a physicist', on: '2026-01-05', why: 'one plan was given twice' };
type Dose = (x: number, y: number, z: number) => number;
const FALLING: Dose = (x, y) => 30 + 0.1 * x - 0.2 * y;

/** Two courses; the prior dose under its own identifiers, and 3 mm beside the planned one. */
async function result(prior: Dose, planned: Dose, more: object = {}, overrides: Fields = {}) {
  const { caseFile, files } = twoCourses([CORD], prior, planned);
  const spec = { planUid: '1.2.3.61', origin: [-63, -60, -60] as const };
  const there: Dose = (x, y, z) => prior(x + 3, y, z);
  files['prior/RD.dcm'] = doseFile(there, spec, { SOPInstanceUID: '1.2.3.31', ...overrides });
  const constraints = ['cumulative', 'prior', 'planned'].map((scope) => ({
    organ: 'SpinalCord',
    goal: 'Dmax <= 70 Gy',
    scope,
    mandatory: true,
  }));
  return assess(await loaded({ ...caseFile, robustness: false, constraints, ...more }, files));
}
const asking = ({ findings }: Awaited<ReturnType<typeof result>>) =>
  findings.filter(({ code, answerable }) => answerable && code.startsWith('same-'));
const verdicts = ({ organs }: Awaited<ReturnType<typeof result>>) => organs[0].goals.map(({ verdict }) => verdict);

describe('doses of two courses with the same values', () => {
  it('ask, of both courses, wherever they lie and whatever identifiers they have', async () => {
    const told = await result(FALLING, FALLING);
    const facts = { courses: ['first', 'second'], sameAs: 'prior/RD.dcm' };
    expect(asking(told)).toMatchObject([{ code: 'same-voxels-in-two-courses', severity: 'error', file: 'plan/RD.dcm', facts }]);
    expect(verdicts(told)).toEqual(['not evaluable', 'not evaluable', 'not evaluable']);
    const answers = [{ code: 'same-voxels-in-two-courses', sha256: asking(told)[0].sha256, ...WORD }];
    expect(verdicts(await result(FALLING, FALLING, { answers }))).toEqual(['met', 'met', 'met']);
  });

  it('ask of two prior courses, not of the planned one', async () => {
    const { caseFile, files } = twoCourses([CORD], FALLING, () => 20);
    files['older/RD.dcm'] = doseFile(FALLING, { planUid: '1.2.3.62' }, { SOPInstanceUID: '1.2.3.32' });
    files['older/RP.dcm'] = planFile(10, '1.2.3.62');
    const courses = [{ name: 'older', role: 'prior', completed: '2019-05-20', phases: [{ dose: 'older/RD.dcm' }] }];
    const constraints = [{ organ: 'SpinalCord', goal: 'Dmax <= 70 Gy', scope: 'planned', mandatory: true }];
    const told = assess(await loaded({ ...caseFile, constraints, courses: [...courses, ...caseFile.courses] }, files));
    expect(asking(told)).toMatchObject([{ file: 'prior/RD.dcm', facts: { courses: ['older', 'first'] } }]);
    expect(verdicts(told)).toEqual(['met']);
  });

  it.each<[string, Dose, Dose]>([
    ['one voxel differs', (x, y, z) => FALLING(x, y, z) + (x === 0 && y === 0 && z === 0 ? 0.01 : 0), FALLING],
    ['they are the same everywhere', () => 30, () => 30],
    ['they are boxes of one dose', (x) => (Math.abs(x) < 30 ? 30 : 1), (x) => (Math.abs(x) < 30 ? 30 : 1)],
  ])('ask nothing where %s', async (_, prior, planned) => {
    expect(asking(await result(prior, planned))).toEqual([]);
  });

  it('are told of two courses of one name too', async () => {
    const { caseFile } = twoCourses([CORD], FALLING, FALLING);
    const courses = caseFile.courses.map((course) => ({ ...course, name: 'RT' }));
    expect(asking(await result(FALLING, FALLING, { courses }))).toHaveLength(1);
  });
});
