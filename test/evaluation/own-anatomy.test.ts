import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import { amountOf } from '../../src/figure-digits';
import { restsOnLines } from '../../src/figures/rests-on';
import { hangsOn } from '../../src/report/hangs-on';
import {
  type Cylinder,
  doseFile,
  eqd2Gy,
  loaded,
  PLANNED,
  PRIOR,
  registrationFile,
  structureFile,
  twoCourses,
} from '../case/written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -29, toMm: 29 };
/** Falls steeply towards the back: 1 Gy a mm. */
const prior = (_: number, y: number) => 45 - (y - 15);
const moved = (dyMm: number) => [1, 0, 0, 0, 0, 1, 0, dyMm, 0, 0, 1, 0, 0, 0, 0, 1];

/** The prior course lies on a frame of its own; its registration is off by `errorMm` towards the back. */
async function made(errorMm: number) {
  const { caseFile, files } = twoCourses([CORD], prior, () => 20);
  files['prior/RD.dcm'] = doseFile(prior, { frame: PRIOR, planUid: '1.2.3.61' });
  files['prior/RS.dcm'] = structureFile([CORD], { SOPInstanceUID: '1.2.3.41' }, PRIOR);
  files['REG.dcm'] = registrationFile(moved(errorMm));
  caseFile.courses[0].structures = 'prior/RS.dcm';
  return assess(await loaded({ ...caseFile, registrations: ['REG.dcm'] }, files));
}
const codesOf = (result: Awaited<ReturnType<typeof made>>) =>
  result.findings
    .filter(({ code }) => code === 'sum-above-own-maxima' || code === 'carried-dose-differs')
    .map(({ code }) => code);

/** The row of page one on how far carried doses are from those on the courses' own contours; undefined where none. */
const checkOf = (result: Awaited<ReturnType<typeof made>>) =>
  hangsOn(result)
    .map(({ text }) => text)
    .find((row) => row.includes('Check of it'));

