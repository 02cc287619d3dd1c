import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import { type Assessment, evaluatedOrgans } from '../../src/evaluation/assessment';
import { csvReport } from '../../src/report/csv-report';
import { htmlReport } from '../../src/report/html-report';
import type { Fields } from '../dicom/objects';
import { type Cylinder, eqd2Gy, loaded, structureFile, twoCourses } from './written-case';

/*
 * Regions of structure sets whose names tell nothing apart. Prior dose 1 Gy per mm of y above 20 Gy, planned half of it:
 * a body's Dmax lies at its top, y + radius, so that each body is known by its dose.
 */

const body = (name: string, y: number, x = 0): Cylinder => ({ name, x, y, radiusMm: 5, fromMm: -29, toMm: 29 });
const CORD = body('SpinalCord', 20);
const OTHER = body('SpinalCord', -10, 20);
const LUNGS = body('Lungs', -20, -20);
const ESOPHAGUS = body('Esophagus', 0);
const LIMIT = { organ: 'SpinalCord', goal: 'Dmax <= 30 Gy', source: 'test', mandatory: true };

interface Made {
  readonly structures?: Fields;
  readonly caseFile?: object;
  readonly constraints?: unknown;
}

async function made(bodies: readonly Cylinder[], { structures = {}, caseFile: more, constraints = [LIMIT] }: Made = {}) {
  const { caseFile, files } = twoCourses(
    bodies,
    (_x, y) => 20 + y / 2,
    (_x, y) => 10 + y / 4,
  );
  if (Object.keys(structures).length > 0) files['plan/RS.dcm'] = structureFile(bodies, structures);
  return assess(await loaded({ ...caseFile, constraints, robustness: false, ...more }, files));
}

/** Cumulative EQD2 at a height. */
const at = (y: number) => eqd2Gy(20 + y / 2, 28, 2) + eqd2Gy(10 + y / 4, 28, 2);
const organsOf = (result: Assessment) => evaluatedOrgans(result.organs);
const dmax = (result: Assessment, roi: string) =>
  organsOf(result).find((each) => each.roi === roi)?.metrics.Dmax.cumulativeEqd2Gy;
const emptyRoi = (name: string, number: number) => ({ ROINumber: number, ROIName: name, ROIGenerationAlgorithm: '' });

/** The bodies' own items of a structure set, with more of each. */
function withMore(bodies: readonly Cylinder[], rois: readonly Fields[], frame = '1.2.3.50'): Fields {
  return {
    StructureSetROISequence: [
      ...bodies.map(({ name }, n) => ({
        ROINumber: n + 1,
        ReferencedFrameOfReferenceUID: frame,
        ROIName: name,
        ROIGenerationAlgorithm: '',
      })),
      ...rois,
    ],
  };
}

