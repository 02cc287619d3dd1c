import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import type { DisplacementField } from '../../src/geometry/displacement-field';
import { writeDeformation } from '../../src/registration/deformation-text';
import { type Cylinder, doseFile, loaded, PLANNED, PRIOR, structureFile, twoCourses } from '../case/written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -29, toMm: 29 };
const HEART: Cylinder = { ...CORD, name: 'Heart', y: -20, radiusMm: 8 };
/** One of each form; none of them is broken by 0 Gy, and what they ask of a least figure is nothing at all. */
const GOALS = [
  'Dmax <= 50 Gy',
  'Dmean < 20 Gy',
  'D95% >= 0 Gy',
  'Dmin >= 0 Gy',
  'D0.03cc >= 0 Gy',
  'DC1cc >= 0 Gy',
  'V20Gy >= 0 %',
  'V20Gy <= 100 %',
  'V20Gy[cc] <= 1000 cc',
  'V20Gy[cc] >= 0 cc',
  'CV20Gy[cc] >= 0 cc',
  'CV20Gy[cc] <= 1000 cc',
  'V20Gy + 0.5 * V5Gy <= 150 %',
  'planned:Dmax / Dmax <= 1',
  'prior:Dmax >= 0 Gy',
];
/** A grid of 40 mm beyond the organs' upper end. */
const BEYOND = { origin: [-60, -60, 60] as const, spacingMm: 3, size: [41, 41, 14] as const };

async function judged(
  which: 'prior' | 'planned',
  { gy = 0, more = {}, goals = GOALS }: { gy?: number; more?: object; goals?: readonly string[] } = {},
) {
  const { caseFile, files } = twoCourses(
    [CORD],
    () => gy,
    () => gy,
  );
  const [file, planUid, uid] =
    which === 'prior' ? (['prior/RD.dcm', '1.2.3.61', '1.2.3.31'] as const) : (['plan/RD.dcm', '1.2.3.60', '1.2.3.30'] as const);
  const outside = doseFile((_x, _y, z) => (z > 75 ? 30 : 0), { ...BEYOND, planUid }, { SOPInstanceUID: uid });
  const constraints = goals.map((goal) => ({ organ: 'SpinalCord', goal, mandatory: true }));
  return assess(await loaded({ ...caseFile, robustness: false, constraints, ...more }, { ...files, [file]: outside }));
}
type Result = Awaited<ReturnType<typeof judged>>;
const verdicts = ({ organs }: Result) => organs[0].goals.map(({ goal, verdict, code }) => [goal, code ?? verdict]);

describe('an organ that lies wholly outside a dose grid', () => {
  it.each(['prior', 'planned'] as const)('of the %s course meets no goal of whatever form', async (which) => {
    const told = verdicts(await judged(which, { gy: 20 }));
    expect(told).toEqual(GOALS.map((goal) => [goal, goal.startsWith('prior:') && which === 'planned' ? 'met' : 'no-dose-known']));
  });

  it('is what 0 Gy gives where the user says that nothing was given there, and that is told', async () => {
    const result = await judged('prior', { gy: 20, more: { outsideDoseGrid: 'zero' } });
    expect(new Set(verdicts(result).map(([, verdict]) => verdict))).toEqual(new Set(['met']));
    expect(result.findings).toContainEqual(
      expect.objectContaining({ code: 'dose-grid-does-not-cover-roi', severity: 'warning', roi: 'SpinalCord' }),
    );
  });

  it('exceeds what the other course exceeds by itself', async () => {
    const goals = ['Dmax <= 5 Gy', 'CV3Gy[cc] >= 1 cc', 'Dmax <= 50 Gy'];
    const told = verdicts(await judged('planned', { gy: 20, goals }));
    expect(told.map(([, verdict]) => verdict)).toEqual(['exceeded', 'exceeded', 'no-dose-known']);
  });
});

