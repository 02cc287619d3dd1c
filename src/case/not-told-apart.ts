import { ESOPHAGUS_OUTSIDE_PTV } from '../constraints/usual-derived';
import type { NotToldApart } from '../findings/anatomy';
import { type Finding, makeFinding } from '../findings/finding';
import type { Region, UnusableRoi } from './case-inputs';

/**
 * What is taken for the oesophagus and has no part outside the planned PTVs to be judged by: all that it exceeds counts
 * as outside the target, and that is said with what stands in the way.
 * @param ptvs the PTVs of the planned course, by name.
 */
export function notToldApart(regions: readonly Region[], unusable: readonly UnusableRoi[], ptvs: readonly string[]): Finding[] {
  const wholes = regions.filter(({ organ }) => organ === 'Esophagus');
  const told = new Set(
    [...regions, ...unusable].flatMap(({ derived, madeOf = [] }) =>
      derived?.byProgram && derived.makes === ESOPHAGUS_OUTSIDE_PTV ? madeOf : [],
    ),
  );
  const untold = wholes.filter(({ name }) => !told.has(name));
  const drawn = untold.filter(({ derived }) => derived === undefined);
  const derived = untold.filter((whole) => !drawn.includes(whole));
  const said = (why: NotToldApart['why'], of: readonly Region[]): Finding[] =>
    of.length === 0 ? [] : [makeFinding('oesophagus-not-told-apart', 'warning', { why, rois: of.map(({ name }) => name) })];
  if (ptvs.length === 0) return said('no-ptv', untold);
  return [...said(drawn.length > 1 ? 'several' : 'quotation-mark', drawn), ...said('derived', derived)];
}
