import type { CaseFile } from '../../case/case-file';
import type { CoursePaths } from '../../case/course-paths';
import { matrixOfMap } from '../../geometry/point-map';

/** How far a rigid registration is taken to be off along each axis, where the user says nothing. */
export const RIGID_MARGIN_MM = 3;

/**
 * The margin by which the prior courses are moved: the user's; else 3 mm where all are carried rigidly. A deformation's
 * uncertainty is nobody's to assume, and `robustness: false` asks for none.
 */
export function shiftMarginMm(robustness: CaseFile['robustness'], paths: CoursePaths): number | undefined {
  if (robustness === false) return undefined;
  if (robustness) return robustness.marginMm;
  return paths.every((path) => !path || matrixOfMap(path.map)) ? RIGID_MARGIN_MM : undefined;
}

/** By how much the prior courses are turned, where the user says nothing. */
export const ROTATION_DEGREES = 2;

export const rotationDegreesOf = (robustness: CaseFile['robustness']): number =>
  robustness ? (robustness.rotationDegrees ?? ROTATION_DEGREES) : ROTATION_DEGREES;
