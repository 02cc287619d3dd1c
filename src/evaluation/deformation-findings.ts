import type { CaseCourseInput } from '../case/case-inputs';
import type { CoursePaths } from '../case/course-paths';
import type { Steps } from '../case/steps';
import { type Finding, makeFinding } from '../findings/finding';
import { mapPoints } from '../geometry/point-map';
import type { RoiSamples } from '../geometry/roi-samples';
import { foldedCellsIn } from '../registration/quality/map-folding';
import type { PreparedRegion } from './prepared-region';

/** Below this share it is rounding at the edge of a grid. */
const WHOLE = 1e-6;

/**
 * What deformations do that no dose may be carried through without a word: where they fold (two points of the anatomy
 * come to one of the course), and which organs they do not wholly reach.
 */
export function deformationFindings(
  courses: readonly CaseCourseInput[],
  paths: CoursePaths,
  regions: readonly PreparedRegion[],
  { mapFolding }: Pick<Steps, 'mapFolding'>,
): Finding[] {
  return courses.flatMap((course, c) => {
    const path = paths[c];
    if (!path?.map.some(({ field }) => field)) return [];
    const folding = mapFolding(path.map);
    const file = path.via.at(-1);
    const place = file === undefined ? {} : { file };
    const cells = folding.fields.reduce((sum, { foldedCells }) => sum + foldedCells, 0);
    const findings: Finding[] = [];
    if (cells > 0) {
      const [worst] = [...folding.fields].sort((a, b) => (a.minDeterminant ?? 1) - (b.minDeterminant ?? 1));
      const rois = regions.filter(({ region }) => foldedCellsIn(region.stack, folding) > 0).map(({ region }) => region.name);
      const facts = { course: course.name, cells, determinant: worst.minDeterminant ?? 0, rois };
      findings.push(makeFinding('registration-folds', 'error', facts, place));
    }
    for (const { region, samples } of regions) {
      const share = unreachedShare(samples, path.map);
      if (share < WHOLE) continue;
      const facts = { roi: region.name, course: course.name, share };
      findings.push(makeFinding('deformation-does-not-cover-roi', 'warning', facts, { ...place, roi: region.name }));
    }
    return findings;
  });
}

function unreachedShare({ count, positionsMm, volumeCc, totalCc }: RoiSamples, map: Parameters<typeof mapPoints>[0]): number {
  const out = new Float64Array(3 * count);
  mapPoints(map, positionsMm, count, out);
  let cc = 0;
  for (let n = 0; n < count; n++) if (Number.isNaN(out[3 * n])) cc += volumeCc[n];
  return totalCc > 0 ? cc / totalCc : 0;
}
