import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import { pageOneFindings } from '../../src/figures/page-one-findings';
import {
  type Cylinder,
  doseFile,
  eqd2Gy,
  loaded,
  PRIOR,
  registrationFile,
  structureFile,
  twoCourses,
} from '../case/written-case';

const CODE = 'organ-carried-beside-own';
/** 60 mm long, its solid from -30 to 30 mm. */
const TUBE: Cylinder = { name: 'Esophagus', x: 0, y: 20, radiusMm: 6, fromMm: -29, toMm: 29 };
const LUNG: Cylinder = { name: 'Lung_L', x: 25, y: -10, radiusMm: 18, fromMm: -29, toMm: 29 };
/** Half a Gy more with each mm towards the head; 30 Gy in the plane z = 0. */
const prior = (_x: number, _y: number, z: number) => 30 + z / 2;
const moved = (x: number, y: number, z: number) => [1, 0, 0, x, 0, 1, 0, y, 0, 0, 1, z, 0, 0, 0, 1];

interface Made {
  readonly today?: readonly Cylinder[];
  readonly own?: readonly Cylinder[];
  readonly matrix?: readonly number[];
  readonly goal?: object;
  readonly dose?: typeof prior;
  readonly answers?: readonly object[];
}

/** Above 30 Gy lies half of the tube, exceeded; of one that is carried 8 mm off there are 22 of 60 mm, met. */
const GOAL = { organ: 'Esophagus', goal: 'V30Gy <= 45 %', source: 'ours', mandatory: true, scope: 'prior', quantity: 'physical' };

async function made({ today = [TUBE, LUNG], own = today, matrix = moved(0, 0, 0), goal = GOAL, dose = prior, answers }: Made) {
  const { caseFile, files } = twoCourses(today, dose, () => 2);
  files['prior/RD.dcm'] = doseFile(dose, { frame: PRIOR, planUid: '1.2.3.61' });
  files['prior/RS.dcm'] = structureFile(own, { SOPInstanceUID: '1.2.3.41' }, PRIOR);
  files['REG.dcm'] = registrationFile(matrix);
  caseFile.courses[0].structures = 'prior/RS.dcm';
  const more = {
    registrations: ['REG.dcm'],
    robustness: false,
    constraints: [goal],
    outsideDoseGrid: 'zero',
    ...(answers && { answers }),
  };
  const result = assess(await loaded({ ...caseFile, ...more }, files));
  const organ = result.organs.find(({ roi }) => roi === TUBE.name)!;
  return { result, told: result.findings.filter(({ code }) => code === CODE), goal: organ.goals[0] };
}

