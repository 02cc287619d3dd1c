import { describe, expect, it } from 'vitest';
import { prepareCase } from '../../src/evaluation/prepared-case';
import { type Cylinder, doseFile, loaded, PRIOR, registrationFile, structureFile, twoCourses } from '../case/written-case';

const CODE = 'registration-not-checked';
const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -19, toMm: 19 };
const TUBE: Cylinder = { name: 'Esophagus', x: 0, y: 0, radiusMm: 6, fromMm: -19, toMm: 19 };
const HEART: Cylinder = { name: 'Heart', x: -25, y: 0, radiusMm: 8, fromMm: -19, toMm: 19 };
const IDENTITY = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
const goal = (organ: string, more: object = {}) => ({ organ, goal: 'Dmax <= 60 Gy', source: 'ours', mandatory: true, ...more });
const GOALS = [goal('SpinalCord'), goal('Esophagus'), goal('Heart', { scope: 'planned' })];

/** @param own what is drawn for the prior course; undefined where the case names no structures of it. */
async function told(own: readonly Cylinder[] | undefined, course: object = {}, isCarried = true) {
  const { caseFile, files } = twoCourses(
    [CORD, TUBE, HEART],
    () => 30,
    () => 20,
  );
  if (isCarried) {
    files['prior/RD.dcm'] = doseFile(() => 30, { frame: PRIOR, planUid: '1.2.3.61' });
    files['REG.dcm'] = registrationFile(IDENTITY);
  }
  if (own) files['prior/RS.dcm'] = structureFile(own, { SOPInstanceUID: '1.2.3.41' }, PRIOR);
  const first = { ...caseFile.courses[0], ...(own && { structures: 'prior/RS.dcm' }), ...course };
  const more = { ...(isCarried && { registrations: ['REG.dcm'] }), constraints: GOALS, robustness: false };
  const inputs = await loaded({ ...caseFile, ...more, courses: [first, caseFile.courses[1]] }, files);
  return prepareCase(inputs).findings.filter(({ code }) => code === CODE);
}

describe('organs in which nothing checks a registration', () => {
  it('are told once, as a note where another organ checks it', async () => {
    expect(await told([CORD, { ...TUBE, name: 'ROI 1' }])).toMatchObject([
      { severity: 'info', course: 'first', facts: { rois: ['Esophagus'], hasStructures: true, isAlone: false } },
    ]);
  });

  it('are a warning where nothing at all checks it', async () => {
    expect(await told(undefined)).toMatchObject([
      { severity: 'warning', facts: { rois: ['SpinalCord', 'Esophagus'], hasStructures: false, isAlone: true } },
    ]);
    const landmarks = [{ name: 'carina', onAnatomyMm: [0, 0, 0], onCourseMm: [0, 0, 0] }];
    expect(await told(undefined, { landmarks })).toMatchObject([{ severity: 'info', facts: { isAlone: false } }]);
  });

  it('are none where all that are judged are drawn, or where nothing is carried', async () => {
    // The heart has no goal that the prior dose goes into.
    expect(await told([CORD, TUBE])).toEqual([]);
    expect(await told(undefined, {}, false)).toEqual([]);
  });
});
