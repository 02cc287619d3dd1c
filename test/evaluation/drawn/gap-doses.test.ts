import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assessment/assess';
import { type Cylinder, eqd2Gy, loaded, structureFile, twoCourses } from '../../case/written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -49, toMm: 49 };
const LUNG: Cylinder = { name: 'Lungs', x: 30, y: 0, radiusMm: 8, fromMm: -49, toMm: 49 };
const GOALS = ['SpinalCord', 'Lungs', 'Cord'].map((organ) => ({ organ, goal: 'Dmax <= 45 Gy', mandatory: true }));
const WORD = { by: 'a physicist', on: '2026-01-05', why: 'drawn for two fields' };
/** On every plane the same, but 15 Gy more on the voxels of the plane at 0, of dose planes every 3 mm. */
type Dose = (x: number, y: number, z: number) => number;
const hot: Dose = (_x, _y, z) => (Math.abs(z) < 1 ? 35 : 20);
const even: Dose = () => 20;
/** Two slices of 50: a twenty-fifth of the organ, from -2 to 2 mm. */
const GAP = [-1, 1];

interface Given {
  readonly prior?: Dose;
  readonly planned?: Dose;
  readonly bodies?: readonly Cylinder[];
  readonly more?: object;
  readonly own?: Uint8Array;
}

async function result({ prior = hot, planned = hot, bodies = [{ ...CORD, without: GAP }, LUNG], more = {}, own }: Given) {
  const { caseFile, files } = twoCourses(bodies, prior, planned);
  const organs = bodies.map(({ name }) => name);
  const constraints = GOALS.filter(({ organ }) => organs.includes(organ));
  const all = { ...caseFile, robustness: false, constraints, ...more };
  if (own) Object.assign(all.courses[0], { structures: 'prior/RS.dcm', registration: 'none' });
  const told = assess(await loaded(all, { ...files, ...(own && { 'prior/RS.dcm': own }) }));
  return {
    gaps: told.findings.filter(({ code }) => code === 'slice-gap'),
    verdicts: Object.fromEntries(
      told.organs.flatMap(({ roi, goals }) => goals.map(({ verdict, code }) => [roi, code ?? verdict])),
    ),
  };
}

/** Dose is linear between the planes at 0 and 3 mm, so that the last slice drawn, from 2 mm on, has a third of the 15 Gy. */
const DRAWN_GY = 2 * eqd2Gy(25, 28, 2);
const GAP_GY = 2 * eqd2Gy(35, 28, 2);

describe('a gap between slices of less than a tenth of the organ', () => {
  it('asks where it is hotter than all that is drawn, with both figures, and of that organ alone', async () => {
    const { gaps, verdicts } = await result({});
    expect(gaps).toMatchObject([
      {
        severity: 'error',
        answerable: true,
        roi: 'SpinalCord',
        file: 'plan/RS.dcm',
        facts: {
          lostShare: expect.closeTo(2 / 50, 6),
          // Single precision of a lattice that comes to the border of the slab.
          hotter: { scope: 'cumulative', drawnGy: expect.closeTo(DRAWN_GY, 2), gapGy: expect.closeTo(GAP_GY, 2) },
        },
      },
    ]);
    const [drawn, gap] = [DRAWN_GY.toFixed(1), GAP_GY.toFixed(1)];
    expect(gaps[0].message).toContain(`Drawn up to ${drawn} Gy EQD2; in the gap up to ${gap} Gy EQD2`);
    expect(verdicts).toEqual({ SpinalCord: 'question-open', Lungs: 'exceeded' });
  });

  it('leaves a verdict once somebody has said that it is meant', async () => {
    const [{ sha256 }] = (await result({})).gaps;
    const answers = [{ code: 'slice-gap', sha256, roi: 'SpinalCord', ...WORD }];
    const { gaps, verdicts } = await result({ more: { answers } });
    expect(gaps).toMatchObject([{ severity: 'warning', answered: { by: 'a physicist' } }]);
    expect(verdicts).toMatchObject({ SpinalCord: 'met' });
  });

  it('stays a warning in an even dose, and where what is drawn is as hot', async () => {
    for (const prior of [even, (_x: number, _y: number, z: number) => (Math.abs(z - 30) < 1 ? 36 : hot(0, 0, z))]) {
      const { gaps } = await result({ prior, planned: prior });
      expect(gaps).toMatchObject([{ severity: 'warning' }]);
      expect(gaps[0].facts).not.toHaveProperty('hotter');
    }
  });

  it('asks where one course alone is hotter in it, and the sum is not', async () => {
    // In all, 40 Gy at the plane at 30 and 35 Gy at 0, where the planned course has its maximum.
    const prior = (_x: number, _y: number, z: number) => (Math.abs(z - 30) < 1 ? 38 : 5);
    const planned = (_x: number, _y: number, z: number) => (Math.abs(z) < 1 ? 20 : 8);
    expect((await result({ prior, planned })).gaps).toMatchObject([
      { severity: 'error', facts: { hotter: { scope: 'planned', gapGy: expect.closeTo(eqd2Gy(20, 28, 2), 2) } } },
    ]);
  });

  it('asks of what is made of an ROI that is no organ by its name', async () => {
    const bodies = [{ ...CORD, name: 'Moelle', without: GAP }, LUNG];
    const derived = { Cord: 'contract(Moelle, 1 mm)', SpareLung: 'Lungs - Moelle' };
    const constraints = [GOALS[1], GOALS[2]];
    const { gaps, verdicts } = await result({ bodies, more: { derived, constraints } });
    expect(gaps).toMatchObject([{ severity: 'error', roi: 'Moelle' }]);
    expect(verdicts).toMatchObject({ Cord: 'question-open', Lungs: 'exceeded' });
  });

  it('is nothing to ask of a target, nor of what is cut out of an organ', async () => {
    const bodies = [CORD, LUNG, { ...LUNG, name: 'PTV', without: GAP }, { ...LUNG, name: 'Tumour', x: 34, without: GAP }];
    const { gaps } = await result({ bodies, more: { derived: { SpareLung: 'Lungs - Tumour' } } });
    expect(gaps.map(({ roi, severity }) => [roi, severity])).toEqual([
      ['PTV', 'warning'],
      ['Tumour', 'warning'],
    ]);
  });

  it('asks of a course that is summed on contours of its own', async () => {
    const own = structureFile([{ ...CORD, name: 'Cord', without: GAP }, LUNG], { SOPInstanceUID: '1.2.3.22' });
    const { gaps, verdicts } = await result({ bodies: [CORD, LUNG], planned: even, own });
    expect(gaps).toMatchObject([
      {
        severity: 'error',
        answerable: true,
        course: 'first',
        file: 'prior/RS.dcm',
        facts: { roi: 'Cord', hotter: { scope: 'prior', gapGy: expect.closeTo(eqd2Gy(35, 28, 2), 2) } },
      },
    ]);
    expect(gaps[0].roi).toBeUndefined();
    expect(verdicts).toMatchObject({ SpinalCord: 'question-open' });
  });
});
