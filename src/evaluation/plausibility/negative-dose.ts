import type { CaseCourseInput } from '../../case/case-inputs';
import { type Finding, makeFinding } from '../../findings/finding';
import type { DosedOrgan } from '../prepared-region';

/** What noise and rounding of a calculation may lie below 0, Gy. */
const NOISE_GY = 0.01;

/** Organs in which a course's dose is below 0: one finding for each organ and dose file. */
export function negativeDoseFindings(courses: readonly CaseCourseInput[], regions: readonly DosedOrgan[]): Finding[] {
  const phases = courses.flatMap((course) => course.phases.map((phase) => ({ course: course.name, phase })));
  return regions.flatMap(({ region: { name: roi }, samples }) =>
    phases.flatMap(({ course, phase }, p): Finding[] => {
      const lowestGy = lowest(samples.doseGy[p]);
      if (phase.dose.kind !== 'grid' || lowestGy >= -NOISE_GY) return [];
      const place = { file: phase.files[0].path, roi, answerable: true } as const;
      return [makeFinding('negative-dose-in-roi', 'error', { roi, course, lowestGy }, place)];
    }),
  );
}

function lowest(doseGy: Float32Array): number {
  let low = 0;
  for (let n = 0; n < doseGy.length; n++) if (doseGy[n] < low) low = doseGy[n];
  return low;
}
