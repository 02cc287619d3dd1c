import { expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import type { CaseFile } from '../../src/case/case-file';
import { type Cylinder, loaded, twoCourses } from './written-case';

/* That no registration of a course can be trusted says nothing of a record, which none carries. */

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -5, toMm: 5 };
const { caseFile: CASE, files } = twoCourses(
  [CORD],
  () => 40,
  () => 20,
);
const STRUCTURES = CASE.structures;
type Course = CaseFile['courses'][number];

async function made(phases: Course['phases'], more: Partial<Course> = {}) {
  const [first, ...others] = CASE.courses;
  return assess(await loaded({ ...CASE, courses: [{ ...first, phases, ...more }, ...others], robustness: false }, files));
}
const RECORD: Course['phases'] = [{ fractions: 25, totalDoseGy: 45, organDoses: { SpinalCord: { Dmax: 42 } } }];

it('a course on paper is assessed as it is without that word, with and without structures of its own', async () => {
  const plain = await made(RECORD);
  for (const structures of [undefined, STRUCTURES]) {
    const said = await made(RECORD, { registration: 'none', ...(structures && { structures }) });
    expect(said.registrations[0].type).toBe('not needed');
    expect(said.organs[0].metrics).toEqual(plain.organs[0].metrics);
  }
});

it('a record beside a dose file cannot be summed apart, and that is said', async () => {
  const both = made([...(CASE.courses[0].phases as Course['phases']), ...RECORD], {
    registration: 'none',
    structures: STRUCTURES,
  });
  await expect(both).rejects.toThrow(/record beside a dose file/);
});

it('a planned course is not set apart, with a dose file or on paper', async () => {
  const paper: Course['phases'] = [{ fractions: 25, totalDoseGy: 45 }];
  for (const phases of [CASE.courses[1].phases, paper]) {
    const courses = [CASE.courses[0], { ...CASE.courses[1], phases, registration: 'none' as const }];
    await expect(loaded({ ...CASE, courses }, files)).rejects.toThrow(/planned/);
  }
});