describe('a prior course on its own contours', () => {
  it('is the closed form there, whatever the registration', async () => {
    const mean = (slope: number, at: number) => (at * (at / 28 + 2) + (slope * slope * 25) / 4 / 28) / 4;
    for (const errorMm of [0, 8]) {
      const [own] = (await made(errorMm)).organs[0].ownAnatomy!;
      expect(own.course).toBe('first');
      expect(own.DmeanEqd2Gy).toBeCloseTo(mean(1, 40), 1);
      expect(own['D0.03ccEqd2Gy']).toBeGreaterThan(eqd2Gy(44.5, 28, 2));
      expect(own['D0.03ccEqd2Gy']).toBeLessThan(eqd2Gy(45, 28, 2));
    }
  });

  it('raises no alarm where the registration is right', async () => {
    const result = await made(0);
    expect(codesOf(result)).toEqual([]);
    const { metrics, ownAnatomy } = result.organs[0];
    expect(metrics['D0.03cc'].priorEqd2Gy).toBeCloseTo(ownAnatomy![0]['D0.03ccEqd2Gy'], 1);
    expect(checkOf(result)).toContain('1\u00a0organ: at most 0.0 Gy EQD2 apart');
  });

  it('is no check of one frame where its contours are today’s themselves: in one file, or in a copy of it', async () => {
    const { caseFile, files } = twoCourses([CORD], prior, () => 20);
    const copy = structureFile([CORD], { SOPInstanceUID: '1.2.3.49' });
    const other = structureFile([{ ...CORD, radiusMm: 4 }], { SOPInstanceUID: '1.2.3.48' });
    const told = async (structures: string, name = 'first') => {
      const courses = [{ ...caseFile.courses[0], name, structures }, caseFile.courses[1]];
      const all = { ...files, 'copy.dcm': copy, 'other.dcm': other };
      const result = assess(await loaded({ ...caseFile, courses, robustness: false }, all));
      return { same: result.organs[0].ownAnatomy?.[0].isSameContours, row: checkOf(result) };
    };
    for (const file of [caseFile.structures, 'copy.dcm']) {
      const { same, row } = await told(file);
      expect(same).toBe(true);
      expect(row).toContain('cannot be checked by contours: those of the prior course are today&#39;s themselves');
      expect(row).not.toContain('apart');
    }
    // A contour of its own is a check on one frame as well.
    const { same, row } = await told('other.dcm');
    expect(same).toBeUndefined();
    expect(row).toContain('EQD2 apart (SpinalCord)');
    expect(row).not.toContain('cannot be checked');
  });

  it('is no check of a course that is not carried, and what is forgiven is no dose that was lost', async () => {
    const { caseFile, files } = twoCourses([CORD], prior, () => 20);
    files['prior/RD.dcm'] = doseFile(prior, { frame: PRIOR, planUid: '1.2.3.61' });
    files['prior/RS.dcm'] = structureFile([CORD], { SOPInstanceUID: '1.2.3.41' }, PRIOR);
    files['REG.dcm'] = registrationFile(moved(0));
    caseFile.courses[0].structures = 'prior/RS.dcm';
    const [first, ...others] = caseFile.courses;
    const apart = assess(
      await loaded({ ...caseFile, courses: [{ ...first, registration: 'none' }, ...others], robustness: false }, files),
    );
    const [own] = apart.organs[0].ownAnatomy!;
    expect(own['carriedD0.03ccEqd2Gy']).toBeUndefined();
    expect(checkOf(apart)).toBeUndefined();
    const forgiving = { organs: { SpinalCord: { recovery: 0.5 } }, registrations: ['REG.dcm'], robustness: false };
    const forgiven = assess(await loaded({ ...caseFile, ...forgiving }, files));
    expect(codesOf(forgiven)).toEqual([]);
    expect(checkOf(forgiven)).toContain('at most 0.0 Gy EQD2 apart');
  });

  it('raises the alarm where dose from outside the organ is carried into it', async () => {
    // 8 mm to the back: today's cord lies where the prior dose was 8 Gy higher.
    expect(codesOf(await made(8))).toEqual(['sum-above-own-maxima', 'carried-dose-differs']);
  });

  it('says where the organ has lost dose on the way', async () => {
    expect(codesOf(await made(-8))).toEqual(['carried-dose-differs']);
  });

  it('says on page one what a registration has lost, and of each of several prior courses', async () => {
    // 8 mm to the front: of 37 to 45 Gy on its own contours today's cord has what lies 8 Gy lower.
    const one = await made(-8);
    const [goal] = one.organs[0].goals.filter(({ goal: text }) => text === 'Dmax < 57 Gy');
    expect(goal.reserves).toEqual(['as-carried']);
    const [line] = restsOnLines(one);
    expect(line).toMatch(/SpinalCord, D0\.03cc of course "first" \d\d\.\d Gy on its own, \d\d\.\d Gy as carried/);

    const { caseFile, files } = twoCourses([CORD], prior, () => 20);
    const registrations: object[] = [];
    const course = (frame: string, error: number, n: number) => {
      files[`p${n}/RD.dcm`] = doseFile(prior, { frame, planUid: `1.2.3.6${n}` }, { SOPInstanceUID: `1.2.3.3${n}` });
      files[`p${n}/RS.dcm`] = structureFile([CORD], { SOPInstanceUID: `1.2.3.4${n}` }, frame);
      registrations.push({ from: frame, to: PLANNED, matrix: moved(error), note: 'written' });
      const phases = [{ dose: `p${n}/RD.dcm`, fractions: 28 }];
      return { ...caseFile.courses[0], name: `course ${n}`, phases, structures: `p${n}/RS.dcm` };
    };
    const courses = [course(PRIOR, 0, 1), course(`${PRIOR}.7`, -8, 2), caseFile.courses[1]];
    const two = assess(await loaded({ ...caseFile, courses, registrations, robustness: false }, files));
    const told = two.findings.filter(({ code }) => code === 'carried-dose-differs');
    expect(told).toMatchObject([{ severity: 'warning', roi: 'SpinalCord', course: 'course 2' }]);
    const { ownGy, carriedGy } = told[0].facts as { ownGy: number; carriedGy: number };
    // 45 Gy at the hottest edge and 8 Gy less: the near maxima lie a little below both.
    expect(ownGy - carriedGy).toBeCloseTo(eqd2Gy(44.6, 28, 2) - eqd2Gy(36.6, 28, 2), 0);
    expect(two.organs[0].goals.some(({ reserves }) => reserves?.includes('as-carried'))).toBe(true);
    const row = checkOf(two);
    expect(row).toMatch(/course 1, 1\u00a0organ: at most 0\.\d Gy EQD2 apart \(SpinalCord\) · course 2, 1\u00a0organ: at most /);
    expect(row).toContain(`at most ${amountOf(ownGy - carriedGy, 'Gy')} EQD2 apart (SpinalCord)`);
    // Of 2 Gy less nothing is said (eqd2Gy(44.6) - eqd2Gy(42.6) is 2.5 of 40 Gy EQD2), of three courses together it is.
    const three = [1, 2, 3].map((n) => course(`${PRIOR}.${7 + n}`, -2, n));
    const little = async (several: object[]) => {
      const made = { ...caseFile, courses: [...several, caseFile.courses[1]], registrations, robustness: false };
      const { findings } = assess(await loaded(made, files));
      return findings.filter(({ code }) => code === 'carried-dose-differs').map((each) => each.course);
    };
    expect(await little(three.slice(0, 1))).toEqual([]);
    expect(await little(three)).toEqual(['course 1', 'course 2', 'course 3']);
  });

  it('asks where nearly nothing of it is carried, and not where the dose is merely another', async () => {
    /** 44 Gy where the cord was, falling to 5 Gy: as steep as a penumbra may be. */
    const band = (_: number, y: number) => (Math.abs(y - 20) < 14 ? 44 : 5);
    const result = async (dyMm: number, answers: object[] = []) => {
      const { caseFile, files } = twoCourses([CORD], band, () => 20);
      files['prior/RD.dcm'] = doseFile(band, { frame: PRIOR, planUid: '1.2.3.61' });
      files['prior/RS.dcm'] = structureFile([CORD], { SOPInstanceUID: '1.2.3.41' }, PRIOR);
      files['REG.dcm'] = registrationFile(moved(dyMm));
      caseFile.courses[0].structures = 'prior/RS.dcm';
      return assess(await loaded({ ...caseFile, registrations: ['REG.dcm'], robustness: false, answers }, files));
    };
    const told = (of: Awaited<ReturnType<typeof result>>) => of.findings.filter(({ code }) => code === 'carried-dose-differs');
    const verdicts = (of: Awaited<ReturnType<typeof result>>) =>
      of.organs[0].goals.filter(({ scope }) => scope === 'cumulative').map(({ verdict }) => verdict);
    const far = await result(32);
    expect(told(far)).toMatchObject([
      { severity: 'error', answerable: true, roi: 'SpinalCord', course: 'first', file: 'prior/RS.dcm' },
    ]);
    const { ownGy, carriedGy } = told(far)[0].facts as { ownGy: number; carriedGy: number };
    expect(ownGy).toBeCloseTo(eqd2Gy(44, 28, 2), 2);
    expect(carriedGy).toBeCloseTo(eqd2Gy(5, 28, 2), 2);
    expect(new Set(verdicts(far))).toEqual(new Set(['not evaluable']));
    const [{ sha256 }] = told(far);
    const answer = { code: 'carried-dose-differs', sha256, by: 'Dr A', on: '2023-05-01', why: 'seen' };
    const answered = await result(32, [answer]);
    expect(told(answered)).toMatchObject([{ severity: 'warning', answered: { by: 'Dr A' } }]);
    expect(verdicts(answered)).not.toContain('not evaluable');
    expect(told(await result(0))).toEqual([]);
  });

  it('cannot be had where its structures are drawn in another frame, and that is said', async () => {
    const { caseFile, files } = twoCourses([CORD], prior, () => 20);
    files['prior/RS.dcm'] = structureFile([CORD], {}, PRIOR);
    caseFile.courses[0].structures = 'prior/RS.dcm';
    const result = assess(await loaded(caseFile, files));
    expect(result.findings.map(({ code }) => code)).toContain('own-structures-unused');
    expect(result.organs[0].ownAnatomy).toBeUndefined();
  });

  it('uses the drawn one of two ROIs of one name, whichever comes last, and none of two drawn ones', async () => {
    const other: Cylinder = { ...CORD, y: -20 };
    const empty = { ...CORD, fromMm: 0, toMm: -2 };
    const result = async (bodies: Cylinder[]) => {
      const { caseFile, files } = twoCourses([CORD], prior, () => 20);
      files['prior/RS.dcm'] = structureFile(bodies, { SOPInstanceUID: '1.2.3.41' });
      caseFile.courses[0].structures = 'prior/RS.dcm';
      return assess(await loaded({ ...caseFile, robustness: false }, files));
    };
    const alone = await result([CORD]);
    const withEmpty = await result([CORD, empty]);
    expect(withEmpty.organs[0].ownAnatomy).toEqual(alone.organs[0].ownAnatomy);
    const both = await result([CORD, other]);
    expect(both.organs[0].ownAnatomy).toBeUndefined();
    expect(both.findings.find(({ code }) => code === 'own-organ-ambiguous')?.facts).toEqual({
      course: 'first',
      organ: 'SpinalCord',
      rois: ['SpinalCord#1', 'SpinalCord#2'],
    });
  });
});