describe('an organ of which each course reaches a part, and no two the same', () => {
  /** Grids of 3 mm whose samples lie from `fromMm` on; half a voxel beyond the last they end. */
  const grid = (fromMm: number, frames: number) =>
    ({ origin: [-60, -60, fromMm], spacingMm: 3, size: [41, 41, frames] }) as const;
  const UPPER = grid(6.5, 16);
  const LOWER = grid(-51.5, 16);

  async function reached(prior: readonly (typeof UPPER)[], planned?: typeof UPPER, goals: readonly string[] = GOALS) {
    const { caseFile, files } = twoCourses(
      [CORD],
      () => 20,
      () => 20,
    );
    const courses = prior.map((spec, n) => {
      const uids = { SOPInstanceUID: `1.2.3.7${n}` };
      files[`prior/RD${n}.dcm`] = doseFile(() => 20 + n, { ...spec, planUid: '1.2.3.61' }, uids);
      const started = `201${5 + n}-01-10`;
      return { ...caseFile.courses[0], name: `part ${n}`, started, completed: undefined, phases: [{ dose: `prior/RD${n}.dcm` }] };
    });
    if (planned) files['plan/RD.dcm'] = doseFile(() => 20, planned);
    const constraints = goals.map((goal) => ({ organ: 'SpinalCord', goal, mandatory: true }));
    const all = { ...caseFile, courses: [...courses, caseFile.courses[1]], robustness: false, constraints };
    return assess(await loaded(all, files));
  }
  // The cord has slabs from -30 to 30 mm: 30 - 5 mm of the upper grid, and as much of the lower (-51.5 + 46.5 = -5).
  const PART = 25 / 60;

  it('is told how much of each, and no course is said to reach none of it', async () => {
    // What is known of the mean, 20 Gy throughout and twice in parts, breaks its goal by itself.
    const open = GOALS.filter((goal) => goal !== 'Dmean < 20 Gy');
    const result = await reached([UPPER, LOWER], undefined, open);
    expect(verdicts(result)).toEqual(open.map((goal) => [goal, 'no-dose-known']));
    const [first] = result.organs[0].goals;
    expect(first.reason).not.toContain('reaches no part');
    expect(first.facts).toMatchObject({
      courses: [
        { course: 'part 0', share: expect.closeTo(PART, 3) },
        { course: 'part 1', share: expect.closeTo(PART, 3) },
        { course: 'second', share: 1 },
      ],
    });
    const told = result.findings.find(({ code }) => code === 'dose-grid-does-not-cover-roi')!;
    expect(told.message).toContain(
      'SpinalCord: 0.0 % of it lies within the dose grids of all courses (course "part 0" 41.7 %, course "part 1" 41.7 %).',
    );
    // Of a goal on the priors alone they are told alone.
    const priors = result.organs[0].goals.find(({ goal }) => goal === 'prior:Dmax >= 0 Gy')!;
    expect(priors.facts).toMatchObject({ courses: [{ course: 'part 0' }, { course: 'part 1' }] });
  });

  it('is told so too where one of them is the planned course', async () => {
    const result = await reached([UPPER], LOWER, ['Dmax <= 50 Gy']);
    const [goal] = result.organs[0].goals;
    expect(goal).toMatchObject({ code: 'no-dose-known', facts: { courses: [{ course: 'part 0' }, { course: 'second' }] } });
    expect(goal.reason).toContain('course "part 0" 41.7 %, course "second" 41.7 %.');
  });

  it('is told as before where one course reaches no more than all of them do', async () => {
    const result = await reached([UPPER], undefined, ['Dmax <= 50 Gy']);
    expect(result.organs[0]).toMatchObject({ insideDoseGrid: { prior: expect.closeTo(PART, 3), planned: 1 } });
    expect(result.findings.find(({ code }) => code === 'dose-grid-does-not-cover-roi')!.message).toContain(
      'SpinalCord: the dose grids cover 41.7 % of it (prior 41.7 %).',
    );
  });
});

it('an organ to which a deformation nowhere reaches meets no goal, whatever is said of the dose grids', async () => {
  const { caseFile, files } = twoCourses(
    [CORD, HEART],
    () => 20,
    () => 20,
  );
  files['prior/RD.dcm'] = doseFile(() => 20, { frame: PRIOR, planUid: '1.2.3.61' });
  // Nodes from -60 to -20 along y: the heart alone.
  const size = [13, 5, 13] as const;
  const field: DisplacementField = {
    originMm: [-60, -60, -60],
    alongRow: [1, 0, 0],
    alongColumn: [0, 1, 0],
    normal: [0, 0, 1],
    spacingMm: [10, 10, 10],
    size,
    displacementMm: new Float32Array(3 * 13 * 5 * 13),
  };
  const matrix = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
  const registrations = [{ from: PLANNED, to: PRIOR, matrix, deformation: writeDeformation(field) }];
  const constraints = GOALS.map((goal) => ({ organ: 'SpinalCord', goal, mandatory: true }));
  const all = { ...caseFile, registrations, constraints, robustness: false, outsideDoseGrid: 'zero' };
  const told = verdicts(assess(await loaded(all, files)));
  expect(told).toEqual(GOALS.map((goal) => [goal, 'no-dose-known']));
});

it('an organ that a course which cannot be placed has not drawn meets no goal on that course', async () => {
  const { caseFile, files } = twoCourses(
    [CORD],
    () => 20,
    () => 20,
  );
  files['prior/RS.dcm'] = structureFile([HEART], { SOPInstanceUID: '1.2.3.41' });
  Object.assign(caseFile.courses[0], { structures: 'prior/RS.dcm', registration: 'none' });
  for (const outsideDoseGrid of ['unknown', 'zero']) {
    const constraints = GOALS.map((goal) => ({ organ: 'SpinalCord', goal, mandatory: true }));
    const told = verdicts(assess(await loaded({ ...caseFile, constraints, outsideDoseGrid }, files)));
    expect(told).toEqual(GOALS.map((goal) => [goal, 'no-dose-known']));
  }
});