describe('anatomyOf', () => {
  it('evaluates the drawn one of two ROIs of one name, whichever comes first, and tells the empty one', async () => {
    const bodies = [CORD, LUNGS, ESOPHAGUS];
    const result = await made(bodies, { structures: withMore(bodies, [emptyRoi('SpinalCord', 9)]) });
    expect(organsOf(result).map(({ roi, roiNumber }) => [roi, roiNumber])).toEqual([
      ['SpinalCord', 1],
      ['Lungs', 2],
      ['Esophagus', 3],
    ]);
    // 0.3 Gy: the hottest sample lies up to half a cell below the top.
    expect(Math.abs(dmax(result, 'SpinalCord')! - at(25))).toBeLessThan(0.3);
    expect(result.findings.find(({ code }) => code === 'rois-of-one-name')?.facts).toEqual({
      roi: 'SpinalCord',
      drawn: [{ name: 'SpinalCord', roiNumber: 1 }],
      empty: [9],
    });
  });

  it('evaluates each of two drawn ROIs of one name against the goals of its organ', async () => {
    const result = await made([CORD, OTHER, LUNGS, ESOPHAGUS]);
    expect(organsOf(result).map(({ roi }) => roi)).toEqual(['SpinalCord#1', 'SpinalCord#2', 'Lungs', 'Esophagus']);
    expect(Math.abs(dmax(result, 'SpinalCord#1')! - at(25))).toBeLessThan(0.3);
    expect(Math.abs(dmax(result, 'SpinalCord#2')! - at(-5))).toBeLessThan(0.3);
    expect(organsOf(result).map(({ goals }) => goals.map(({ verdict }) => verdict))).toEqual([['exceeded'], ['met'], [], []]);
    expect(result.overall).toMatchObject({ mandatoryExceeded: 1, mandatoryMet: 1 });
    for (const text of [csvReport(result), htmlReport(result, { createdAt: new Date(0) })]) {
      expect(text).toContain('SpinalCord#1');
      expect(text).toContain('SpinalCord#2');
    }
  });

  it('takes an override by number for one, by name for all of that name', async () => {
    const bodies = [CORD, OTHER, LUNGS, ESOPHAGUS];
    const alphaBetas = async (organs: object) =>
      organsOf(await made(bodies, { caseFile: { organs } })).map(({ alphaBetaGy }) => alphaBetaGy);
    expect((await alphaBetas({ 'SpinalCord#2': { alphaBetaGy: 7 } })).slice(0, 2)).toEqual([2, 7]);
    expect((await alphaBetas({ SpinalCord: { alphaBetaGy: 7 } })).slice(0, 2)).toEqual([7, 7]);
    // The number counts for more than the name.
    expect((await alphaBetas({ SpinalCord: { alphaBetaGy: 7 }, 'SpinalCord#2': { alphaBetaGy: 5 } })).slice(0, 2)).toEqual([
      7, 5,
    ]);
    expect((await alphaBetas({ 'Esophagus#4': { alphaBetaGy: 9 } }))[3]).toBe(9);
  });

  it('derives from the one that is named by its number, and refuses the name of several', async () => {
    const bodies = [CORD, OTHER, LUNGS, ESOPHAGUS];
    const derived = (Prv: string) => made(bodies, { caseFile: { derived: { Prv }, organs: { Prv: { alphaBetaGy: 2 } } } });
    for (const expression of ['expand(SpinalCord#2, 3 mm)', 'expand("SpinalCord#2", 3 mm)']) {
      // Its top is 3 mm above that of the body: y = -2.
      expect(Math.abs(dmax(await derived(expression), 'Prv')! - at(-2))).toBeLessThan(0.3);
    }
    await expect(derived('expand(SpinalCord, 3 mm)')).rejects.toThrow(/"SpinalCord", the name of 2 ROIs \(numbers 1, 2\)/);
  });

  it('refuses a record or a target that could be of several, and takes the number', async () => {
    const bodies = [CORD, OTHER, LUNGS, ESOPHAGUS, body('PTV', 0, 30), body('PTV', 10, 30)];
    const record = (organDoses: object) =>
      made(bodies, {
        caseFile: {
          courses: [
            { role: 'prior', phases: [{ organDoses, fractions: 28 }] },
            { role: 'planned', phases: [{ dose: 'plan/RD.dcm' }] },
          ],
        },
      });
    await expect(record({ SpinalCord: { Dmax: 42 } })).rejects.toThrow(/name of 2 ROIs \(numbers 1, 2\)/);
    const recorded = await record({ 'SpinalCord#2': { Dmax: 42 } });
    // What is known of one is not taken for the other.
    const most = (roi: string) => organsOf(recorded).find((each) => each.roi === roi)?.metrics.Dmax.cumulativeEqd2Bounds?.atMost;
    expect(most('SpinalCord#1')).toBeNull();
    expect(Math.abs(most('SpinalCord#2')! - eqd2Gy(42, 28, 2) - eqd2Gy(8.75, 28, 2))).toBeLessThan(0.3);
    const target = (roi: string) =>
      made(bodies, {
        caseFile: {
          courses: [{ role: 'planned', phases: [{ dose: 'plan/RD.dcm' }], targets: [{ roi, doseGy: 50.4 }] }],
        },
      });
    await expect(target('PTV')).rejects.toThrow(/courses\[0\]\.targets\[0\]\.roi: found "PTV", the name of 2 ROIs/);
    const outside = organsOf(await target('PTV#6')).find(({ roi }) => roi === 'Esophagus-PTV');
    expect(outside?.derivedFrom).toBe('Esophagus - "PTV#6"');
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('takes %s for a name like any other', async (name) => {
    const bodies = [CORD, body(name, 10, 15), LUNGS, ESOPHAGUS];
    const plain = await made(bodies);
    expect(organsOf(plain).map(({ roi }) => roi)).toEqual(['SpinalCord', 'Lungs', 'Esophagus']);
    expect(plain.findings.find(({ code }) => code === 'roi-not-matched')?.facts).toEqual({ rois: [name] });
    const organs = JSON.parse(`{ "${name}": { "alphaBetaGy": 5 } }`);
    const goal = { organ: name, goal: 'Dmax <= 1 Gy', source: 'test', mandatory: true };
    const asked = await made(bodies, { caseFile: { organs }, constraints: [LIMIT, goal] });
    const own = organsOf(asked).find(({ roi }) => roi === name)!;
    expect(own).toMatchObject({ alphaBetaGy: 5, roiNumber: 2, goals: [{ verdict: 'exceeded' }] });
    expect(Object.keys(own.metrics)).toEqual(['Dmean', 'Dmax', 'D0.03cc', 'D0.1cc']);
    for (const text of [csvReport(asked), htmlReport(asked, { createdAt: new Date(0) })]) expect(text).toContain(name);
  });

  it('keeps a derived structure that is named like what every object has', async () => {
    const caseFile = JSON.parse(
      '{ "derived": { "__proto__": "expand(SpinalCord, 3 mm)", "valueOf": "__proto__ - SpinalCord" }, "organs": { "valueOf": { "alphaBetaGy": 3 } } }',
    );
    const result = await made([CORD, LUNGS, ESOPHAGUS], { caseFile });
    expect(
      organsOf(result)
        .map(({ roi, alphaBetaGy }) => [roi, alphaBetaGy])
        .slice(3),
    ).toEqual([
      ['__proto__', 2],
      ['valueOf', 3],
    ]);
  });

  it('makes the lungs of their sides where a drawn ROI of their name is empty', async () => {
    const bodies = [CORD, ESOPHAGUS, body('Lung_L', -20, 20), body('Lung_R', -20, -20)];
    const result = await made(bodies, { structures: withMore(bodies, [emptyRoi('Lungs', 9)]) });
    const lungs = organsOf(result).find(({ roi }) => roi === 'Lungs')!;
    expect(lungs.derivedFrom).toBe('Lung_L + Lung_R');
    // Two cylinders of radius 5 and length 60 mm, drawn as 60-gons or finer: within 0.5 %.
    expect(lungs.volumeCc / ((2 * Math.PI * 25 * 60) / 1000)).toBeCloseTo(1, 2);
  });
});

describe('an ROI that the case takes for another organ than its name says', () => {
  const against = ({ findings }: Assessment) =>
    findings.filter(({ code }) => code === 'roi-taken-against-its-name').map(({ severity, facts }) => ({ severity, facts }));
  const TRACHEA = body('Trachea', -30, 20);

  it('asks, and names both', async () => {
    const result = await made([CORD, TRACHEA], { caseFile: { organs: { Trachea: { organ: 'Liver' } } } });
    expect(against(result)).toEqual([
      { severity: 'error', facts: { roi: 'Trachea', named: 'Trachea', taken: 'Liver', isHeldToBoth: true } },
    ]);
  });

  it('is told by its number where ROIs share the name', async () => {
    const result = await made([CORD, OTHER], { caseFile: { organs: { 'SpinalCord#2': { organ: 'Heart' } } } });
    expect(against(result).map(({ facts }) => facts)).toEqual([
      { roi: 'SpinalCord#2', named: 'SpinalCord', taken: 'Heart', isHeldToBoth: true },
    ]);
  });

  it('is judged by its name all the same, and is then not said to be judged in nothing', async () => {
    const notJudged = (result: Assessment) => result.overall.requiredNotJudged ?? [];
    const caseFile = { organs: { SpinalCord: { organ: 'Heart' } }, constraints: 'reirradiation-thorax' };
    const heart = await made([CORD, TRACHEA], { caseFile });
    const [cord] = heart.organs.filter(({ roi }) => roi === 'SpinalCord');
    expect(cord.goals.map(({ goal }) => goal)).toEqual(expect.arrayContaining(['Dmax < 57 Gy', 'V40Gy < 50 %']));
    expect(notJudged(heart)).not.toContain('SpinalCord');
    expect(heart.findings.map(({ code }) => code)).not.toContain('required-organ-not-judged');
    expect(heart.findings.find(({ code }) => code === 'roi-taken-against-its-name')?.message).toContain('the goals of both');
    // By a name that goals do not ask for it is held to those of the organ that it is taken for alone.
    const other = await made([body('myelon', 20), TRACHEA], { caseFile: { organs: { myelon: { organ: 'Heart' } } } });
    const [facts] = against(other).map((each) => each.facts);
    expect(facts).toEqual({ roi: 'myelon', named: 'SpinalCord', taken: 'Heart' });
  });

  it('is none where the name says nothing, or says the same', async () => {
    const caseFile = { organs: { Trachea: { organ: 'Trachea' }, myelon_x: { organ: 'SpinalCord' } } };
    expect(against(await made([body('myelon_x', 20), TRACHEA], { caseFile }))).toEqual([]);
  });
});
