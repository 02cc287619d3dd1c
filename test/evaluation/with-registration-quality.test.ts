import { expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import { type Cylinder, doseFile, loaded, PRIOR, registrationFile, twoCourses } from '../case/written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -29, toMm: 29 };
const STILL = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
/** A landmark that the unmoved map misses by so many mm. */
const landmark = (mm: number) => [{ name: 'carina', onAnatomyMm: [0, 0, 0], onCourseMm: [mm, 0, 0] }];

it('withRegistrationQuality gives each course its own, where the planned one is carried and stands first', async () => {
  const { caseFile, files } = twoCourses(
    [CORD],
    () => 20,
    () => 20,
  );
  files['prior/RD.dcm'] = doseFile(() => 20, { frame: PRIOR, planUid: '1.2.3.61' });
  files['planned/RD.dcm'] = doseFile(() => 20, { frame: PRIOR, planUid: '1.2.3.61' }, { SOPInstanceUID: '1.2.3.77' });
  files['REG.dcm'] = registrationFile(STILL);
  const [prior, planned] = caseFile.courses as Record<string, unknown>[];
  const courses = [
    { ...planned, phases: [{ dose: 'planned/RD.dcm', fractions: 10 }], landmarks: landmark(7) },
    { ...prior, landmarks: landmark(3) },
  ];
  const { registrations } = assess(await loaded({ ...caseFile, courses, registrations: ['REG.dcm'] }, files));
  const errors = registrations.map(({ course, quality }) => [course, quality?.landmarks.pairs[0]?.errorMm]);
  expect(errors).toEqual([
    ['second', 7],
    ['first', 3],
  ]);
});
