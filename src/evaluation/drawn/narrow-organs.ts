import type { CaseInputs } from '../../case/case-inputs';
import { type Finding, makeFinding } from '../../findings/finding';
import { solidWidthMm } from '../../geometry/solid-width';
import { stackVolumeMm3 } from '../../geometry/stack-volume';

/** Organs of which none is as narrow as the grid of a dose; vessels, bronchi and nerves may be. */
const WIDE =
  /^(SpinalCord|SpinalCanal|ThecalSac|Brainstem|CaudaEquina|Esophagus|Trachea|A_Aorta|GreatVes|Heart|Lungs?(_[LR])?|Liver|Kidneys?(_[LR])?|Stomach|Bowel.*|Brain)$/;
/** Of a coarser grid no organ is to blame, mm; a bound of this program's own. */
const COARSE_MM = 3;
/** The volume in which near-maxima are read, cc. */
const NEAR_MAXIMUM_CC = 0.03;

/**
 * Organs that are drawn narrower than the voxels of the dose, or smaller than the volume that near-maxima are read in:
 * neither is a picture of the organ, whatever dose it has. They may be a line of it, or in other units than mm.
 */
export function narrowOrganFindings({
  courses,
  regions,
  structures: { file },
}: Pick<CaseInputs, 'courses' | 'regions' | 'structures'>): Finding[] {
  const grids = courses.flatMap(({ phases }) => phases.flatMap(({ dose }) => (dose.kind === 'grid' ? [dose.grid] : [])));
  // What the finest grid does not tell apart, none does.
  const finestMm = Math.min(...grids.map(({ rowSpacingMm, columnSpacingMm }) => Math.sqrt(rowSpacingMm * columnSpacingMm)));
  if (!Number.isFinite(finestMm)) return [];
  const boundMm = Math.min(finestMm, COARSE_MM);
  return regions.flatMap(({ organ, name: roi, stack, derived }): Finding[] => {
    if (organ === undefined || !WIDE.test(organ) || derived?.byProgram) return [];
    const widthMm = solidWidthMm(stack);
    const cc = stackVolumeMm3(stack) / 1000;
    if (widthMm >= boundMm && cc >= NEAR_MAXIMUM_CC) return [];
    const lengthMm = stack.slabs.reduce((sum, { bottomMm, topMm }) => sum + topMm - bottomMm, 0);
    const facts = { roi, cc, lengthMm, meanMm2: (1000 * cc) / lengthMm, widthMm, boundMm };
    return [makeFinding('organ-narrower-than-voxel', 'error', facts, { file, roi, answerable: true })];
  });
}
