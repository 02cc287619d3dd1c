import type { Region } from '../case/case-inputs';
import { isOneTissue } from '../case/derived-tissue';
import { isTarget, organByName } from '../case/organ-by-name';
import type { Constraint } from '../constraints/constraint';
import type { TissueModel } from '../effect/dose-question';
import { type EvaluationContext, tissueEntryIn, tissueModelOf } from './evaluation-context';

/** The tissue of the organ that a goal is of, where that is not the one that the region is taken for. */
export interface JudgedAs {
  readonly tissue: TissueModel;
  /** Whose alpha/beta it is; left out where the goal or the case gives it. */
  readonly alphaBetaOf?: string;
}

/**
 * As what a region is judged for a goal that it is held to by its name: with the tissue of the organ that the goal is
 * of, and what the case sets for this very region. Undefined where the region is taken for what its name says.
 */
export function judgedAs(
  { organ, alphaBetaGy }: Pick<Constraint, 'organ' | 'alphaBetaGy'>,
  { region, context }: { readonly region: Region; readonly context: EvaluationContext },
): JudgedAs | undefined {
  const named = organByName(region);
  if (named === undefined || organ === region.organ) return undefined;
  const isOne = region.tissueOrgan !== undefined && isOneTissue(named, region.tissueOrgan);
  // What the region is made from is of the other's tissue.
  const asNamed: Region = { ...region, tissueOrgan: named, tissueFrom: isOne ? region.tissueFrom : [] };
  const tissue = tissueModelOf(asNamed, context);
  const isOwn = tissueEntryIn(asNamed, context.settings).alphaBetaGy !== undefined;
  return {
    // An organ at risk does not recover during a course, whatever it is taken for.
    tissue: isTarget(named) ? tissue : { ...tissue, repopulation: undefined },
    ...(alphaBetaGy === 'organ' && !isOwn && { alphaBetaOf: named }),
  };
}