describe('an organ that is carried beside its own contours', () => {
  it('asks where the verdict is another one with the dose laid on the organ', async () => {
    const { told, goal } = await made({ matrix: moved(0, 0, 8) });
    expect(told).toMatchObject([
      { severity: 'error', answerable: true, roi: 'Esophagus', course: 'first', file: 'prior/RS.dcm' },
    ]);
    const facts = told[0].facts as { distanceMm: number; goals: { value: number; otherwise: { value: number } }[] };
    // To a point of the sampling on either side.
    expect(facts.distanceMm).toBeCloseTo(8, 1);
    expect(facts.goals).toHaveLength(1);
    expect(facts.goals[0].value).toBeCloseTo((100 * 22) / 60, 0);
    expect(facts.goals[0].otherwise.value).toBeCloseTo(50, 0);
    expect(goal.verdict).toBe('not evaluable');
  });

  it('takes an answer, and stands on page one then', async () => {
    const { told } = await made({ matrix: moved(0, 0, 8) });
    const answer = { code: CODE, sha256: told[0].sha256, by: 'Dr A', on: '2023-05-01', why: 'it moved' };
    const after = await made({ matrix: moved(0, 0, 8), answers: [answer] });
    expect(after.told).toMatchObject([{ severity: 'warning', answered: { by: 'Dr A' } }]);
    expect(after.goal.verdict).toBe('met');
    expect(pageOneFindings(after.result).map(({ code }) => code)).toContain(CODE);
  });

  it('says nothing where the registration is right, or off by less than the margin', async () => {
    expect((await made({})).told).toEqual([]);
    expect((await made({ matrix: moved(0, 0, 2.5) })).told).toEqual([]);
  });

  it('says nothing of tubes that are drawn elsewhere along themselves', async () => {
    const longer = { ...TUBE, fromMm: -29, toMm: 39 };
    expect((await made({ own: [longer, LUNG] })).told).toEqual([]);
    // Both ends 20 mm further, and the lung where it was: it was the drawing that went on.
    const window = { ...TUBE, fromMm: -9, toMm: 49 };
    expect((await made({ own: [window, LUNG] })).told).toEqual([]);
  });

  it('is a warning where nothing but the ends of a tube speaks for it', async () => {
    const { told, goal, result } = await made({ today: [TUBE], matrix: moved(0, 0, 8) });
    expect(told).toMatchObject([{ severity: 'warning', roi: 'Esophagus' }]);
    expect(goal.verdict).toBe('met');
    expect(pageOneFindings(result).map(({ code }) => code)).toContain(CODE);
  });

  it('asks across the slices whatever the length that is drawn', async () => {
    const across = (_: number, y: number) => 30 + (y - 20);
    const longer = { ...TUBE, toMm: 35 };
    const { told } = await made({ dose: across, own: [longer], today: [TUBE], matrix: moved(0, 4, 0) });
    expect(told).toMatchObject([{ severity: 'error', roi: 'Esophagus' }]);
    expect((told[0].facts as { distanceMm: number }).distanceMm).toBeCloseTo(4, 1);
  });

  it('asks where nothing of an organ lies where it was, though its verdict stands', async () => {
    /** Front and back are taken for one another: 40 mm for a tube of 12. */
    const mirrored = [-1, 0, 0, 0, 0, -1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
    const across = (_: number, y: number) => 30 + y / 4;
    const goal = { ...GOAL, goal: 'Dmean <= 60 Gy' };
    const { told } = await made({ dose: across, matrix: mirrored, goal });
    const [tube] = told.filter(({ roi }) => roi === 'Esophagus');
    expect(tube).toMatchObject({ severity: 'error', answerable: true, facts: { isApart: true } });
    const { goals } = tube.facts as { goals: { value: number; otherwise: { value: number } }[] };
    expect(goals[0].value).toBeCloseTo(25, 1);
    expect(goals[0].otherwise.value).toBeCloseTo(35, 1);
  });

  it('compares what the goals ask for with the own contours, a mean where the same length is drawn', async () => {
    const goal = { ...GOAL, goal: 'Dmean <= 60 Gy' };
    /** 36 Gy nearly throughout, so that the hottest of it is the same wherever it lies. */
    const dose = (_x: number, _y: number, z: number) => Math.min(36, 40 + z);
    const differing = async (own: readonly Cylinder[]) =>
      (await made({ matrix: moved(0, 0, 8), goal, dose, own })).result.findings.filter(
        ({ code, roi }) => code === 'carried-dose-differs' && roi === 'Esophagus',
      );
    expect(await differing([TUBE, LUNG])).toMatchObject([{ severity: 'warning', facts: { metric: 'Dmean' } }]);
    expect(await differing([{ ...TUBE, toMm: 49 }, LUNG])).toEqual([]);
  });

  describe('of what lies in bone', () => {
    const CORD: Cylinder = { ...TUBE, name: 'SpinalCord', radiusMm: 5 };
    /** Falls by 1 Gy a mm towards the back; at the front of the cord it is 26 Gy where it lies at y = 20. */
    const falling = (_x: number, y: number) => 41 - y;
    async function aside(body: Cylinder, matrix = moved(0, 0, 0), own = body) {
      const drawn = { ...body, y: 27 };
      const { caseFile, files } = twoCourses([drawn, LUNG], () => 20, falling);
      files['prior/RD.dcm'] = doseFile(() => 20, { frame: PRIOR, planUid: '1.2.3.61' });
      files['prior/RS.dcm'] = structureFile([own, LUNG], { SOPInstanceUID: '1.2.3.41' }, PRIOR);
      files['REG.dcm'] = registrationFile(matrix);
      caseFile.courses[0].structures = 'prior/RS.dcm';
      const of = { organ: body.name, source: 'ours', mandatory: true };
      const constraints = [
        { ...of, goal: 'Dmax <= 30 Gy' },
        { ...of, goal: 'Dmax <= 24 Gy', scope: 'planned', quantity: 'physical' },
      ];
      const more = { registrations: ['REG.dcm'], robustness: false, constraints, outsideDoseGrid: 'zero' };
      const result = assess(await loaded({ ...caseFile, ...more }, files));
      const { goals } = result.organs.find(({ roi }) => roi === body.name)!;
      const told = result.findings.filter(({ code, roi }) => code === CODE && roi === body.name);
      return { told, verdicts: goals.map(({ verdict, code }) => code ?? verdict) };
    }

    it('asks where the organ would be exceeded if today it was drawn where the course has it, of every dose', async () => {
      const { told, verdicts } = await aside(CORD);
      expect(told).toMatchObject([{ severity: 'error', answerable: true, facts: { goals: [] } }]);
      const { redrawn } = told[0].facts as { redrawn: { verdict: string; value: number; otherwise: { value: number } }[] };
      // The prior dose is the same everywhere; the planned one is 7 Gy more there.
      expect(redrawn.map(({ verdict }) => verdict)).toEqual(['met', 'met']);
      const both = (plannedGy: number) => eqd2Gy(20, 28, 2) + eqd2Gy(plannedGy, 28, 2);
      expect(redrawn.map(({ value }) => value)).toEqual([expect.closeTo(both(19), 1), expect.closeTo(19, 1)]);
      expect(redrawn.map(({ otherwise }) => otherwise.value)).toEqual([expect.closeTo(both(26), 1), expect.closeTo(26, 1)]);
      expect(verdicts).toEqual(['question-open', 'question-open']);
    });

    it('lays it there through a registration that turns', async () => {
      /** A quarter turn about the axis of the slices: (x, y) of the prior course is (-y, x) of today. */
      const quarter = [0, -1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
      const { told } = await aside(CORD, quarter, { ...CORD, x: 20, y: 0 });
      const { redrawn } = told[0].facts as { redrawn: { otherwise: { value: number } }[] };
      expect(redrawn[1].otherwise.value).toBeCloseTo(26, 1);
    });

    it('does not, within 10 mm, of what moves in the body', async () => {
      expect((await aside({ ...CORD, name: 'Esophagus' })).verdicts).toEqual(['met', 'met']);
    });

    it('tries a soft organ there too where it is farther than organs move', async () => {
      const { told, verdicts } = await aside({ ...CORD, name: 'Esophagus' }, moved(0, -5, 0), { ...CORD, name: 'Esophagus' });
      expect(told).toMatchObject([{ severity: 'error', facts: { distanceMm: expect.closeTo(12, 1) } }]);
      expect(verdicts).toEqual(['question-open', 'question-open']);
    });

    it('compares the axes of two cords where both are drawn, whatever the length of each', async () => {
      const { told } = await aside(CORD, moved(0, 0, 0), { ...CORD, toMm: 9 });
      expect(told).toMatchObject([{ severity: 'error', facts: { distanceMm: expect.closeTo(7, 1) } }]);
    });
  });

  describe('with which it has next to nothing in common', () => {
    it('asks though every figure is the same', async () => {
      const even = () => 20;
      const goal = { ...GOAL, goal: 'Dmean <= 60 Gy' };
      const { told } = await made({ dose: even, matrix: moved(25, 0, 0), goal });
      const [tube] = told.filter(({ roi }) => roi === 'Esophagus');
      expect(tube).toMatchObject({ severity: 'error', facts: { isApart: true, goals: [] } });
      expect(tube.message).not.toMatch(/\.\s*\./);
    });

    it('asks where it is another thing, of whatever size', async () => {
      const heart: Cylinder = { ...TUBE, y: -30, radiusMm: 18, fromMm: 1, toMm: 29 };
      const { told } = await made({ today: [heart, LUNG], own: [{ ...TUBE, toMm: -3 }, LUNG] });
      expect(told).toMatchObject([{ severity: 'error', roi: 'Esophagus', facts: { isApart: true } }]);
    });

    it('says nothing of two windows of one tube', async () => {
      const { told } = await made({ today: [{ ...TUBE, fromMm: 1 }, LUNG], own: [{ ...TUBE, toMm: -3 }, LUNG] });
      expect(told).toEqual([]);
    });
  });
});
